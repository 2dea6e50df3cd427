package org.paperround.web;

/**
 * The page that asks where to mail a preferences link.
 *
 * @param email as it was typed
 * @param error what is wrong with it, or nothing
 */
record LinkView(String email, String error) {}
