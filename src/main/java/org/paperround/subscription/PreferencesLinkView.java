package org.paperround.subscription;

/**
 * What a mail with a preferences link holds.
 *
 * @param expiresInDays how long the link works
 */
record PreferencesLinkView(String preferencesUrl, int expiresInDays, String postalAddress) {}
