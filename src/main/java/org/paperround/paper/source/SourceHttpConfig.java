package org.paperround.paper.source;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long and how much we let a source answer. */
@ConfigMapping(prefix = "paperround.sources.http")
interface SourceHttpConfig {

  /** For one attempt, from connecting to the last byte. */
  @WithDefault("PT10S")
  Duration timeout();

  /** Before the second attempt; doubled before the third, each with some jitter. */
  @WithDefault("PT0.5S")
  Duration backoff();

  /** An address for the people who run a source, said in the User-Agent beside the base URL. */
  Optional<String> contact();

  /** The longest body that is read. */
  @WithDefault("20M")
  MemorySize maxBody();
}
