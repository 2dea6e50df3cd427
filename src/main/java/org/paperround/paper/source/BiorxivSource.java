package org.paperround.paper.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** bioRxiv, preprints of biology. */
@Singleton
class BiorxivSource extends RxivSource {

  BiorxivSource(SourceHttp http, ObjectMapper json, RxivConfig config) {
    super("bioRxiv", "biorxiv", http, json, config.url());
  }
}
