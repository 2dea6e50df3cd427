package org.paperround.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Evidence of the reader's consent.
 *
 * @param askedAt when the sign-up came
 * @param askedFrom the hashed client address it came from
 * @param givenAt when the confirmation was posted
 * @param givenFrom the hashed client address it was posted from
 * @param wording which edition of the sentence beside the button they agreed to
 */
@Embeddable
record Consent(
    @Column(name = "consent_asked_at") Instant askedAt,
    @Column(name = "consent_asked_from") String askedFrom,
    @Column(name = "consent_given_at") Instant givenAt,
    @Column(name = "consent_given_from") String givenFrom,
    @Column(name = "consent_wording") String wording) {

  /** The edition of the sentence that stands beside the sign-up button; change both together. */
  static final String WORDING = "2026-11";
}
