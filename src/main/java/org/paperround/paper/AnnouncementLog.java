package org.paperround.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.hibernate.Session;

/** Remembers what each source announced in each category, and how far each category is known. */
@ApplicationScoped
public class AnnouncementLog {

  private static final int AT_ONCE = 500;

  private final EntityManager entities;

  AnnouncementLog(EntityManager entities) {
    this.entities = entities;
  }

  /** A paper in a category. */
  record Entry(String category, String identifier) {}

  /** When these papers were announced, in whatever categories they were. */
  @Transactional
  Map<Entry, LocalDate> days(String source, Collection<String> identifiers) {
    Map<Entry, LocalDate> days = new HashMap<>();
    List<String> all = List.copyOf(identifiers);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      session()
          .createNativeQuery(
              "select a.category, a.identifier, a.announced_on"
                  + " from unnest(:identifiers) as asked(identifier) join announcement a"
                  + " on a.identifier = asked.identifier where a.source = :source",
              Object[].class)
          .setParameter("source", source)
          .setParameter("identifiers", chunk(all, from).toArray(String[]::new))
          .getResultList()
          .forEach(row -> days.put(new Entry((String) row[0], (String) row[1]), day(row[2])));
    }
    return days;
  }

  private static LocalDate day(Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
  }

  /** Remembers announcements; those it knows keep their day. */
  @Transactional
  void remember(String source, Map<Entry, LocalDate> announced) {
    List<Entry> all = List.copyOf(announced.keySet());
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Entry> some = chunk(all, from);
      session()
          .createNativeMutationQuery(
              "insert into announcement (source, category, identifier, announced_on)"
                  + " select :source, n.category, n.identifier, n.announced_on from"
                  + " unnest(:categories, :identifiers, :days)"
                  + " as n(category, identifier, announced_on)"
                  + " where not exists (select 1 from announcement a where a.source = :source"
                  + " and a.category = n.category and a.identifier = n.identifier)")
          .setParameter("source", source)
          .setParameter("categories", some.stream().map(Entry::category).toArray(String[]::new))
          .setParameter("identifiers", some.stream().map(Entry::identifier).toArray(String[]::new))
          .setParameter("days", some.stream().map(announced::get).toArray(LocalDate[]::new))
          .executeUpdate();
    }
  }

  private static <T> List<T> chunk(List<T> all, int from) {
    return all.subList(from, Math.min(from + AT_ONCE, all.size()));
  }

  /** How far these categories are known; those that are new are known up to yesterday. */
  @Transactional
  SortedMap<String, CategoryStanding> standings(
      String source, SortedSet<String> categories, LocalDate today) {
    SortedMap<String, CategoryStanding> standings = new TreeMap<>();
    entities
        .createQuery(
            "from CategoryStanding s where s.key.source = :source and s.key.category in :categories",
            CategoryStanding.class)
        .setParameter("source", source)
        .setParameter("categories", categories)
        .getResultStream()
        .forEach(standing -> standings.put(standing.category(), standing));
    for (String category : categories) {
      standings.computeIfAbsent(category, c -> new CategoryStanding(source, c, today));
    }
    return standings;
  }

  @Transactional
  void keep(Collection<CategoryStanding> standings) {
    standings.forEach(entities::merge);
  }

  /**
   * Forgets some announcements of the days before this one.
   *
   * @return how many went; 0 when there is nothing older
   */
  @Transactional
  public int retire(LocalDate before, int most) {
    return session()
        .createNativeMutationQuery(
            "delete from announcement where (source, category, identifier) in (select source,"
                + " category, identifier from announcement where announced_on < :before"
                + " order by announced_on limit :most)")
        .setParameter("before", before)
        .setParameter("most", most)
        .executeUpdate();
  }

  private Session session() {
    return entities.unwrap(Session.class);
  }
}
