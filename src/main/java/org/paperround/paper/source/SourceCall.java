package org.paperround.paper.source;

import java.net.URI;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * What is asked of a source, and how.
 *
 * @param who the source as people call it; begins the sentence of a failure
 * @param accept the media types asked for
 * @param pace waits until each attempt may begin; waiting is no part of the attempt's time
 * @param rule refuses addresses, by {@code who}, before they are asked or redirected to
 * @param longestRest a rest the source asks for that another attempt waits for
 */
public record SourceCall(
    String who,
    URI address,
    String accept,
    SourcePace pace,
    BiConsumer<String, URI> rule,
    Duration longestRest) {

  private static final Duration A_SHORT_REST = Duration.ofSeconds(5);

  /** Asked at once, wherever it is. */
  public static SourceCall of(String who, URI address, String accept) {
    return new SourceCall(
        who,
        address,
        accept,
        (source, attempt) -> attempt.now(),
        (source, anywhere) -> {},
        A_SHORT_REST);
  }

  /** The same at a pace. */
  public SourceCall at(SourcePace slower) {
    return new SourceCall(who, address, accept, slower, rule, longestRest);
  }

  /** The same within what a rule lets pass. */
  public SourceCall within(BiConsumer<String, URI> stricter) {
    return new SourceCall(who, address, accept, pace, stricter, longestRest);
  }

  /** The same, waiting for a rest as long as this. */
  public SourceCall resting(Duration longer) {
    return new SourceCall(who, address, accept, pace, rule, longer);
  }
}
