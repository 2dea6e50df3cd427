package org.paperround.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one subscription.
 *
 * @param token of the preferences link
 * @param unsubscribeToken leads to pausing and leaving
 * @param email the reader's address
 * @param status a sentence: "You are on the round."
 * @param nextDue when the next digest is due, in the reader's zone and words; null for never
 * @param silence why there was no mail at the last slot; null when there was one
 * @param history the last due days, newest first
 * @param feedback what the reader said of papers, newest first
 */
record PreferencesView(
    String token,
    String unsubscribeToken,
    String email,
    String status,
    @Nullable String nextDue,
    @Nullable String silence,
    List<PastDayView> history,
    List<FeedbackLine> feedback,
    ChoicesForm form) {}
