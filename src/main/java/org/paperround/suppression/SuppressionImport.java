package org.paperround.suppression;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.hibernate.Session;

/** Suppressions brought from elsewhere, many at a time. */
@ApplicationScoped
public class SuppressionImport {

  private final EntityManager entities;
  private final Suppressions suppressions;

  SuppressionImport(EntityManager entities, Suppressions suppressions) {
    this.entities = entities;
    this.suppressions = suppressions;
  }

  /**
   * Puts addresses on the list, all in one transaction of its own. One that is there already keeps
   * its first reason, detail and time.
   *
   * @return for each row, in order, whether it is new
   */
  // Who puts one of them on the list at the same instant makes it fail; then it is listed.
  @Retry(maxRetries = 3, retryOn = PersistenceException.class)
  public List<Boolean> take(List<SuppressionRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              entities.unwrap(Session.class).setJdbcBatchSize(rows.size());
              return suppressions.addAll(rows);
            });
  }
}
