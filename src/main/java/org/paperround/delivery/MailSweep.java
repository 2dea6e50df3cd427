package org.paperround.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a selection of mails in the order of their ids, some in each transaction. Rows
 * somebody has locked just now are left for the end of their chunk and taken one by one: whoever
 * waits with many rows in hand could deadlock with a sender, who locks two.
 */
@ApplicationScoped
class MailSweep {

  private static final Logger LOG = Logger.getLogger(MailSweep.class);
  private static final int CHUNK = 200;

  /** A mail that was selected, and whose it is. */
  record Candidate(long id, MailKind kind, @Nullable Long subscriptionId) {}

  private final EntityManager entities;

  MailSweep(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Does something with every mail of a selection that is there now.
   *
   * @param before called in each transaction before its rows are locked
   * @param work called with a locked row that is still in a selected state; whether it was done
   */
  BulkOutcome over(
      MailSelection selection, Consumer<List<Candidate>> before, Predicate<OutgoingMail> work) {
    long last = last();
    long after = Long.MIN_VALUE;
    BulkOutcome total = BulkOutcome.NOTHING;
    for (List<Candidate> chunk = next(selection, after, last);
        !chunk.isEmpty();
        chunk = next(selection, after, last)) {
      total = total.plus(chunk(selection, chunk, before, work));
      after = chunk.get(chunk.size() - 1).id();
    }
    return total;
  }

  /** As {@link #over}, for one mail in whatever state; null when there is no such mail. */
  <T> @Nullable T one(
      long mailId, Consumer<List<Candidate>> before, Function<OutgoingMail, T> work) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              before.accept(
                  entities
                      .createQuery(
                          "select m.id, m.kind, m.subscriptionId from OutgoingMail m"
                              + " where m.id = :id",
                          Candidate.class)
                      .setParameter("id", mailId)
                      .getResultList());
              OutgoingMail mail =
                  entities.find(OutgoingMail.class, mailId, LockModeType.PESSIMISTIC_WRITE);
              return mail == null ? null : work.apply(mail);
            });
  }

  private BulkOutcome chunk(
      MailSelection selection,
      List<Candidate> chunk,
      Consumer<List<Candidate>> before,
      Predicate<OutgoingMail> work) {
    Set<Long> rest = new HashSet<>();
    chunk.forEach(candidate -> rest.add(candidate.id()));
    BulkOutcome total = BulkOutcome.NOTHING;
    try {
      List<Long> reached = new ArrayList<>();
      total =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    before.accept(chunk);
                    BulkOutcome some = BulkOutcome.NOTHING;
                    for (OutgoingMail mail : lockFree(rest)) {
                      reached.add(mail.id());
                      some = some.plus(work(selection, mail, work));
                    }
                    return some;
                  });
      rest.removeAll(reached);
    } catch (RuntimeException failed) {
      LOG.warn("Mails could not be changed together, they are one by one", failed);
    }
    for (long mailId : rest.stream().sorted().toList()) {
      total = total.plus(alone(selection, mailId, before, work));
    }
    return total;
  }

  private BulkOutcome alone(
      MailSelection selection,
      long mailId,
      Consumer<List<Candidate>> before,
      Predicate<OutgoingMail> work) {
    try {
      BulkOutcome one = one(mailId, before, mail -> work(selection, mail, work));
      return one == null ? BulkOutcome.NOTHING : one;
    } catch (RuntimeException failed) {
      LOG.errorf(failed, "Mail %d could not be changed", mailId);
      return BulkOutcome.of(false);
    }
  }

  private static BulkOutcome work(
      MailSelection selection, OutgoingMail mail, Predicate<OutgoingMail> work) {
    // It may have moved on since it was selected.
    return selection.states().contains(mail.state)
        ? BulkOutcome.of(work.test(mail))
        : BulkOutcome.NOTHING;
  }

  private List<OutgoingMail> lockFree(Set<Long> mailIds) {
    List<?> locked =
        entities
            .createNativeQuery(
                "select id from outgoing_mail where id in (:ids) order by id"
                    + " for update skip locked")
            .setParameter("ids", mailIds)
            .getResultList();
    return locked.isEmpty()
        ? List.of()
        : entities
            .createQuery("from OutgoingMail m where m.id in :ids order by m.id", OutgoingMail.class)
            .setParameter("ids", locked.stream().map(id -> ((Number) id).longValue()).toList())
            .getResultList();
  }

  private long last() {
    Long last =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    entities
                        .createQuery("select max(m.id) from OutgoingMail m", Long.class)
                        .getSingleResultOrNull());
    return last == null ? Long.MIN_VALUE : last;
  }

  private List<Candidate> next(MailSelection selection, long after, long last) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              TypedQuery<Candidate> query =
                  entities
                      .createQuery(
                          "select m.id, m.kind, m.subscriptionId from OutgoingMail m"
                              + " where m.state in :states and m.id > :after and m.id <= :last"
                              + (selection.kind() == null ? "" : " and m.kind = :kind")
                              + (selection.since() == null
                                  ? ""
                                  : " and (m.endedAt >= :since"
                                      + " or m.endedAt is null and m.queuedAt >= :since)")
                              + " order by m.id",
                          Candidate.class)
                      .setParameter("states", selection.states())
                      .setParameter("after", after)
                      .setParameter("last", last)
                      .setMaxResults(CHUNK);
              if (selection.kind() != null) {
                query.setParameter("kind", selection.kind());
              }
              if (selection.since() != null) {
                query.setParameter("since", selection.since());
              }
              return query.getResultList();
            });
  }
}
