package org.paperround.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paperround.base.FieldError;
import org.paperround.base.InvalidRequest;

/** Which page is asked for. */
public record PageRequest(int page, int size) {

  private static final int LAST_PAGE = 1_000_000;
  private static final int USUAL_SIZE = 50;

  /**
   * Reads what came in; nothing is the first page in the usual size.
   *
   * @throws InvalidRequest if the page is below 0 or the size not within 1 and the largest
   */
  public static PageRequest of(@Nullable String page, @Nullable String size, int largest) {
    List<FieldError> errors = new ArrayList<>();
    PageRequest read = read(page, size, largest, errors);
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
    return read;
  }

  /** As {@link #of}, for a request that has more to check: what is wrong is added to a list. */
  static PageRequest read(
      @Nullable String page, @Nullable String size, int largest, List<FieldError> errors) {
    // Read here, as text: a number that is none would be a 404 that names no field.
    return new PageRequest(
        number("page", page, 0, 0, LAST_PAGE, "Pages are numbered from 0.", errors),
        number(
            "size", size, USUAL_SIZE, 1, largest, "Use a size from 1 to " + largest + ".", errors));
  }

  private static int number(
      String field,
      @Nullable String text,
      int otherwise,
      int least,
      int most,
      String detail,
      List<FieldError> errors) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // The sentence says it better.
    }
    errors.add(new FieldError(field, detail, null));
    return otherwise;
  }
}
