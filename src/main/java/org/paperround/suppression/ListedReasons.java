package org.paperround.suppression;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.paperround.base.EmailAddress;

/**
 * Looks addresses up on the list, by their keys and by their hashes, in the caller's transaction.
 * As plain JDBC, for every mail is looked up before it leaves; what Hibernate has not written yet
 * is not seen.
 */
@ApplicationScoped
class ListedReasons {

  // Two values each; H2 takes 65,536 in an array.
  private static final int MOST = 30_000;

  // One array whatever their number: one statement for the database to know. Joined, as H2 would
  // otherwise compare every row it finds with all of them.
  private static final String LISTED =
      "select s.address, s.reason from unnest(cast(? as varchar(254) array)) as asked(address)"
          + " join suppression s on s.address = asked.address";

  private final DataSource database;
  private final ErasureHashes hashes;

  ListedReasons(DataSource database, ErasureHashes hashes) {
    this.database = database;
    this.hashes = hashes;
  }

  /** See {@link Suppressions#reasonsFor}. */
  Map<EmailAddress, SuppressionReason> reasonsFor(Collection<EmailAddress> addresses) {
    Map<EmailAddress, SuppressionReason> reasons = new HashMap<>();
    List<EmailAddress> all = List.copyOf(addresses);
    for (int from = 0; from < all.size(); from += MOST) {
      look(all.subList(from, Math.min(from + MOST, all.size())), reasons);
    }
    return reasons;
  }

  private void look(List<EmailAddress> addresses, Map<EmailAddress, SuppressionReason> reasons) {
    Map<String, List<EmailAddress>> byStored = new HashMap<>();
    for (EmailAddress address : addresses) {
      byStored.computeIfAbsent(address.key(), key -> new ArrayList<>()).add(address);
      byStored.computeIfAbsent(hashes.of(address), hash -> new ArrayList<>()).add(address);
    }
    list(byStored, reasons);
  }

  private void list(
      Map<String, List<EmailAddress>> byStored, Map<EmailAddress, SuppressionReason> reasons) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(LISTED)) {
      statement.setArray(1, connection.createArrayOf("varchar", byStored.keySet().toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          SuppressionReason reason = SuppressionReason.valueOf(rows.getString(2));
          for (EmailAddress address : byStored.getOrDefault(rows.getString(1), List.of())) {
            reasons.merge(
                address, reason, (one, other) -> one == SuppressionReason.ERASED ? other : one);
          }
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("The suppression list could not be read", failed);
    }
  }
}
