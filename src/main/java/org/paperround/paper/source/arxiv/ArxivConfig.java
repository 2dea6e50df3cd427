package org.paperround.paper.source.arxiv;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where and how arXiv is asked. */
@ConfigMapping(prefix = "paperround.sources.arxiv")
interface ArxivConfig {

  /** The feeds, with or without {@code /rss}; {@code /atom} works as well. */
  @WithDefault("https://rss.arxiv.org/rss")
  URI rssUrl();

  /** OAI-PMH, with or without {@code /oai}. */
  @WithDefault("https://oaipmh.arxiv.org/oai")
  URI oaiUrl();

  /** The query API, with or without {@code /api/query}. */
  @WithDefault("https://export.arxiv.org/api/query")
  URI apiUrl();

  /** From the end of an answer to the next request, over all interfaces and instances. */
  @WithDefault("PT3S")
  Duration pace();

  /** Categories to follow besides those that topics name. */
  Optional<List<String>> categories();

  /** Days around which arXiv may defer its announcements, as its availability page lists them. */
  List<LocalDate> holidays();
}
