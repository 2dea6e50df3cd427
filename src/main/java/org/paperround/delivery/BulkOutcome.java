package org.paperround.delivery;

/**
 * What became of a selection of mails.
 *
 * @param done with how many it was done
 * @param others with how many it was not
 */
public record BulkOutcome(long done, long others) {

  static final BulkOutcome NOTHING = new BulkOutcome(0, 0);

  static BulkOutcome of(boolean done) {
    return done ? new BulkOutcome(1, 0) : new BulkOutcome(0, 1);
  }

  BulkOutcome plus(BulkOutcome more) {
    return new BulkOutcome(done + more.done, others + more.others);
  }
}
