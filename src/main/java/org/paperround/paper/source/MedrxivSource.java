package org.paperround.paper.source;

import jakarta.inject.Singleton;

/** medRxiv, preprints of medicine. */
@Singleton
class MedrxivSource extends RxivSource {

  MedrxivSource(SourceJson http, RxivConfig config) {
    super("medRxiv", "medrxiv", http, config);
  }
}
