package org.paperround.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;

/** A mail accepted for sending: a row of the outbox, and for ever after a line of the ledger. */
@Entity
class OutgoingMail {

  private static final int LONGEST_REPLY = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outgoing_mail_seq")
  @SequenceGenerator(
      name = "outgoing_mail_seq",
      sequenceName = "outgoing_mail_seq",
      allocationSize = 1000)
  @Nullable Long id;

  @Enumerated(EnumType.STRING)
  MailKind kind;

  @Enumerated(EnumType.STRING)
  Lane lane;

  @Nullable String toAddress;

  @Nullable String toKey;

  /** Whose servers take it in the end, so that one slow domain need not hold up the others. */
  @Nullable String toDomain;

  long reference;

  @Nullable Long subscriptionId;

  @Enumerated(EnumType.STRING)
  MailState state;

  @Nullable String reason;

  @Enumerated(EnumType.STRING)
  @Nullable CancelReason cancelAsked;

  int attempts;

  boolean uncertain;

  @Nullable String lastReply;

  String messageKey;

  Instant queuedAt;

  Instant expiresAt;

  @Nullable Instant nextAttemptAt;

  @Nullable String leaseOwner;

  @Nullable Instant leaseUntil;

  @Nullable Instant sentAt;

  @Nullable Instant endedAt;

  /** Its id, once it has one. */
  long id() {
    if (id == null) {
      throw new IllegalStateException("The mail has not been accepted yet");
    }
    return id;
  }

  /** Whom it goes to; null once the reader was erased. */
  @Nullable EmailAddress to() {
    return toAddress == null ? null : EmailAddress.stored(toAddress);
  }

  String messageId() {
    return MessageIds.messageId(id(), messageKey);
  }

  /** Ends it: from now on the row only tells what became of the mail. */
  MailEnded end(MailState end, @Nullable String why, Instant at) {
    state = end;
    reason = why;
    cancelAsked = null;
    nextAttemptAt = null;
    endedAt = at;
    sentAt = end == MailState.SENT ? at : null;
    release();
    return new MailEnded(id(), kind, reference, end, uncertain);
  }

  /**
   * Makes a mail that ended wait again, as if it were new. What it went through stays uncertain.
   */
  void reopen(Instant now, Instant staleAt) {
    state = MailState.QUEUED;
    reason = null;
    attempts = 0;
    nextAttemptAt = now;
    expiresAt = staleAt;
    sentAt = null;
    endedAt = null;
    release();
  }

  /** Lets go of it until it is due again. */
  void waitUntil(Instant next) {
    state = attempts == 0 ? MailState.QUEUED : MailState.DEFERRED;
    nextAttemptAt = next;
    release();
  }

  /** Lets go of the lease, so that anybody may take the row. */
  void release() {
    leaseOwner = null;
    leaseUntil = null;
  }

  /** Keeps what the relay said; nothing of an erased reader, whose address it may name. */
  void replied(String reply) {
    lastReply = toAddress == null ? null : cut(reply);
  }

  static String cut(String reply) {
    return reply.length() > LONGEST_REPLY ? reply.substring(0, LONGEST_REPLY) : reply;
  }
}
