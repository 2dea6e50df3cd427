package org.paperround.topic;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.paperround.topic.query.Query;

/**
 * A standing question, shared by every reader who asks the same: one row per canonical text. It is
 * active while at least one confirmed reader asks it or mutes it; only active topics are matched.
 */
@Entity
public class Topic {

  @Id
  @GeneratedValue(generator = "topic_seq")
  @SequenceGenerator(name = "topic_seq", sequenceName = "topic_seq")
  long id;

  @Enumerated(EnumType.STRING)
  TopicKind kind;

  String canonical;
  boolean active;
  boolean asked;
  boolean muted;

  /** For Hibernate. */
  protected Topic() {}

  Topic(TopicKind kind, String canonical) {
    this.kind = kind;
    this.canonical = canonical;
  }

  public long id() {
    return id;
  }

  /** The text that is the same however the query was written; it parses to itself. */
  public String canonical() {
    return canonical;
  }

  /** The question itself, ready to be run. */
  public Query query() {
    return Query.ofCanonical(canonical);
  }

  /** Whether a confirmed reader wants the papers that answer it. */
  public boolean isAsked() {
    return asked;
  }

  /** Whether a confirmed reader never wants the papers that answer it. */
  public boolean isMuted() {
    return muted;
  }

  /** Notes whether it is asked and muted now. */
  void read(boolean asked, boolean muted) {
    this.asked = asked;
    this.muted = muted;
    active = asked || muted;
  }
}
