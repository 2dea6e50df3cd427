package org.paperround.paper.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import org.paperround.paper.PaperSource;
import org.paperround.paper.PaperSourceGroup;

/** A source for each feed the operator names. */
@ApplicationScoped
class FeedSources implements PaperSourceGroup {

  private final List<PaperSource> sources;

  FeedSources(SourceHttp http, FeedConfig config, Clock clock) {
    BiConsumer<String, URI> rule =
        config.allowPrivate() ? (who, anywhere) -> {} : PublicAddress::require;
    this.sources =
        config.url().entrySet().stream()
            .map(
                feed ->
                    (PaperSource) new FeedSource(feed.getKey(), feed.getValue(), http, rule, clock))
            .toList();
  }

  @Override
  public List<PaperSource> sources() {
    return sources;
  }
}
