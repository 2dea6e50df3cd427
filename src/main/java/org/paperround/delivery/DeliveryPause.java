package org.paperround.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The switch that stops sending and lets it go on. It stands in the database, so that it holds over
 * restarts and for all instances: at once in the one that turned it, within a second in the others.
 * Mails are accepted in any case, and what is on the wire finishes.
 */
@ApplicationScoped
public class DeliveryPause {

  private static final Logger LOG = Logger.getLogger(DeliveryPause.class);
  private static final long LOOKS_EVERY = Duration.ofSeconds(1).toNanos();

  private record Look(PauseState state, long at) {}

  private final EntityManager entities;
  private final OperatorAlerts alerts;
  private final OutboxBell bell;
  private final Clock clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile @Nullable Look last;

  DeliveryPause(EntityManager entities, OperatorAlerts alerts, OutboxBell bell, Clock clock) {
    this.entities = entities;
    this.alerts = alerts;
    this.bell = bell;
    this.clock = clock;
  }

  /**
   * Whether mails of a lane must not be put on the wire now. Cheap enough to be asked for every
   * mail, inside a transaction or outside. While the database cannot be asked the last answer
   * holds; where there is none yet, true.
   */
  public boolean isPaused(Lane lane) {
    try {
      return state().lanes().contains(lane);
    } catch (RuntimeException databaseFails) {
      LOG.warn("Whether sending is paused cannot be read; nothing is sent", databaseFails);
      return true;
    }
  }

  /** What is paused, as of a second ago at most. Throws what the database throws. */
  public PauseState state() {
    Look known = last;
    if (known != null && isFresh(known)) {
      return known.state();
    }
    if (known == null) {
      looking.lock();
    } else if (!looking.tryLock()) {
      // Somebody else looks already; nobody else waits for that.
      return known.state();
    }
    try {
      return look();
    } finally {
      looking.unlock();
    }
  }

  /**
   * Stops sending; lanes that are paused already stay so.
   *
   * @param lanes which lanes, at least one
   * @param reason shown wherever the pause is; null leaves the one there is
   */
  public PauseState pause(Set<Lane> lanes, @Nullable String reason) {
    return change(row -> row.pause(lanes, reason, PauseCause.OPERATOR, clock.instant()));
  }

  /** Lets lanes go on; those that were not paused go on as they did. */
  public PauseState resume(Set<Lane> lanes) {
    PauseState state = change(row -> row.resume(lanes));
    bell.ring();
    return state;
  }

  /** Stops the digests because of refusals by policy and tells the operator, unless they rest. */
  void trip(String reason) {
    boolean[] tripped = {false};
    change(
        row -> {
          tripped[0] = !row.state().lanes().contains(Lane.BULK);
          if (tripped[0]) {
            row.pause(Set.of(Lane.BULK), reason, PauseCause.POLICY, clock.instant());
            alerts.raise(OperatorAlerts.Kind.PAUSED, "", reason);
          }
        });
    if (tripped[0]) {
      LOG.errorf("Digests are paused until the operator resumes: %s", reason);
    }
  }

  private PauseState change(Consumer<PauseRow> how) {
    // Under the lock, so that a look that began before cannot put the old state back.
    looking.lock();
    try {
      PauseState state =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    PauseRow row =
                        entities.find(
                            PauseRow.class, PauseRow.THE_ONE, LockModeType.PESSIMISTIC_WRITE);
                    how.accept(Objects.requireNonNull(row, "The row of delivery_pause is gone"));
                    return row.state();
                  });
      last = new Look(state, System.nanoTime());
      return state;
    } finally {
      looking.unlock();
    }
  }

  private PauseState look() {
    Look known = last;
    if (known != null && isFresh(known)) {
      return known.state();
    }
    PauseState state;
    try {
      state =
          QuarkusTransaction.requiringNew()
              .call(() -> entities.find(PauseRow.class, PauseRow.THE_ONE).state());
    } catch (RuntimeException databaseFails) {
      if (known == null) {
        throw databaseFails;
      }
      // Asked again in a second, not by every mail.
      state = known.state();
    }
    last = new Look(state, System.nanoTime());
    return state;
  }

  private static boolean isFresh(Look look) {
    return System.nanoTime() - look.at() < LOOKS_EVERY;
  }
}
