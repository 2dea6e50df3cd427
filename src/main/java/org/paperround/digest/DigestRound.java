package org.paperround.digest;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A round that found somebody due, and what came of it. */
@Entity
@Table(name = "digest_round")
class DigestRound {

  @Id
  @GeneratedValue(generator = "digest_round_seq")
  @SequenceGenerator(name = "digest_round_seq", sequenceName = "digest_round_seq")
  long id;

  Instant roundAt;
  Instant startedAt;
  Instant finishedAt;
  int due;
  int editions;
  int empty;
  int mails;

  /** For Hibernate. */
  protected DigestRound() {}

  DigestRound(RoundReport report, Instant roundAt, Instant startedAt, Instant finishedAt) {
    this.roundAt = roundAt;
    this.startedAt = startedAt;
    this.finishedAt = finishedAt;
    this.due = report.due();
    this.editions = report.editions();
    this.empty = report.empty();
    this.mails = report.mails();
  }

  PastRound past() {
    return new PastRound(id, roundAt, startedAt, finishedAt, due, editions, empty, mails);
  }
}
