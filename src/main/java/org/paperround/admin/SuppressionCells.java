package org.paperround.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.paperround.admin.csv.FormulaSafe;
import org.paperround.base.EmailAddress;
import org.paperround.base.InvalidRequest;
import org.paperround.base.MomentText;
import org.paperround.base.RequestFields;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.SuppressionRow;

/** Reads a suppression from the cells of one row, as it is written by {@link SuppressionCsv}. */
final class SuppressionCells {

  private SuppressionCells() {}

  /**
   * Reads one row.
   *
   * @param now the time of a suppression that has none
   * @throws InvalidRequest naming everything that is wrong
   */
  static SuppressionRow read(Map<String, String> cells, Instant now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    cells.forEach(
        (column, cell) -> {
          if (!cell.isBlank()) {
            body.put(column, FormulaSafe.read(cell).strip());
          }
        });
    RequestFields fields = new RequestFields(body);
    Optional<EmailAddress> address = SuppressionFields.email(fields);
    SuppressionReason reason =
        fields.text(
            "reason",
            SuppressionReason.MANUAL,
            "Use HARD_BOUNCE, COMPLAINT, REPEATED_SOFT_BOUNCE or MANUAL; an erasure is its reader's"
                + " own.",
            SuppressionCells::reason);
    String detail = SuppressionFields.detail(fields);
    Instant at =
        fields.text(
            "suppressedAt",
            now,
            "Write the time as 2024-03-01 or 2024-03-01T09:30:00Z, and not in the future.",
            text -> MomentText.past(text, now));
    fields.throwIfWrong();
    return new SuppressionRow(address.orElseThrow(), reason, detail, at);
  }

  private static SuppressionReason reason(String text) {
    SuppressionReason reason = SuppressionReason.valueOf(text.toUpperCase(Locale.ROOT));
    if (reason == SuppressionReason.ERASED) {
      throw new IllegalArgumentException("Nobody is erased by a list");
    }
    return reason;
  }
}
