package org.paperround.bounce.mailbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.paperround.bounce.BounceIntake;
import org.paperround.bounce.BounceSource;
import org.paperround.bounce.BouncesConfig;
import org.paperround.bounce.Receipt;

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
      Poll poll = MailboxLook.take(config, left, this::take);
      if (poll.taken() + poll.putAside() > 0) {
        LOG.infof("Bounce mailbox: %d taken, %d put aside", poll.taken(), poll.putAside());
      }
    } catch (MessagingException | IOException | RuntimeException failure) {
      // Whatever was not removed is there at the next look, and counts once.
      LOG.errorf(failure, "The bounce mailbox could not be looked through");
    }
  }

  private Receipt.Outcome take(byte[] raw) {
    return intake.take(raw, List.of(), BounceSource.MAILBOX).outcome();
  }
}
