package org.paperround.matching.meaning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether topics are matched by meaning. */
@ConfigMapping(prefix = "paperround.matching")
public interface MeaningConfig {

  /** Without it, words alone are compared. */
  @WithDefault("true")
  boolean semantic();
}
