package org.paperround.paper.source;

import jakarta.inject.Singleton;

/** bioRxiv, preprints of biology. */
@Singleton
class BiorxivSource extends RxivSource {

  BiorxivSource(SourceJson http, RxivConfig config) {
    super("bioRxiv", "biorxiv", http, config);
  }
}
