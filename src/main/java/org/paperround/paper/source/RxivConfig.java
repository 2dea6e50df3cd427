package org.paperround.paper.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where bioRxiv and medRxiv are asked. */
@ConfigMapping(prefix = "paperround.sources.rxiv")
interface RxivConfig {

  /** Without a path. */
  @WithDefault("https://api.biorxiv.org")
  URI url();
}
