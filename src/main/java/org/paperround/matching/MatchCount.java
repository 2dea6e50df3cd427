package org.paperround.matching;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** How many papers of one day answered one topic, the ones that were not kept included. */
@Entity
@Table(name = "match_count")
class MatchCount {

  @EmbeddedId Key key;
  int total;

  /** For Hibernate. */
  protected MatchCount() {}

  MatchCount(Key key, int total) {
    this.key = key;
    this.total = total;
  }

  @Embeddable
  record Key(long topicId, LocalDate announcedOn) {}
}
