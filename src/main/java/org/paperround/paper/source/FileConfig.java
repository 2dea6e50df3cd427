package org.paperround.paper.source;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** A file of papers in our own format. */
@ConfigMapping(prefix = "paperround.sources.file")
interface FileConfig {

  /** A path, or {@code classpath:} and the name of a resource. */
  Optional<String> path();
}
