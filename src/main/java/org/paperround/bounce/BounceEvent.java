package org.paperround.bounce;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that came back for a mail, once of its kind. */
@Entity
class BounceEvent {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bounce_event_seq")
  @SequenceGenerator(name = "bounce_event_seq", sequenceName = "bounce_event_seq")
  @Nullable Long id;

  long mailId;

  @Enumerated(EnumType.STRING)
  BounceKind kind;

  /** The enhanced status code (RFC 3463), or the type of a feedback report. */
  @Nullable String status;

  /** What the server said, without addresses. */
  String detail;

  @Enumerated(EnumType.STRING)
  BounceSource source;

  /** Stands for the address the mail went to; null where its reader was erased by then. */
  @Nullable String addressHash;

  Instant receivedAt;
}
