package org.paperround.subscription;

import java.util.List;
import org.paperround.base.FieldError;
import org.paperround.suppression.SuppressionReason;

/** What became of one subscriber that was brought from elsewhere. */
public sealed interface ImportResult {

  /** They have a confirmed subscription now. */
  record Imported() implements ImportResult {}

  /** They had a subscription, whatever its status; it stays as it was. */
  record Unchanged() implements ImportResult {}

  /** The address must not be mailed, or its owner asked to be forgotten. */
  record Suppressed(SuppressionReason reason) implements ImportResult {}

  /** Something is wrong; all of it is named. */
  record Invalid(List<FieldError> errors) implements ImportResult {}
}
