package org.paperround.subscription;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;

/**
 * What somebody asked for at the door, kept until it is answered and, for a sign-up, confirmed. The
 * choices belong to it: they touch no subscription before its token comes back.
 */
@Entity
class SignUp {

  enum Kind {
    SUBSCRIBE,
    LINK
  }

  enum Answer {
    /** Not looked at yet. */
    OPEN,
    /** A confirmation was mailed. */
    CONFIRMATION,
    /** A preferences link was mailed, because the address has a subscription. */
    PREFERENCES_LINK,
    /** Nothing was mailed: too soon after the last, suppressed, or nobody we know. */
    SILENCE
  }

  @Id
  @GeneratedValue(generator = "sign_up_seq")
  @SequenceGenerator(name = "sign_up_seq", sequenceName = "sign_up_seq")
  long id;

  @Enumerated(EnumType.STRING)
  Kind kind;

  String address;
  String addressKey;
  @Nullable String choices;
  Instant askedAt;
  String askedFrom;

  @Enumerated(EnumType.STRING)
  Answer answer = Answer.OPEN;

  @Nullable Instant answeredAt;
  @Nullable Long subscriptionId;
  @Nullable Instant confirmedAt;

  /** For Hibernate. */
  protected SignUp() {}

  SignUp(Kind kind, EmailAddress address, @Nullable String choices, Instant at, String from) {
    this.kind = kind;
    this.address = address.toString();
    this.addressKey = address.key();
    this.choices = choices;
    this.askedAt = at;
    this.askedFrom = from;
  }

  EmailAddress address() {
    return EmailAddress.parse(address);
  }
}
