package org.paperround.web;

import java.util.ArrayList;
import java.util.List;
import org.paperround.subscription.FieldError;
import org.paperround.subscription.InvalidRequest;

/** Which page is asked for. */
public record PageRequest(int page, int size) {

  /**
   * Checks what came in.
   *
   * @throws InvalidRequest if the page is below 0 or the size not within 1 and the largest
   */
  public static PageRequest of(int page, int size, int largest) {
    List<FieldError> errors = new ArrayList<>();
    if (page < 0 || page > 1_000_000) {
      errors.add(new FieldError("page", "Pages are numbered from 0.", null));
    }
    if (size < 1 || size > largest) {
      errors.add(new FieldError("size", "Use a size from 1 to " + largest + ".", null));
    }
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
    return new PageRequest(page, size);
  }
}
