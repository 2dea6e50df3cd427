package org.paperround.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paperround.paper.Ingestion.Verdict;

/** An {@link Ingestion} as it is stored; written once and never changed. */
@Entity
@Table(name = "ingestion")
class IngestionRow {

  @Id
  @GeneratedValue
  @SequenceGenerator(sequenceName = "ingestion_seq")
  private @Nullable Long id;

  private String source;

  @Column(name = "ingestion_date")
  private LocalDate date;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  private String reason;
  private int seen;
  private int created;
  private int updated;
  private int unchanged;
  private int rejected;
  private Instant startedAt;
  private Instant finishedAt;

  /** Single papers were asked for: it says nothing of the source's day. */
  private boolean byId;

  protected IngestionRow() {}

  IngestionRow(
      String source,
      LocalDate date,
      IngestionOutcome outcome,
      Instant startedAt,
      Instant finishedAt) {
    StoredCounts stored = outcome.stored();
    this.source = source;
    this.date = date;
    this.verdict = outcome.verdict();
    this.reason = outcome.reason();
    this.created = stored.created();
    this.updated = stored.updated();
    this.unchanged = stored.unchanged();
    this.rejected = outcome.rejected();
    this.seen = created + updated + unchanged + rejected;
    this.startedAt = startedAt;
    this.finishedAt = finishedAt;
  }

  /** The same, of single papers. */
  IngestionRow ofSinglePapers() {
    byId = true;
    return this;
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("An ingestion has a number once it is stored");
    }
    return id;
  }

  Ingestion toIngestion(List<CategoryVerdict> categories) {
    return new Ingestion(
        id(),
        source,
        date,
        verdict,
        reason,
        seen,
        created,
        updated,
        unchanged,
        rejected,
        startedAt,
        finishedAt,
        categories);
  }
}
