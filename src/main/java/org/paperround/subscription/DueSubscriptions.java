package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Hands due subscriptions to a round, many at a time, and takes note of what it made of them. */
@ApplicationScoped
public class DueSubscriptions {

  private final DueRows rows;
  private final ServedRows servedRows;

  DueSubscriptions(DueRows rows, ServedRows servedRows) {
    this.rows = rows;
    this.servedRows = servedRows;
  }

  /**
   * Locks the next subscriptions that are due until the caller's transaction ends; those that
   * somebody else has are left out.
   *
   * @param after goes on behind this place
   * @param at the instant of the round
   * @param except ids to leave alone
   * @param most how many at most
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public DueClaim claim(DuePlace after, Instant at, Collection<Long> except, int most) {
    List<DuePlace> next = rows.after(after, at, most);
    List<Long> ids = next.stream().map(DuePlace::id).filter(id -> !except.contains(id)).toList();
    Set<Long> locked = ids.isEmpty() ? Set.of() : new HashSet<>(rows.lock(ids, at));
    return new DueClaim(
        ids.stream().filter(locked::contains).toList(),
        next.isEmpty() ? null : next.get(next.size() - 1),
        ids.size() - locked.size());
  }

  /**
   * Reads claimed subscriptions, in this order.
   *
   * @throws RuntimeException if what is stored of one of them does not read
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<DueSubscription> due(List<Long> ids, Instant at) {
    Map<Long, DueSubscription> byId =
        rows.read(ids, at).stream()
            .collect(Collectors.toMap(DueSubscription::id, Function.identity()));
    return ids.stream().map(byId::get).toList();
  }

  /**
   * Notes what a round made of claimed subscriptions and moves each to its first slot after the
   * round's instant. A pause that ran out is over.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void served(Instant at, List<Served> served) {
    servedRows.write(at, served);
  }

  /**
   * Whether somebody is due at an instant; a quick look before a round.
   *
   * @param first whether a first digest is, or any other
   */
  @Transactional
  public boolean anyDue(boolean first, Instant at) {
    return !rows.after(DuePlace.start(first), at, 1).isEmpty();
  }
}
