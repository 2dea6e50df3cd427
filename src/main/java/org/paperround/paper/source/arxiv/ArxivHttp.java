package org.paperround.paper.source.arxiv;

import java.net.URI;
import org.paperround.paper.source.SourceCall;
import org.paperround.paper.source.SourceHttp;
import org.paperround.paper.source.SourcePace;

/** The way to all interfaces of arXiv, at the pace they share. */
record ArxivHttp(SourceHttp http, SourcePace pace) {

  private static final String XML = "application/xml, text/xml, application/atom+xml";

  byte[] get(String who, URI address) {
    return http.get(SourceCall.of(who, address, XML).at(pace));
  }
}
