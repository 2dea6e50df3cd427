package org.paperround.paper;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.jpa.HibernateHints;
import org.jboss.logging.Logger;
import org.paperround.paper.Ingestion.Verdict;

/** Every ingestion that ran, so that silence can be explained. */
@ApplicationScoped
public class IngestionLog {

  private static final List<Verdict> GOOD = List.of(Verdict.NEW_PAPERS, Verdict.NOTHING_NEW);
  private static final Logger LOG = Logger.getLogger(IngestionLog.class);

  private final EntityManager entities;
  private final Event<Ingestion> ended;

  IngestionLog(EntityManager entities, Event<Ingestion> ended) {
    this.entities = entities;
    this.ended = ended;
  }

  /**
   * Writes an ingestion down, whatever becomes of the caller's transaction, and fires it as an
   * event, whatever becomes of that.
   */
  Ingestion record(
      String source,
      LocalDate date,
      IngestionOutcome outcome,
      Instant startedAt,
      Instant finishedAt) {
    LOG.infof("Ingestion of %s for %s: %s (%s)", source, date, outcome.verdict(), outcome.reason());
    Ingestion ingestion =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  IngestionRow row = new IngestionRow(source, date, outcome, startedAt, finishedAt);
                  entities.persist(row);
                  outcome
                      .categories()
                      .forEach(of -> entities.persist(new IngestionCategoryRow(row.id(), of)));
                  return row.toIngestion(outcome.categories());
                });
    tell(ingestion);
    return ingestion;
  }

  /** Who listens and fails does not undo what is written down. */
  private void tell(Ingestion ingestion) {
    try {
      ended.fire(ingestion);
    } catch (RuntimeException failure) {
      LOG.errorf(
          failure,
          "The ingestion of %s for %s is recorded, but not everybody could be told",
          ingestion.source(),
          ingestion.date());
    }
  }

  /** Writes down that single papers were asked for; nobody is told, as it is no day's ingestion. */
  @Transactional
  Ingestion recordLookup(
      String source,
      LocalDate date,
      IngestionOutcome outcome,
      Instant startedAt,
      Instant finishedAt) {
    IngestionRow row =
        new IngestionRow(source, date, outcome, startedAt, finishedAt).ofSinglePapers();
    entities.persist(row);
    return row.toIngestion(List.of());
  }

  /**
   * A page of ingestions, the newest first.
   *
   * @param page from 0
   * @param size at least 1
   */
  @Transactional
  public List<Ingestion> page(int page, int size) {
    List<IngestionRow> rows =
        entities
            .createQuery(
                "from IngestionRow i order by i.startedAt desc, i.id desc", IngestionRow.class)
            .setFirstResult(Math.multiplyExact(page, size))
            .setMaxResults(size)
            .setHint(HibernateHints.HINT_READ_ONLY, true)
            .getResultList();
    Map<Long, List<CategoryVerdict>> categories =
        entities
            .createQuery(
                "from IngestionCategoryRow c where c.key.ingestionId in :ids"
                    + " order by c.key.category",
                IngestionCategoryRow.class)
            .setParameter("ids", rows.stream().map(IngestionRow::id).toList())
            .setHint(HibernateHints.HINT_READ_ONLY, true)
            .getResultStream()
            .collect(
                groupingBy(
                    IngestionCategoryRow::ingestionId,
                    mapping(IngestionCategoryRow::toVerdict, toList())));
    return rows.stream()
        .map(row -> row.toIngestion(categories.getOrDefault(row.id(), List.of())))
        .toList();
  }

  /**
   * Forgets some ingestions that began before an instant.
   *
   * @return how many went; 0 when there is nothing older
   */
  @Transactional
  public int retire(Instant before, int most) {
    List<Long> old =
        entities
            .createQuery(
                "select i.id from IngestionRow i where i.startedAt < :before order by i.id",
                Long.class)
            .setParameter("before", before)
            .setMaxResults(most)
            .getResultList();
    return entities
        .createQuery("delete from IngestionRow i where i.id in :old")
        .setParameter("old", old)
        .executeUpdate();
  }

  /** Whether a source was read well for a UTC day at an instant or later. */
  @Transactional
  boolean wasRead(String source, LocalDate day, Instant since) {
    return entities
            .createQuery(
                "select count(i) from IngestionRow i where i.source = :source and i.date = :day"
                    + " and i.verdict in :good and i.startedAt >= :since",
                Long.class)
            .setParameter("source", source)
            .setParameter("day", day)
            .setParameter("good", GOOD)
            .setParameter("since", since)
            .getSingleResult()
        > 0;
  }

  /** The most papers that a source had for a UTC day, of all times it was asked for it. */
  @Transactional
  int mostSeen(String source, LocalDate day) {
    return entities
        .createQuery(
            "select coalesce(max(i.seen), 0) from IngestionRow i"
                + " where i.source = :source and i.date = :day",
            Integer.class)
        .setParameter("source", source)
        .setParameter("day", day)
        .getSingleResult();
  }

  /** How many ingestions {@link #page} goes through. */
  @Transactional
  public long count() {
    return entities
        .createQuery("select count(i) from IngestionRow i", Long.class)
        .getSingleResult();
  }
}
