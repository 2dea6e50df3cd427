package org.paperround.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of the reader's consent: what is known of it, and nothing that is not.
 *
 * @param askedAt when the sign-up came; null where the consent was brought from elsewhere
 * @param askedFrom the hashed client address it came from; null as above
 * @param givenAt when the confirmation was posted, or when the one who brought it says
 * @param givenFrom the hashed client address it was posted from; null as above
 * @param wording which edition of the sentence beside the button they agreed to; null as above
 * @param source where it was given, in the words of who brought it; null where it was given here
 * @param importedAt when it was brought; null where it was given here
 */
@Embeddable
record Consent(
    @Column(name = "consent_asked_at") @Nullable Instant askedAt,
    @Column(name = "consent_asked_from") @Nullable String askedFrom,
    @Column(name = "consent_given_at") Instant givenAt,
    @Column(name = "consent_given_from") @Nullable String givenFrom,
    @Column(name = "consent_wording") @Nullable String wording,
    @Column(name = "consent_source") @Nullable String source,
    @Column(name = "imported_at") @Nullable Instant importedAt) {

  /** The edition of the sentence that stands beside the sign-up button; change both together. */
  static final String WORDING = "2026-11";

  /** Consent that was given here, in both steps. */
  static Consent confirmed(Instant askedAt, String askedFrom, Instant givenAt, String givenFrom) {
    return new Consent(askedAt, askedFrom, givenAt, givenFrom, WORDING, null, null);
  }

  /** Consent that was given elsewhere. */
  static Consent imported(Instant givenAt, String source, Instant importedAt) {
    return new Consent(null, null, givenAt, null, null, source, importedAt);
  }
}
