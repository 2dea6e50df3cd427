package org.paperround.paper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Turns that only one of all threads and instances has at a time, by a row in the database and the
 * database's clock. Whoever dies holding one loses it when its time is over.
 */
@ApplicationScoped
public class SourceTurns {

  private static final String NOW_AND =
      " set owner = :owner, free_at = current_timestamp"
          + " + interval '1' second * cast(:seconds as double precision) where name = :name";

  private final EntityManager entities;

  SourceTurns(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Takes a turn if it is free.
   *
   * @param name at most 80 characters
   * @param atMost for how long it is ours, should we never give it back
   * @return nothing while another has it
   */
  public Optional<Turn> take(String name, Duration atMost) {
    UUID owner = UUID.randomUUID();
    boolean taken =
        QuarkusTransaction.requiringNew()
                .call(() -> update(name, owner, atMost, " and free_at <= current_timestamp") > 0)
            || create(name, owner, atMost);
    return taken ? Optional.of(new Turn(name, owner)) : Optional.empty();
  }

  private boolean create(String name, UUID owner, Duration atMost) {
    try {
      return QuarkusTransaction.requiringNew()
          .call(
              () ->
                  entities
                          .createNativeQuery(
                              "insert into source_turn (name, owner, free_at) select :name, :owner,"
                                  + " current_timestamp + interval '1' second * cast(:seconds as double precision) where not"
                                  + " exists (select 1 from source_turn where name = :name)")
                          .setParameter("name", name)
                          .setParameter("owner", owner)
                          .setParameter("seconds", seconds(atMost))
                          .executeUpdate()
                      > 0);
    } catch (ConstraintViolationException anotherWasFaster) {
      return false;
    }
  }

  /** A turn that was taken. Whoever overran it and lost it to another changes nothing any more. */
  public final class Turn {

    private static final String IF_OURS = " and owner = :owner";

    private final String name;
    private final UUID owner;

    private Turn(String name, UUID owner) {
      this.name = name;
      this.owner = owner;
    }

    /**
     * Keeps the turn.
     *
     * @param atMost from now on
     * @throws SourceFailure if it was lost
     */
    public void extend(Duration atMost) {
      if (until(atMost) == 0) {
        throw SourceFailure.failed("it took so long that another run took its turn");
      }
    }

    /** Gives it back; it is free again after a pause. */
    public void giveBack(Duration pause) {
      until(pause);
    }

    private int until(Duration pause) {
      return QuarkusTransaction.requiringNew().call(() -> update(name, owner, pause, IF_OURS));
    }
  }

  /** How long until a turn is free; nothing when it is. */
  public Optional<Duration> untilFree(String name) {
    return QuarkusTransaction.requiringNew().call(() -> secondsUntilFree(name)).stream()
        .map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue() + 1))
        .findFirst();
  }

  private List<BigDecimal> secondsUntilFree(String name) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select extract(epoch from (free_at - current_timestamp)) from source_turn"
                + " where name = :name and free_at > current_timestamp",
            BigDecimal.class)
        .setParameter("name", name)
        .getResultList();
  }

  private int update(String name, UUID owner, Duration until, String condition) {
    return entities
        .createNativeQuery("update source_turn" + NOW_AND + condition)
        .setParameter("name", name)
        .setParameter("owner", owner)
        .setParameter("seconds", seconds(until))
        .executeUpdate();
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3);
  }
}
