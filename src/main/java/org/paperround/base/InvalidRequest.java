package org.paperround.base;

import java.util.List;

/** A request with at least one wrong field; it names all of them. Nothing was changed. */
public final class InvalidRequest extends RuntimeException {

  private final transient List<FieldError> errors;

  public InvalidRequest(List<FieldError> errors) {
    super("The request has wrong fields: " + errors.size());
    this.errors = List.copyOf(errors);
  }

  /** A request with one wrong field. */
  public static InvalidRequest of(String field, String detail) {
    return new InvalidRequest(List.of(new FieldError(field, detail, null)));
  }

  public List<FieldError> errors() {
    return errors;
  }
}
