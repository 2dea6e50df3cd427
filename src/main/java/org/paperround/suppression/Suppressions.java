package org.paperround.suppression;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;

/**
 * The list of addresses we must not mail. Every method joins the caller's transaction. Two that put
 * the same address on the list at the same instant do not both succeed: one of them fails with the
 * database's unique constraint and finds the address listed when it tries again.
 */
@ApplicationScoped
@Transactional
public class Suppressions {

  private static final int LONGEST_DETAIL = 1000;

  private final EntityManager entities;
  private final ErasureHashes hashes;
  private final ListedReasons listed;
  private final SuppressionHistory history;
  private final Event<AddressSuppressed> suppressed;
  private final Clock clock;

  Suppressions(
      EntityManager entities,
      ErasureHashes hashes,
      ListedReasons listed,
      SuppressionHistory history,
      Event<AddressSuppressed> suppressed,
      Clock clock) {
    this.entities = entities;
    this.hashes = hashes;
    this.listed = listed;
    this.history = history;
    this.suppressed = suppressed;
    this.clock = clock;
  }

  /**
   * Why an address must not be mailed; empty when it may be. Where an address is both erased and
   * refused for another reason, the other reason is the answer: it forbids more.
   */
  public Optional<SuppressionReason> reasonFor(EmailAddress address) {
    return Optional.ofNullable(reasonsFor(List.of(address)).get(address));
  }

  /**
   * What {@link #reasonFor} says of many addresses, in one query (in a few, for tens of thousands).
   *
   * @return the reasons of those that must not be mailed; who may be mailed is not in it
   */
  @Transactional(TxType.SUPPORTS)
  public Map<EmailAddress, SuppressionReason> reasonsFor(Collection<EmailAddress> addresses) {
    return listed.reasonsFor(addresses);
  }

  /**
   * Puts an address on the list. An address that is there already keeps its first reason and
   * detail.
   *
   * @param reason any but {@code ERASED}
   * @param detail what the operator should read, such as the server's words; cut at 1,000
   *     characters
   * @throws IllegalArgumentException for {@code ERASED}, which must not store the address
   */
  public void suppress(EmailAddress address, SuppressionReason reason, String detail) {
    if (isErased(reason)) {
      throw new IllegalArgumentException("An erased address is stored by suppressErased");
    }
    addAll(List.of(new SuppressionRow(address, reason, detail, clock.instant())));
  }

  /** As {@link #suppress}, for many; says of each, in order, whether it is new. */
  List<Boolean> addAll(List<SuppressionRow> rows) {
    Set<String> refused = new HashSet<>();
    reasonsFor(rows.stream().map(SuppressionRow::address).toList())
        .forEach(
            (address, reason) -> {
              if (!isErased(reason)) {
                refused.add(address.key());
              }
            });
    List<Boolean> news = rows.stream().map(row -> refused.add(row.address().key())).toList();
    List<SuppressionRow> added =
        IntStream.range(0, rows.size())
            .filter(news::get)
            .mapToObj(rows::get)
            // In one order, so that two who add the same never wait for each other in a ring.
            .sorted(Comparator.comparing(row -> row.address().key()))
            .toList();
    insert(added.stream().map(row -> row(row.address().key(), false, row)).toList());
    added.forEach(row -> suppressed.fire(new AddressSuppressed(row.address(), row.reason())));
    return news;
  }

  /**
   * Remembers that the owner of an address asked to be forgotten, by a keyed hash. Was the address
   * on the list for another reason, that reason stays and only the address goes.
   */
  public void suppressErased(EmailAddress address) {
    SuppressionReason reason = reasonFor(address).orElse(SuppressionReason.ERASED);
    String hash = hashes.of(address);
    entities
        .createQuery("delete from Suppression s where s.address in (:key, :hash)")
        .setParameter("key", address.key())
        .setParameter("hash", hash)
        .executeUpdate();
    SuppressionRow erased = new SuppressionRow(address, reason, "", clock.instant());
    entities.persist(row(hash, true, erased));
    entities.flush();
    history.erased(address);
  }

  /** Lets an address that was erased be mailed again, when its owner came back and confirmed. */
  public void liftErasure(EmailAddress address) {
    int lifted =
        entities
            .createQuery("delete from Suppression s where s.address = :hash and s.reason = :erased")
            .setParameter("hash", hashes.of(address))
            .setParameter("erased", SuppressionReason.ERASED)
            .executeUpdate();
    if (lifted > 0) {
      history.erasureLifted(address);
    }
  }

  /**
   * Lets an address be mailed again, whatever put it on the list but an erasure. Was its owner
   * erased as well, what is left is the erasure.
   */
  public LiftOutcome lift(EmailAddress address) {
    String hash = hashes.of(address);
    int inTheClear =
        entities
            .createQuery("delete from Suppression s where s.address = :key")
            .setParameter("key", address.key())
            .executeUpdate();
    int hashed =
        entities
            .createQuery(
                "update Suppression s set s.reason = :erased"
                    + " where s.address = :hash and s.reason <> :erased")
            .setParameter("hash", hash)
            .setParameter("erased", SuppressionReason.ERASED)
            .executeUpdate();
    if (inTheClear + hashed > 0) {
      history.lifted(address);
      return LiftOutcome.LIFTED;
    }
    return reasonFor(address).isPresent() ? LiftOutcome.STAYS_ERASED : LiftOutcome.NOT_LISTED;
  }

  /**
   * What stands for an address where the address itself must not be kept: a keyed hash, the one
   * erasures are remembered by.
   *
   * @return 64 hex digits, the same for every spelling of one address
   */
  public String hashOf(EmailAddress address) {
    return hashes.of(address);
  }

  /**
   * A page of the list, newest first.
   *
   * @param only this address's lines, its erasure too; null for all
   * @param page counted from 0
   * @param size at least 1
   */
  public List<SuppressedAddress> page(@Nullable EmailAddress only, int page, int size) {
    return filtered(
            "from Suppression s",
            " order by s.suppressedAt desc, s.id desc",
            Suppression.class,
            only)
        .setFirstResult(Math.multiplyExact(page, size))
        .setMaxResults(size)
        .getResultStream()
        .map(Suppression::line)
        .toList();
  }

  /** How many lines {@link #page} goes through. */
  public long count(@Nullable EmailAddress only) {
    return filtered("select count(s) from Suppression s", "", Long.class, only).getSingleResult();
  }

  private <T> TypedQuery<T> filtered(
      String select, String order, Class<T> type, @Nullable EmailAddress only) {
    if (only == null) {
      return entities.createQuery(select + order, type);
    }
    return entities
        .createQuery(select + " where s.address in (:key, :hash)" + order, type)
        .setParameter("key", only.key())
        .setParameter("hash", hashes.of(only));
  }

  private static Suppression row(String stored, boolean hashed, SuppressionRow from) {
    Suppression row = new Suppression();
    row.address = stored;
    row.hashed = hashed;
    row.reason = from.reason();
    row.detail =
        from.detail().length() > LONGEST_DETAIL
            ? from.detail().substring(0, LONGEST_DETAIL)
            : from.detail();
    row.suppressedAt = from.suppressedAt();
    return row;
  }

  private void insert(List<Suppression> rows) {
    rows.forEach(entities::persist);
    // Now, and not with the commit: of two that suppress an address at once the later one fails,
    // and is to fail before it tells anybody.
    entities.flush();
    rows.forEach(history::began);
  }

  private static boolean isErased(SuppressionReason reason) {
    return reason == SuppressionReason.ERASED;
  }
}
