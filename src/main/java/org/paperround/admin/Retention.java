package org.paperround.admin;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;
import org.paperround.delivery.MailLedger;
import org.paperround.digest.Editions;
import org.paperround.digest.Rounds;
import org.paperround.matching.Matching;
import org.paperround.paper.AnnouncementLog;
import org.paperround.paper.IngestionLog;
import org.paperround.subscription.SignUpDesk;
import org.paperround.suppression.SuppressionHistory;
import org.paperround.topic.Topics;

/**
 * Once a day lets every room forget what is kept long enough; {@code docs/operating.md} says what
 * that is. A room forgets some rows in each of its transactions, until nothing is left to forget.
 */
@ApplicationScoped
class Retention {

  static final Duration MATCHES_FOR = Duration.ofDays(30);
  static final Duration SIGN_UPS_FOR = Duration.ofDays(30);
  static final Duration LEDGER_FOR = Duration.ofDays(90);

  private static final Logger LOG = Logger.getLogger(Retention.class);
  private static final int ROWS = 1000;

  private final Matching matching;
  private final TopicRetention topics;
  private final Editions editions;
  private final Rounds rounds;
  private final MailLedger mails;
  private final SignUpDesk signUps;
  private final IngestionLog ingestions;
  private final AnnouncementLog announcements;
  private final SuppressionHistory suppressions;
  private final Clock clock;

  Retention(
      Matching matching,
      TopicRetention topics,
      Editions editions,
      Rounds rounds,
      MailLedger mails,
      SignUpDesk signUps,
      IngestionLog ingestions,
      AnnouncementLog announcements,
      SuppressionHistory suppressions,
      Clock clock) {
    this.matching = matching;
    this.topics = topics;
    this.editions = editions;
    this.rounds = rounds;
    this.mails = mails;
    this.signUps = signUps;
    this.ingestions = ingestions;
    this.announcements = announcements;
    this.suppressions = suppressions;
    this.clock = clock;
  }

  @Scheduled(cron = "${paperround.retention.cron}")
  void retire() {
    Instant now = clock.instant();
    LocalDate firstDayKept = LocalDate.ofInstant(now.minus(MATCHES_FOR), ZoneOffset.UTC);
    Instant ledgerSince = now.minus(LEDGER_FOR);
    retire("matches", () -> matching.retire(firstDayKept, ROWS));
    retire("topics", () -> topics.retire(now.minus(Topics.KEPT_FOR)));
    retire("editions", () -> editions.retire(ledgerSince, ROWS));
    retire("rounds", () -> rounds.retire(ledgerSince, ROWS));
    retire("mails", () -> mails.retire(ledgerSince, ROWS));
    recount();
    retire("sign-ups", () -> signUps.retire(now.minus(SIGN_UPS_FOR), ROWS));
    retire("announcements", () -> announcements.retire(firstDayKept, ROWS));
    retire("ingestions", () -> ingestions.retire(ledgerSince, ROWS));
    retire("lifted suppressions", () -> suppressions.retire(ledgerSince, ROWS));
  }

  private void recount() {
    try {
      mails.recount();
    } catch (RuntimeException failure) {
      LOG.error("The ledger could not be counted", failure);
    }
  }

  private static void retire(String what, IntSupplier some) {
    try {
      long all = 0;
      int went = some.getAsInt();
      while (went > 0) {
        all += went;
        went = some.getAsInt();
      }
      LOG.infof("Retired %d old %s", all, what);
    } catch (RuntimeException failure) {
      // The others do not wait for it, and tomorrow is another day.
      LOG.errorf(failure, "Old %s could not be retired", what);
    }
  }
}
