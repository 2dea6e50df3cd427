package org.paperround.matching;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** One paper answers one topic: how well, and why. */
@Entity
@Table(name = "paper_match")
class Match {

  @EmbeddedId Pair pair;
  LocalDate announcedOn;
  float score;
  String reason;

  /** For Hibernate. */
  protected Match() {}

  Match(Pair pair, LocalDate announcedOn, float score, String reason) {
    this.pair = pair;
    this.announcedOn = announcedOn;
    this.score = score;
    this.reason = reason;
  }

  @Embeddable
  record Pair(long topicId, long paperId) {}
}
