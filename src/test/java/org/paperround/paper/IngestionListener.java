package org.paperround.paper;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Does what a test wants when an ingestion ended. */
@Singleton
public class IngestionListener {

  private volatile Consumer<Ingestion> then = ingestion -> {};

  /** What is done from now on; it may throw. */
  public void does(Consumer<Ingestion> then) {
    this.then = then;
  }

  void ended(@Observes Ingestion ingestion) {
    then.accept(ingestion);
  }
}
