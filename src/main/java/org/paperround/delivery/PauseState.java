package org.paperround.delivery;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept from being sent.
 *
 * @param lanes the lanes that are paused; none when all is well
 * @param since when the pause began; null without one
 * @param reason in the words of whoever paused; null where they gave none
 * @param cause who paused; null without a pause
 * @param resumes how often sending was resumed so far
 */
public record PauseState(
    Set<Lane> lanes,
    @Nullable Instant since,
    @Nullable String reason,
    @Nullable PauseCause cause,
    long resumes) {

  public PauseState {
    lanes = Set.copyOf(lanes);
  }

  /** Whether any lane is paused. */
  public boolean isPaused() {
    return !lanes.isEmpty();
  }
}
