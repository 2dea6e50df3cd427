package org.paperround.paper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Every ingestion that ran, so that silence can be explained. */
@ApplicationScoped
public class IngestionLog {

  private final EntityManager entities;

  IngestionLog(EntityManager entities) {
    this.entities = entities;
  }

  /** Writes an ingestion down, whatever becomes of the caller's transaction. */
  Ingestion record(
      String source,
      LocalDate date,
      IngestionOutcome outcome,
      Instant startedAt,
      Instant finishedAt) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              IngestionRow row = new IngestionRow(source, date, outcome, startedAt, finishedAt);
              entities.persist(row);
              return row.toIngestion();
            });
  }

  /**
   * A page of ingestions, the newest first.
   *
   * @param page from 0
   * @param size at least 1
   */
  @Transactional
  public List<Ingestion> page(int page, int size) {
    return entities
        .createQuery("from IngestionRow i order by i.startedAt desc, i.id desc", IngestionRow.class)
        .setFirstResult(Math.multiplyExact(page, size))
        .setMaxResults(size)
        .getResultStream()
        .map(IngestionRow::toIngestion)
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

  /** Whether a source was read well for a UTC day after that day had ended. */
  @Transactional
  boolean isComplete(String source, LocalDate day) {
    return entities
            .createQuery(
                "select count(i) from IngestionRow i where i.source = :source and i.date = :day"
                    + " and i.verdict in :good and i.startedAt >= :ended",
                Long.class)
            .setParameter("source", source)
            .setParameter("day", day)
            .setParameter(
                "good", List.of(Ingestion.Verdict.NEW_PAPERS, Ingestion.Verdict.NOTHING_NEW))
            .setParameter("ended", day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
            .getSingleResult()
        > 0;
  }

  /** How many ingestions {@link #page} goes through. */
  @Transactional
  public long count() {
    return entities
        .createQuery("select count(i) from IngestionRow i", Long.class)
        .getSingleResult();
  }
}
