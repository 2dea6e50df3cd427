package org.paperround.web;

import org.jspecify.annotations.Nullable;

/**
 * The page after confirming.
 *
 * @param preferencesToken a fresh token for who has just confirmed, so that they can look at what
 *     they chose; null for who only looks at the link
 */
record ConfirmedView(@Nullable String preferencesToken) {}
