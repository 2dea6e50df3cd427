package org.paperround.admin.csv;

import java.util.List;
import java.util.stream.Collectors;
import org.paperround.base.FieldError;

/**
 * What became of a row.
 *
 * @param detail why it was not taken, for the operator
 */
public record RowOutcome(Kind kind, String detail) {

  /** How a row can end; all but those that were taken are reported. */
  public enum Kind {
    IMPORTED,
    ERROR,
    UNCHANGED,
    SUPPRESSED
  }

  /** A row that was taken. */
  public static RowOutcome imported() {
    return new RowOutcome(Kind.IMPORTED, "");
  }

  /** A row with wrong cells; positions are 0-based offsets into the text. */
  public static RowOutcome error(List<FieldError> errors) {
    return new RowOutcome(
        Kind.ERROR,
        errors.stream()
            .map(
                error ->
                    error.field()
                        + ": "
                        + error.detail()
                        + (error.position() == null
                            ? ""
                            : " (at position " + error.position() + ")"))
            .collect(Collectors.joining(" | ")));
  }
}
