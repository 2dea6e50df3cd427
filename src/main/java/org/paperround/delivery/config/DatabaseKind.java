package org.paperround.delivery.config;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Asks the database what it is, and makes H2 keep its promises. */
@ApplicationScoped
public class DatabaseKind {

  private static final String H2 = "H2";

  private final DataSource database;
  private volatile boolean oneProcess;

  DatabaseKind(DataSource database) {
    this.database = database;
  }

  /**
   * Before anything is accepted: by default H2 answers a commit up to half a second before it is
   * safe.
   */
  void prepare(@Observes @Priority(10) StartupEvent event) throws SQLException {
    try (Connection connection = database.getConnection()) {
      oneProcess = H2.equals(connection.getMetaData().getDatabaseProductName());
      if (oneProcess) {
        try (var statement = connection.createStatement()) {
          statement.execute("set write_delay 0");
          // A round holds the rows of its readers for a moment: who leaves meanwhile waits for it.
          statement.execute("set default_lock_timeout 10000");
        }
      }
    }
  }

  /** Whether ours is the only process there can be, as on H2 in a file. */
  public boolean isOneProcess() {
    return oneProcess;
  }
}
