package org.paperround.subscription;

/** A reader's first digest is due now. Fired inside the transaction that makes it so. */
public record DigestDue() {}
