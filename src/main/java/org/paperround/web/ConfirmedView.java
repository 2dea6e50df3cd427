package org.paperround.web;

/**
 * The page after confirming.
 *
 * @param preferencesToken a fresh token, so that the reader can look at what they chose
 */
record ConfirmedView(String preferencesToken) {}
