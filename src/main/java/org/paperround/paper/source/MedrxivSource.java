package org.paperround.paper.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** medRxiv, preprints of medicine. */
@Singleton
class MedrxivSource extends RxivSource {

  MedrxivSource(SourceHttp http, ObjectMapper json, RxivConfig config) {
    super("medRxiv", "medrxiv", http, json, config.url());
  }
}
