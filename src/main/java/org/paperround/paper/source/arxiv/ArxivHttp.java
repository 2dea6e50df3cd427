package org.paperround.paper.source.arxiv;

import java.net.URI;
import java.time.Duration;
import org.paperround.paper.source.SourceCall;
import org.paperround.paper.source.SourceHttp;
import org.paperround.paper.source.SourcePace;

/** The way to all interfaces of arXiv, at the pace they share. */
record ArxivHttp(SourceHttp http, SourcePace pace) {

  private static final String XML = "application/xml, text/xml, application/atom+xml";
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  byte[] get(String who, URI address) {
    return http.get(SourceCall.of(who, address, XML).at(pace));
  }

  /** Waits out the rests that OAI-PMH asks for in the middle of a long answer. */
  byte[] getInPatience(String who, URI address) {
    return http.get(SourceCall.of(who, address, XML).at(pace).resting(LONGEST_REST));
  }
}
