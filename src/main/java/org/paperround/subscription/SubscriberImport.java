package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.paperround.base.InvalidRequest;

/**
 * Brings subscribers from elsewhere, who consented there: they have confirmed subscriptions at
 * once, and no mail asks them to confirm. Nobody's choices are overwritten, so what was interrupted
 * can simply be brought again.
 */
@ApplicationScoped
public class SubscriberImport {

  /** The columns a row may have. */
  public static final List<String> COLUMNS =
      List.of(
          "email",
          "topics",
          "mute",
          "frequency",
          "timeZone",
          "deliverAt",
          "weekday",
          "maxPapers",
          "trending",
          "sendEmpty",
          "consentAt",
          "consentSource");

  /** The columns it must have. */
  public static final Set<String> REQUIRED = Set.of("email", "consentAt", "consentSource");

  /** Other names of columns. */
  public static final Map<String, String> ALIASES = Map.of("zone", "timeZone", "hour", "deliverAt");

  private final ImportChunk chunks;
  private final Clock clock;

  SubscriberImport(ImportChunk chunks, Clock clock) {
    this.chunks = chunks;
    this.clock = clock;
  }

  /** One import, by one thread. */
  public interface Run {
    /**
     * Takes some hundred rows, in one transaction.
     *
     * @param rows cells by the name of their column
     * @return what became of each, in order
     */
    List<ImportResult> take(List<Map<String, String>> rows);
  }

  /** Begins an import. */
  public Run begin(FirstDigest first) {
    TopicKeys keys = new TopicKeys();
    return rows -> take(rows, keys, first);
  }

  private List<ImportResult> take(
      List<Map<String, String>> rows, TopicKeys keys, FirstDigest first) {
    ImportRowReader reader = new ImportRowReader(keys::of);
    List<ImportedSubscriber> wellFormed = new ArrayList<>(rows.size());
    List<ImportResult> results = new ArrayList<>(rows.size());
    List<Integer> places = new ArrayList<>(rows.size());
    for (Map<String, String> row : rows) {
      try {
        wellFormed.add(reader.read(row, clock.instant()));
        places.add(results.size());
        // Its place; what became of it is known below.
        results.add(new ImportResult.Imported());
      } catch (InvalidRequest invalid) {
        results.add(new ImportResult.Invalid(invalid.errors()));
      }
    }
    List<ImportResult> stored = chunks.store(wellFormed, keys::of, first);
    for (int i = 0; i < stored.size(); i++) {
      results.set(places.get(i), stored.get(i));
    }
    return results;
  }
}
