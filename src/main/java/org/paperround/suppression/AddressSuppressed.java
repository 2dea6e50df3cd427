package org.paperround.suppression;

import org.paperround.base.EmailAddress;

/**
 * An address has just been put on the list. Fired as a CDI event inside the transaction that did
 * it, once: not again when the address was there already, and not for erasures.
 */
public record AddressSuppressed(EmailAddress address, SuppressionReason reason) {}
