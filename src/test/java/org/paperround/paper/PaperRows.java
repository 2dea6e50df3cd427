package org.paperround.paper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** Empties this room's tables between tests. */
@Singleton
public class PaperRows {

  private final EntityManager entities;

  PaperRows(EntityManager entities) {
    this.entities = entities;
  }

  public void clear() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              entities.createQuery("delete from PaperRevision").executeUpdate();
              entities.createQuery("delete from Paper").executeUpdate();
              entities.createQuery("delete from IngestionCategoryRow").executeUpdate();
              entities.createQuery("delete from IngestionRow").executeUpdate();
              entities.createQuery("delete from CategoryStanding").executeUpdate();
              entities.createNativeQuery("delete from announcement").executeUpdate();
              entities.createNativeQuery("delete from source_turn").executeUpdate();
            });
  }

  public void sql(String statement) {
    QuarkusTransaction.requiringNew()
        .run(() -> entities.createNativeQuery(statement).executeUpdate());
  }
}
