package org.paperround.subscription;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.paperround.base.EmailAddress;

/** The person: one normalised address, with the consent that lets us mail to it. */
@Entity
class Subscriber {

  @Id
  @GeneratedValue(generator = "subscriber_seq")
  @SequenceGenerator(name = "subscriber_seq", sequenceName = "subscriber_seq")
  long id;

  String address;
  String addressKey;
  @Embedded Consent consent;

  /** For Hibernate. */
  protected Subscriber() {}

  Subscriber(EmailAddress address, Consent consent) {
    this.address = address.toString();
    this.addressKey = address.key();
    this.consent = consent;
  }

  EmailAddress address() {
    return EmailAddress.parse(address);
  }
}
