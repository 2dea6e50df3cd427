package org.paperround.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paperround.base.PaperId;

/** Finds the papers we hold. Days are UTC days; a window leaves its start out and its end in. */
@ApplicationScoped
public class Papers {

  private static final String NEWEST_FIRST =
      " order by p.announcedAt desc, p.votes desc, p.identifier";
  private static final String IN_WINDOW = " where p.announcedAt > :from and p.announcedAt <= :to";

  private static final String ON_DAY = " where p.announcedAt >= :start and p.announcedAt < :end";

  private final EntityManager entities;

  Papers(EntityManager entities) {
    this.entities = entities;
  }

  /** The paper with this identity. */
  @Transactional
  public Optional<Paper> find(PaperId identifier) {
    return entities
        .createQuery("from Paper p where p.identifier = :identifier", Paper.class)
        .setParameter("identifier", identifier.value())
        .getResultStream()
        .findFirst();
  }

  /** The papers with these row numbers that exist, in order of number. */
  @Transactional
  public List<Paper> findAll(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery("from Paper p where p.id in :ids order by p.id", Paper.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /**
   * A page of papers, newest announcement first, then most votes, then by identity.
   *
   * @param announcedOn the day they were announced, null for any
   * @param page from 0
   * @param size at least 1
   */
  @Transactional
  public List<Paper> page(@Nullable LocalDate announcedOn, int page, int size) {
    TypedQuery<Paper> query =
        announcedOn == null
            ? entities.createQuery("from Paper p" + NEWEST_FIRST, Paper.class)
            : ofDay(
                entities.createQuery("from Paper p" + ON_DAY + NEWEST_FIRST, Paper.class),
                announcedOn);
    return query.setFirstResult(Math.multiplyExact(page, size)).setMaxResults(size).getResultList();
  }

  private static <T> TypedQuery<T> ofDay(TypedQuery<T> query, LocalDate day) {
    return query.setParameter("start", start(day)).setParameter("end", start(day.plusDays(1)));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * How many papers {@link #page} goes through.
   *
   * @param announcedOn the day they were announced, null for any
   */
  @Transactional
  public long count(@Nullable LocalDate announcedOn) {
    String count = "select count(p) from Paper p";
    TypedQuery<Long> query =
        announcedOn == null
            ? entities.createQuery(count, Long.class)
            : ofDay(entities.createQuery(count + ON_DAY, Long.class), announcedOn);
    return query.getSingleResult();
  }

  /** All papers announced in a window, in the order of {@link #page}. */
  @Transactional
  public List<Paper> announced(Instant from, Instant to) {
    return window(
            entities.createQuery("from Paper p" + IN_WINDOW + NEWEST_FIRST, Paper.class), from, to)
        .getResultList();
  }

  /** All papers announced in a window, as much of them as a round needs, in order of number. */
  @Transactional
  public List<AnnouncedPaper> standing(Instant from, Instant to) {
    return window(
            entities.createQuery(
                "select new org.paperround.paper.AnnouncedPaper(p.id, p.identifier, p.revision,"
                    + " p.announcedAt, p.firstSeenAt, p.votes, p.comments, p.content.title)"
                    + " from Paper p"
                    + IN_WINDOW
                    + " order by p.id",
                AnnouncedPaper.class),
            from,
            to)
        .getResultList();
  }

  /** The titles of those of these papers that we hold. */
  @Transactional
  public Map<PaperId, String> titles(Collection<PaperId> identifiers) {
    if (identifiers.isEmpty()) {
      return Map.of();
    }
    Map<PaperId, String> titles = new HashMap<>();
    entities
        .createQuery(
            "select p.identifier, p.content.title from Paper p where p.identifier in :identifiers",
            Object[].class)
        .setParameter("identifiers", identifiers.stream().map(PaperId::value).toList())
        .getResultList()
        .forEach(row -> titles.put(new PaperId((String) row[0]), (String) row[1]));
    return titles;
  }

  /** The state of a day's papers; it differs after any of them came, went or changed. */
  public record DayState(long papers, long revisions, long ids) {}

  /** How the papers of a day stand now. */
  @Transactional
  public DayState state(LocalDate day) {
    return ofDay(
            entities.createQuery(
                "select new org.paperround.paper.Papers$DayState("
                    + "count(p), coalesce(sum(p.revision), 0), coalesce(sum(p.id), 0)) from Paper p"
                    + ON_DAY,
                DayState.class),
            day)
        .getSingleResult();
  }

  private static <T> TypedQuery<T> window(TypedQuery<T> query, Instant from, Instant to) {
    return query.setParameter("from", from).setParameter("to", to);
  }

  /**
   * The content a paper had at a revision.
   *
   * @param paperId the row's number
   */
  @Transactional
  public Optional<PaperContent> content(long paperId, int revision) {
    Paper paper = entities.find(Paper.class, paperId);
    if (paper != null && paper.revision() == revision) {
      return Optional.of(paper.content());
    }
    return Optional.ofNullable(
            entities.find(PaperRevision.class, new PaperRevision.Key(paperId, revision)))
        .map(PaperRevision::content);
  }

  /**
   * The last days that have papers, newest first.
   *
   * @param upTo the last day that counts
   * @param limit how many days; each costs one look into an index
   */
  @Transactional
  public List<LocalDate> days(LocalDate upTo, int limit) {
    List<LocalDate> days = new ArrayList<>();
    LocalDate end = upTo.plusDays(1);
    while (days.size() < limit) {
      Optional<LocalDate> day = dayBefore(end);
      if (day.isEmpty()) {
        break;
      }
      end = day.get();
      days.add(end);
    }
    return days;
  }

  /** The last day before this one that has papers. */
  @Transactional
  public Optional<LocalDate> dayBefore(LocalDate day) {
    return day("select max(p.announcedAt) from Paper p where p.announcedAt < :start", start(day));
  }

  /** The first day after this one that has papers. */
  @Transactional
  public Optional<LocalDate> dayAfter(LocalDate day) {
    Instant next = start(day.plusDays(1));
    return day("select min(p.announcedAt) from Paper p where p.announcedAt >= :start", next);
  }

  private Optional<LocalDate> day(String query, Instant start) {
    return Optional.ofNullable(
            entities
                .createQuery(query, Instant.class)
                .setParameter("start", start)
                .getSingleResult())
        .map(announcedAt -> announcedAt.atZone(ZoneOffset.UTC).toLocalDate());
  }
}
