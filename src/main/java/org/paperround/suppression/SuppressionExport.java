package org.paperround.suppression;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The whole list, however long, without holding it or a transaction. */
@ApplicationScoped
public class SuppressionExport {

  private static final int CHUNK = 1000;

  private final EntityManager entities;

  SuppressionExport(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Shows every line, in the order they came onto the list. What changes meanwhile may or may not
   * be seen. Not to be called within a transaction.
   */
  public void each(Consumer<SuppressedAddress> reader) {
    long last = 0;
    List<Suppression> chunk;
    do {
      long after = last;
      chunk = QuarkusTransaction.requiringNew().call(() -> after(after));
      for (Suppression row : chunk) {
        reader.accept(row.line());
        last = Objects.requireNonNull(row.id);
      }
    } while (chunk.size() == CHUNK);
  }

  private List<Suppression> after(long id) {
    return entities
        .createQuery("from Suppression s where s.id > :id order by s.id", Suppression.class)
        .setParameter("id", id)
        .setMaxResults(CHUNK)
        .getResultList();
  }
}
