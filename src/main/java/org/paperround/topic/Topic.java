package org.paperround.topic;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paperround.base.PaperId;
import org.paperround.topic.query.Query;

/**
 * A standing question, shared by every reader who asks the same: one row per {@link TopicKey}. It
 * is active while at least one confirmed reader asks it or mutes it; only active topics are
 * matched.
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
  @Nullable String wording;
  boolean active;
  boolean asked;
  boolean muted;

  /** While it is not active: since when. */
  Instant unreadSince = Instant.EPOCH;

  /** For Hibernate. */
  protected Topic() {}

  Topic(TopicKey key, Instant now) {
    this.kind = key.kind();
    this.canonical = key.canonical();
    this.wording = key.wording();
    this.unreadSince = now;
  }

  public long id() {
    return id;
  }

  /** In which way it is asked. */
  public TopicKind kind() {
    return kind;
  }

  /** The question itself, ready to be run, of a {@link TopicKind#QUERY}. */
  public Query query() {
    return Query.ofCanonical(canonical);
  }

  /** The words of an {@link TopicKind#ABOUT}. */
  public String wording() {
    return Objects.requireNonNull(wording, "only an about has words");
  }

  /** The papers that a {@link TopicKind#LIKE} names. */
  public List<PaperId> examples() {
    return Stream.of(canonical.split(" ")).map(PaperId::parse).toList();
  }

  /** Whether it may be forgotten soon, because nobody has had it since before this. */
  boolean isFading(Instant before) {
    return !active && unreadSince.isBefore(before);
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
  void read(boolean asked, boolean muted, Instant now) {
    this.asked = asked;
    this.muted = muted;
    if (active && !asked && !muted) {
      unreadSince = now;
    }
    active = asked || muted;
  }
}
