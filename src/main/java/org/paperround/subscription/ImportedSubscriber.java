package org.paperround.subscription;

import java.time.Instant;
import org.paperround.base.EmailAddress;

/**
 * A subscriber who is brought from elsewhere, well-formed.
 *
 * @param consentAt when they consented
 * @param consentSource where they did, at most 500 characters
 */
record ImportedSubscriber(
    EmailAddress address, Choices choices, Instant consentAt, String consentSource) {}
