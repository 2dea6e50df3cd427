package org.paperround.delivery;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
  private final Renderers renderers;
  private final MailHeaders headers;
  private final Relay relay;
  private final RelayGate gate;
  private final StopSignal stop;

  Sender(
      List<Lane> lanes,
      ClaimedMails claimed,
      Journal journal,
      Renderers renderers,
      MailHeaders headers,
      Relay relay,
      RelayGate gate,
      StopSignal stop) {
    this.lanes = lanes;
    this.claimed = claimed;
    this.journal = journal;
    this.renderers = renderers;
    this.headers = headers;
    this.relay = relay;
    this.gate = gate;
    this.stop = stop;
  }

  @Override
  public void run() {
    try {
      Answer answer = null;
      while (answer != null || !stop.isGiven()) {
        Long next = answer == null ? first() : another();
        if (answer == null && next == null) {
          continue;
        }
        OnTheWire mail = turn(answer, next);
        answer = mail == null ? null : send(mail);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for a mail and then, holding it, for a relay that works: only who has one can probe. */
  private @Nullable Long first() throws InterruptedException {
    Long next = claimed.await(lanes, WAITS);
    if (next == null) {
      return null;
    }
    if (gate.await(stop::isGiven)) {
      return next;
    }
    claimed.putBack(lanes.get(0), next);
    return null;
  }

  /** The next mail of a sender that is in full swing. */
  private @Nullable Long another() {
    return stop.isGiven() || !gate.isOpen() ? null : claimed.poll(lanes);
  }

  private @Nullable OnTheWire turn(@Nullable Answer answer, @Nullable Long next)
      throws InterruptedException {
    for (int failures = 0; ; failures++) {
      boolean patient = failures < PATIENCE;
      Long named = patient ? next : null;
      try {
        OnTheWire mail = journal.turn(answer, named, patient);
        if (answer != null) {
          claimed.drop(answer.mailId());
        }
        if (next != null && mail == null) {
          claimed.drop(next);
          gate.passed();
        }
        return mail;
      } catch (RuntimeException failed) {
        LOG.errorf(failed, "Could not record what became of %s, trying again", answer);
        if (stop.isGiven() && !patient) {
          return null;
        }
        Thread.sleep(PAUSES.after(failures + 1, RandomGenerator.getDefault()).toMillis());
      }
    }
  }

  private Answer send(OnTheWire mail) {
    RelayMail ready;
    try {
      MailContent content = renderers.render(mail.kind(), mail.reference());
      if (content == null) {
        gate.passed();
        return Answer.gone(mail.id());
      }
      ready = headers.compose(mail, content);
    } catch (RuntimeException unrenderable) {
      LOG.errorf(unrenderable, "Mail %d cannot be rendered", mail.id());
      gate.passed();
      return Answer.unrendered(mail.id(), String.valueOf(unrenderable.getMessage()));
    }
    RelayReply reply = handOver(ready);
    List<Long> notTheirs = gate.observe(mail.id(), reply);
    if (!notTheirs.isEmpty()) {
      giveBack(notTheirs);
    }
    return Answer.of(mail.id(), reply);
  }

  private RelayReply handOver(RelayMail mail) {
    try {
      return relay.send(mail);
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
