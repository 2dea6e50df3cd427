package org.paperround.paper.source;

/** One attempt at a source. */
@FunctionalInterface
public interface Attempt {

  /** Makes it. */
  byte[] now() throws Exception;
}
