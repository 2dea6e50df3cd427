package org.paperround.digest;

/**
 * What a round did.
 *
 * @param due subscriptions that were due
 * @param editions editions composed
 * @param empty due subscriptions for which there was nothing to send
 * @param mails mails handed to the outbox
 */
public record RoundReport(int due, int editions, int empty, int mails) {

  static final RoundReport NONE = new RoundReport(0, 0, 0, 0);

  RoundReport plus(RoundReport other) {
    return new RoundReport(
        due + other.due, editions + other.editions, empty + other.empty, mails + other.mails);
  }
}
