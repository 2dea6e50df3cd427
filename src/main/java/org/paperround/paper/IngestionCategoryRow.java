package org.paperround.paper;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.paperround.paper.Ingestion.Verdict;

/** A {@link CategoryVerdict} as it is stored. */
@Entity
@Table(name = "ingestion_category")
class IngestionCategoryRow {

  @EmbeddedId private Key key;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  private String reason;
  private int seen;
  private int created;

  protected IngestionCategoryRow() {}

  IngestionCategoryRow(long ingestionId, CategoryVerdict of) {
    this.key = new Key(ingestionId, of.category());
    this.verdict = of.verdict();
    this.reason = of.reason();
    this.seen = of.seen();
    this.created = of.created();
  }

  long ingestionId() {
    return key.ingestionId();
  }

  CategoryVerdict toVerdict() {
    return new CategoryVerdict(key.category(), verdict, reason, seen, created);
  }

  @Embeddable
  record Key(long ingestionId, String category) {}
}
