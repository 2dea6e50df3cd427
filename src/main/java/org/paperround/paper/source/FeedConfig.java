package org.paperround.paper.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Map;

/** Journals and blogs that have an RSS or Atom feed. */
@ConfigMapping(prefix = "paperround.sources.feeds")
interface FeedConfig {

  /** The addresses of feeds, by the names they have as sources. */
  Map<String, URI> url();

  /** Whether feeds may be on private, loopback and link-local addresses. */
  @WithDefault("false")
  boolean allowPrivate();
}
