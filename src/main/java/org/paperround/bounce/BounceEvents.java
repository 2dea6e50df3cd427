package org.paperround.bounce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.delivery.SentMails;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.Suppressions;

/**
 * Writes down what came back for a mail, once of each kind, and suppresses the address it went to
 * where that is due. Joins the caller's transaction; of two that write the same at once the later
 * one fails with the database's unique constraint, and finds it written when it tries again.
 *
 * <p>A success, which breaks a run of soft bounces, is a mail to the same address that the next
 * server took ({@code SENT}) and of which nothing has come back. As a relay takes nearly
 * everything, it is a success only as long as that holds: a bounce that comes later makes the run
 * be counted again.
 */
@ApplicationScoped
class BounceEvents {

  private static final int LONGEST_DETAIL = 1000;
  private static final Set<BounceKind> CAME_BACK =
      Set.of(BounceKind.HARD, BounceKind.SOFT, BounceKind.POLICY);

  private final EntityManager entities;
  private final Suppressions suppressions;
  private final SentMails mails;
  private final BouncesConfig config;
  private final Clock clock;

  BounceEvents(
      EntityManager entities,
      Suppressions suppressions,
      SentMails mails,
      BouncesConfig config,
      Clock clock) {
    this.entities = entities;
    this.suppressions = suppressions;
    this.mails = mails;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Writes one down.
   *
   * @param to whom the mail went to; null once the reader was erased
   * @return whether it is new
   */
  boolean record(long mailId, @Nullable EmailAddress to, Incident incident, BounceSource source) {
    if (isKnown(mailId, incident.kind())) {
      return false;
    }
    BounceEvent event = new BounceEvent();
    event.mailId = mailId;
    event.kind = incident.kind();
    event.status = Words.cut(incident.status(), 40);
    // Of an erased reader the words may hold the name of the mailbox.
    String words = to == null ? "" : Words.withoutAddresses(incident.detail(), to);
    event.detail = Words.cut(words, LONGEST_DETAIL);
    event.source = source;
    event.addressHash = to == null ? null : suppressions.hashOf(to);
    event.receivedAt = clock.instant();
    entities.persist(event);
    entities.flush();
    if (to != null) {
      suppress(to, event, incident);
    }
    return true;
  }

  private boolean isKnown(long mailId, BounceKind kind) {
    return !entities
        .createQuery(
            "select e.id from BounceEvent e where e.mailId = :mail and e.kind = :kind", Long.class)
        .setParameter("mail", mailId)
        .setParameter("kind", kind)
        .getResultList()
        .isEmpty();
  }

  private void suppress(EmailAddress to, BounceEvent event, Incident incident) {
    String words = Words.cut(incident.detail(), LONGEST_DETAIL);
    switch (event.kind) {
      case HARD -> suppressions.suppress(to, SuppressionReason.HARD_BOUNCE, words);
      case COMPLAINT -> suppressions.suppress(to, SuppressionReason.COMPLAINT, words);
      case SOFT -> {
        if (softRun(to, event) >= config.softLimit()) {
          suppressions.suppress(to, SuppressionReason.REPEATED_SOFT_BOUNCE, words);
        }
      }
      case POLICY -> {
        // Says nothing about the address.
      }
    }
  }

  private int softRun(EmailAddress to, BounceEvent event) {
    Instant since = event.receivedAt.minus(config.softWithin());
    List<Long> soft = mailsOf(event, Set.of(BounceKind.SOFT), since);
    if (soft.size() < config.softLimit()) {
      return soft.size();
    }
    Set<Long> succeeded =
        new HashSet<>(mails.takenBetween(to, Collections.min(soft), Collections.max(soft)));
    mailsOf(event, CAME_BACK, Instant.EPOCH).forEach(succeeded::remove);
    return SoftRun.longest(soft, succeeded);
  }

  private List<Long> mailsOf(BounceEvent event, Set<BounceKind> kinds, Instant since) {
    return entities
        .createQuery(
            "select e.mailId from BounceEvent e where e.addressHash = :hash and e.kind in :kinds"
                + " and e.receivedAt >= :since",
            Long.class)
        .setParameter("hash", event.addressHash)
        .setParameter("kinds", kinds)
        .setParameter("since", since)
        .getResultList();
  }
}
