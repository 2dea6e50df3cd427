package org.paperround.web;

import org.jspecify.annotations.Nullable;

/**
 * The page after saving preferences.
 *
 * @param nextDue when the next digest is due, in the reader's zone and words; null for never
 */
record SavedView(String token, @Nullable String nextDue) {}
