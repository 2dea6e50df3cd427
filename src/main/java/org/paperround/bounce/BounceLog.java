package org.paperround.bounce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.delivery.LedgerEntry;
import org.paperround.delivery.MailLedger;
import org.paperround.suppression.Suppressions;

/**
 * The history of what came back. A line lives as long as its mail's line in the ledger. Reading it
 * changes nothing.
 */
@ApplicationScoped
@Transactional
public class BounceLog {

  private final EntityManager entities;
  private final MailLedger ledger;
  private final Suppressions suppressions;

  BounceLog(EntityManager entities, MailLedger ledger, Suppressions suppressions) {
    this.entities = entities;
    this.ledger = ledger;
    this.suppressions = suppressions;
  }

  /**
   * A page of it, newest first.
   *
   * @param kinds which kinds; empty for all
   * @param only mails to this address; null for all
   * @param page counted from 0
   */
  public List<BounceLine> page(
      Set<BounceKind> kinds, @Nullable EmailAddress only, int page, int size) {
    return filtered(
            "from BounceEvent e",
            " order by e.receivedAt desc, e.id desc",
            BounceEvent.class,
            kinds,
            only)
        .setFirstResult(Math.multiplyExact(page, size))
        .setMaxResults(size)
        .getResultStream()
        .map(this::line)
        .toList();
  }

  /** How many lines {@link #page} goes through. */
  public long count(Set<BounceKind> kinds, @Nullable EmailAddress only) {
    return filtered("select count(e) from BounceEvent e", "", Long.class, kinds, only)
        .getSingleResult();
  }

  private <T> TypedQuery<T> filtered(
      String select,
      String order,
      Class<T> type,
      Set<BounceKind> kinds,
      @Nullable EmailAddress only) {
    String where =
        " where "
            + (kinds.isEmpty() ? "1 = 1" : "e.kind in :kinds")
            + (only == null ? "" : " and e.addressHash = :hash");
    TypedQuery<T> query = entities.createQuery(select + where + order, type);
    if (!kinds.isEmpty()) {
      query.setParameter("kinds", kinds);
    }
    if (only != null) {
      query.setParameter("hash", suppressions.hashOf(only));
    }
    return query;
  }

  private BounceLine line(BounceEvent event) {
    return new BounceLine(
        Objects.requireNonNull(event.id),
        event.mailId,
        ledger.entry(event.mailId).map(LedgerEntry::to).orElse(null),
        event.kind,
        event.status,
        event.detail,
        event.source,
        event.receivedAt);
  }
}
