package org.paperround.subscription;

/**
 * What a confirmation mail holds: nothing that was typed at sign-up, since a stranger may have.
 *
 * @param expiresInDays how long the link works
 */
record ConfirmationView(String confirmUrl, int expiresInDays, String postalAddress) {}
