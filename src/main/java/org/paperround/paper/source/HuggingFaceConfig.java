package org.paperround.paper.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where Hugging Face Daily Papers is found. */
@ConfigMapping(prefix = "paperround.sources.huggingface")
interface HuggingFaceConfig {

  /** Without a path. */
  @WithDefault("https://huggingface.co")
  URI url();
}
