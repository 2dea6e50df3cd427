package org.paperround.digest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.paperround.subscription.DueClaim;
import org.paperround.subscription.DuePlace;
import org.paperround.subscription.DueSubscriptions;
import org.paperround.subscription.RoundOutcome;
import org.paperround.subscription.Served;

/**
 * Walks through those who are due, a chunk in each transaction. A chunk that fails is served again
 * in ever smaller ones, so that in the end only the reader is left out whose edition cannot be
 * composed.
 */
final class RoundWalk {

  private static final Logger LOG = Logger.getLogger(RoundWalk.class);

  /** Some tenths of a second. */
  private static final int CHUNK = 500;

  private static final int SMALLER = 10;

  /**
   * With so many failures something else is wrong than the readers'; the next round tries again.
   */
  private static final int MOST_FAILURES = 1000;

  private final DueSubscriptions subscriptions;
  private final EditionComposer composer;
  private final Round round;
  private final Set<Long> failed = new HashSet<>();
  private DuePlace place = DuePlace.start(true);
  private RoundReport report = RoundReport.NONE;
  private int skipped;

  RoundWalk(DueSubscriptions subscriptions, EditionComposer composer, Round round) {
    this.subscriptions = subscriptions;
    this.composer = composer;
    this.round = round;
  }

  /**
   * Serves either all whose first digest is due, or all others.
   *
   * @return what was done so far
   */
  RoundReport serve(boolean first) {
    int before;
    do {
      before = report.due();
      skipped = 0;
      place = DuePlace.start(first);
      while (walk(CHUNK, CHUNK)) {
        // The next chunk.
      }
      // Whom somebody else had may be free by now, unless another instance has served them.
    } while (skipped > 0 && report.due() > before && !isGivenUp());
    return report;
  }

  /**
   * Goes on for some readers.
   *
   * @return whether there may be more
   */
  private boolean walk(int size, int readers) {
    for (int left = readers; left > 0; left -= size) {
      Progress progress = step(size);
      boolean more =
          switch (progress) {
            case MADE -> true;
            case END -> false;
            case FAILED -> walk(Math.max(1, size / SMALLER), size);
          };
      if (!more) {
        return false;
      }
    }
    return true;
  }

  private enum Progress {
    MADE,
    END,
    FAILED
  }

  private Progress step(int size) {
    AtomicReference<@Nullable DueClaim> claimed = new AtomicReference<>();
    try {
      RoundReport made =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    DueClaim claim =
                        subscriptions.claim(place, round.dueUpTo(place.first()), failed, size);
                    claimed.set(claim);
                    return serve(claim.ids());
                  });
      report = report.plus(made);
    } catch (RuntimeException failure) {
      DueClaim claim = claimed.get();
      if (size > 1) {
        return Progress.FAILED;
      }
      LOG.errorf(failure, "No edition for subscription %s; it stays due", ids(claim));
      failed.addAll(ids(claim));
      return claim == null || isGivenUp() ? Progress.END : goOn(claim);
    }
    DueClaim claim = claimed.get();
    return claim == null ? Progress.END : goOn(claim);
  }

  private Progress goOn(DueClaim claim) {
    if (claim.last() == null) {
      return Progress.END;
    }
    place = claim.last();
    skipped += claim.skipped();
    return Progress.MADE;
  }

  private boolean isGivenUp() {
    return failed.size() > MOST_FAILURES;
  }

  private static List<Long> ids(@Nullable DueClaim claim) {
    return claim == null ? List.of() : claim.ids();
  }

  private RoundReport serve(List<Long> claimed) {
    if (claimed.isEmpty()) {
      return RoundReport.NONE;
    }
    List<Served> served = composer.compose(subscriptions.due(claimed, round.at()), round);
    subscriptions.served(round.at(), served);
    int editions =
        Math.toIntExact(
            served.stream().filter(one -> one.outcome() == RoundOutcome.EDITION).count());
    return new RoundReport(served.size(), editions, served.size() - editions, editions);
  }
}
