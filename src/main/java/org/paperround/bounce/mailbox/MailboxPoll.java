package org.paperround.bounce.mailbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.paperround.bounce.BounceIntake;
import org.paperround.bounce.BounceSource;
import org.paperround.bounce.BouncesConfig;

/** Looks into the mailbox by the clock; not at all when it is off. */
@ApplicationScoped
class MailboxPoll {

  private static final Logger LOG = Logger.getLogger(MailboxPoll.class);

  private final BouncesConfig.Mailbox config;
  private final LeftMessages left;
  private final BounceIntake intake;

  MailboxPoll(BouncesConfig config, LeftMessages left, BounceIntake intake) {
    this.config = config.mailbox();
    this.left = left;
    this.intake = intake;
  }

  @Scheduled(
      identity = "poll-bounces",
      cron = "${paperround.bounces.mailbox.cron}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void byTheClock() {
    try {
      Poll poll =
          poll(raw -> intake.take(raw, java.util.List.of(), BounceSource.MAILBOX).outcome());
      if (poll.taken() + poll.putAside() > 0) {
        LOG.infof("Bounce mailbox: %d taken, %d put aside", poll.taken(), poll.putAside());
      }
    } catch (MessagingException | IOException | RuntimeException failure) {
      // Whatever was not removed is there at the next look, and counts once.
      LOG.errorf(failure, "The bounce mailbox could not be looked through");
    }
  }

  /** One look. A message is removed when the taker has answered; if it throws, the look ends. */
  Poll poll(Taker taker) throws MessagingException, IOException {
    try (Store store = MailboxSession.connect(config)) {
      return switch (config.protocol()) {
        case IMAP -> new ImapLook(store, config).take(taker);
        case POP3 -> new Pop3Look(store, config, left).take(taker);
      };
    }
  }
}
