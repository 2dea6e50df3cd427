package org.paperround.paper.source;

/** How fast a source is asked. */
@FunctionalInterface
public interface SourcePace {

  /**
   * Makes an attempt as soon as it may be made.
   *
   * @param who the source as people call it
   */
  byte[] take(String who, Attempt attempt) throws Exception;
}
