package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.paperround.delivery.smtp.HeaderText;

/**
 * Stops the digests of all instances when the relay refuses mail after mail because of who sends
 * it: going on would only harm the sender's name. It learns from this process's answers, and begins
 * anew after every resumption. Only the operator resumes.
 */
@ApplicationScoped
class PolicyBreaker {

  private static final Logger LOG = Logger.getLogger(PolicyBreaker.class);
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");
  private static final int LONGEST_REPLY = 300;

  private final DeliveryPause pause;
  private final PolicyWindow window = new PolicyWindow();
  private long resumes = -1;

  PolicyBreaker(DeliveryPause pause) {
    this.pause = pause;
  }

  /** The relay took a mail. Never throws. */
  void accepted(long mailId) {
    synchronized (window) {
      window.accepted(mailId);
    }
  }

  /**
   * The relay refused a mail for good. Never throws; a pause is written in a transaction of its
   * own.
   *
   * @param enhanced the enhanced status code (RFC 3463), where the reply had one
   * @param text the relay's words
   */
  void refused(long mailId, @Nullable String enhanced, String text) {
    try {
      PauseState known = pause.state();
      int refusals;
      synchronized (window) {
        if (known.resumes() != resumes) {
          resumes = known.resumes();
          window.clear();
        }
        window.refused(mailId, enhanced);
        if (!PolicyWindow.isPolicy(enhanced) || !window.isFull()) {
          return;
        }
        refusals = window.refusals();
      }
      if (!known.lanes().contains(Lane.BULK)) {
        pause.trip(reason(refusals, text));
      }
    } catch (RuntimeException failed) {
      // The next refusal tries again.
      LOG.error("Digests could not be paused though mails are refused by policy", failed);
    }
  }

  /** In the words of the relay, without the addresses they may hold. */
  static String reason(int refusals, String text) {
    String reply = ADDRESS.matcher(HeaderText.clean(text)).replaceAll("(an address)");
    return refusals
        + " of the last "
        + PolicyWindow.SIZE
        + " mails were refused by policy: "
        + reply.substring(0, Math.min(LONGEST_REPLY, reply.length()));
  }
}
