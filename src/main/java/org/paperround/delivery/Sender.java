package org.paperround.delivery;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.paperround.delivery.rate.Rates;
import org.paperround.delivery.smtp.Conversations;
import org.paperround.delivery.smtp.RelayReply;
import org.paperround.delivery.smtp.WireMail;

/**
 * One conversation with the relay: takes a mail, sends it, records the answer together with the
 * next mail's name, and so on. Its memory is its thread's; whatever dies with it stands in the
 * rows.
 */
final class Sender implements Runnable {

  private static final Logger LOG = Logger.getLogger(Sender.class);
  private static final Duration WAITS = Duration.ofMillis(500);
  private static final Backoff PAUSES = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

  /** After so many failures to write, the row is written without asking anybody else. */
  private static final int PATIENCE = 3;

  private final List<Lane> lanes;
  private final ClaimedMails claimed;
  private final Journal journal;
  private final Conversations conversations;
  private final RelayGate gate;
  private final Rates rates;
  private final StopSignal stop;

  Sender(
      List<Lane> lanes,
      ClaimedMails claimed,
      Journal journal,
      Conversations conversations,
      RelayGate gate,
      Rates rates,
      StopSignal stop) {
    this.lanes = lanes;
    this.claimed = claimed;
    this.journal = journal;
    this.conversations = conversations;
    this.gate = gate;
    this.rates = rates;
    this.stop = stop;
  }

  @Override
  public void run() {
    try (conversations) {
      Answer answer = null;
      while (answer != null || !stop.isGiven()) {
        ReadyMail next = answer == null ? first() : another();
        if (answer == null && next == null) {
          conversations.rest();
          continue;
        }
        boolean go = turn(answer, next);
        answer = next != null && go ? send(next) : null;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for a mail and then, holding it, for a relay that works: only who has one can probe. */
  private @Nullable ReadyMail first() throws InterruptedException {
    ReadyMail next = claimed.await(lanes, rates.isShort() ? refilled() : WAITS);
    if (next == null) {
      return null;
    }
    boolean open = gate.isOpen();
    if (gate.await(stop::isGiven)) {
      // Where many bad mails stand together, the next in line would prove nothing of the relay.
      return open ? next : claimed.exchange(next);
    }
    claimed.putBack(next);
    return null;
  }

  /** The next mail of a sender that is in full swing. */
  private @Nullable ReadyMail another() {
    if (stop.isGiven() || !gate.isOpen()) {
      return null;
    }
    ReadyMail next = claimed.poll(lanes);
    if (next == null && rates.isShort()) {
      refilled();
      next = claimed.poll(lanes);
    }
    return next;
  }

  /** Asks for more mails to be allowed, and says how long nothing will be. */
  private Duration refilled() {
    Duration pause = rates.refill(claimed::countReady);
    claimed.wakeAll();
    return pause.compareTo(WAITS) < 0 ? pause : WAITS;
  }

  private boolean turn(@Nullable Answer answer, @Nullable ReadyMail next)
      throws InterruptedException {
    for (int failures = 0; ; failures++) {
      boolean patient = failures < PATIENCE;
      try {
        boolean go = journal.turn(answer, patient ? next : null, patient);
        if (answer != null) {
          claimed.drop(answer.mail());
        }
        if (next != null && !go) {
          claimed.drop(next);
          gate.passed();
        }
        return go;
      } catch (RuntimeException failed) {
        LOG.errorf(failed, "Could not record what became of %s, trying again", answer);
        if (stop.isGiven() && !patient) {
          return false;
        }
        Thread.sleep(PAUSES.after(failures + 1, RandomGenerator.getDefault()).toMillis());
      }
    }
  }

  private Answer send(ReadyMail mail) {
    WireMail ready = mail.wireMail();
    if (ready == null) {
      gate.passed();
      return Answer.unsent(mail);
    }
    RelayReply reply = handOver(ready);
    List<Long> notTheirs = gate.observe(mail.id(), reply);
    if (!notTheirs.isEmpty()) {
      giveBack(notTheirs);
    }
    return Answer.of(mail, reply);
  }

  private RelayReply handOver(WireMail mail) {
    try {
      return mail.over(conversations);
    } catch (RuntimeException unusable) {
      // A setting of the relay, such as a DKIM key that does not read: no mail is to blame.
      LOG.error("The relay cannot be used as it is set up", unusable);
      return new RelayReply.Down("cannot be used as it is set up: " + unusable.getMessage());
    }
  }

  private void giveBack(List<Long> mailIds) {
    try {
      journal.giveBack(mailIds);
    } catch (RuntimeException failed) {
      LOG.warn("Could not give back attempts that an outage cost", failed);
    }
  }
}
