package org.paperround.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How sending stands.
 *
 * @param paused whether any lane is paused
 * @param pausedLanes which ones
 * @param pauseReason null where none was given
 * @param counts how many mails are in each state; every state has a number
 * @param oldestQueuedSeconds for how long the oldest mail that is not in a final state has waited
 * @param pacePerSecond the mails that were sent in the last minute, by second
 * @param expectedFinishAt when nothing will be left at this pace; null when paused, when nothing
 *     was sent for a minute, and when nothing waits
 */
public record DeliveryState(
    boolean paused,
    List<Lane> pausedLanes,
    @Nullable Instant pausedSince,
    @Nullable String pauseReason,
    RelayState relay,
    Map<MailState, Long> counts,
    long oldestQueuedSeconds,
    double pacePerSecond,
    @Nullable Instant expectedFinishAt) {

  /**
   * What the instance that answers knows of the relay.
   *
   * @param since for how long it has been so
   * @param reason why it is down; null while it is up
   */
  public record RelayState(boolean up, Instant since, @Nullable String reason) {}
}
