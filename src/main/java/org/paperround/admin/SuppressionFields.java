package org.paperround.admin;

import java.util.Optional;
import org.paperround.base.EmailAddress;
import org.paperround.base.InvalidEmailAddress;
import org.paperround.base.RequestFields;

/** What a suppression is written with, by hand or in a list. */
final class SuppressionFields {

  private static final int LONGEST_DETAIL = 1000;

  private SuppressionFields() {}

  /** The address; empty where it is wrong, which is noted. */
  static Optional<EmailAddress> email(RequestFields fields) {
    String typed = fields.requiredText("email", "Say which address must not be mailed.");
    if (!typed.isEmpty()) {
      try {
        return Optional.of(EmailAddress.parse(typed));
      } catch (InvalidEmailAddress malformed) {
        fields.wrong("email", String.valueOf(malformed.getMessage()));
      }
    }
    return Optional.empty();
  }

  /** The detail; empty where there is none. */
  static String detail(RequestFields fields) {
    return fields.text(
        "detail",
        "",
        "Write a text of at most " + LONGEST_DETAIL + " characters.",
        SuppressionFields::kept);
  }

  private static String kept(String text) {
    String detail = text.strip();
    // PostgreSQL stores no NUL.
    if (detail.length() > LONGEST_DETAIL || detail.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("No detail we can keep");
    }
    return detail;
  }
}
