package org.paperround.paper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stores what sources say in chunks of one transaction each. Another instance may store the same
 * papers at the same time: the loser of such a race does its chunk again, over what the winner
 * left.
 */
@ApplicationScoped
class StorePapers {

  private static final Logger LOG = Logger.getLogger(StorePapers.class);
  private static final int CHUNK = 100;
  private static final int ATTEMPTS = 5;

  private final EntityManager entities;
  private final Event<PapersChanged> changed;
  private final Clock clock;

  StorePapers(EntityManager entities, Event<PapersChanged> changed, Clock clock) {
    this.entities = entities;
    this.changed = changed;
    this.clock = clock;
  }

  /** Stores all papers, whatever transaction the caller is in. */
  StoredCounts store(List<SourcedPaper> papers) {
    // One order for every instance, so that two of them wait for each other but never in a ring.
    List<SourcedPaper> ordered =
        papers.stream().sorted(Comparator.comparing(paper -> paper.id().value())).toList();
    StoredCounts counts = StoredCounts.NONE;
    for (int start = 0; start < ordered.size(); start += CHUNK) {
      counts =
          counts.plus(store(ordered.subList(start, Math.min(start + CHUNK, ordered.size())), 1));
    }
    return counts;
  }

  private StoredCounts store(List<SourcedPaper> chunk, int attempt) {
    try {
      return QuarkusTransaction.requiringNew().call(() -> storeOnce(chunk));
    } catch (RuntimeException e) {
      if (attempt == ATTEMPTS || !isRace(e)) {
        throw e;
      }
      LOG.debugf("Storing %d papers again: another instance was faster", chunk.size());
    }
    return store(chunk, attempt + 1);
  }

  private StoredCounts storeOnce(List<SourcedPaper> papers) {
    PaperChunk chunk = new PaperChunk(entities, clock.instant());
    chunk.store(papers);
    if (!chunk.changedDays().isEmpty()) {
      changed.fire(new PapersChanged(chunk.changedDays()));
    }
    return chunk.counts();
  }

  /** A unique violation, a lost lock or a deadlock, by SQLSTATE; H2 has some of its own. */
  private static boolean isRace(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        return state.equals("23505")
            || state.startsWith("40")
            || state.equals("55P03")
            || state.equals("HYT00")
            || state.equals("90131");
      }
    }
    return false;
  }
}
