package org.paperround.topic.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The categories of arXiv. Identifiers are compared without regard to case, and a category is the
 * same under each of its names: {@code math.MP} is {@code math-ph}, {@code cs.NA} is {@code
 * math.NA}.
 *
 * <p>Papers may carry categories that are not listed here, from other sources or younger than the
 * list. They are kept as they are, in lower case.
 */
public final class Categories {

  private final Map<String, Category> byId = new LinkedHashMap<>();
  private final Map<String, String> canonicalById = new LinkedHashMap<>();
  private final Map<String, Set<String>> archivesByCanonical = new LinkedHashMap<>();
  private final Set<String> divided = new TreeSet<>();

  private Categories(Taxonomy taxonomy) {
    taxonomy.categories().forEach(category -> byId.put(key(category.id()), category));
    taxonomy.aliases().forEach((alias, id) -> canonicalById.put(key(alias), id));
    for (Category category : taxonomy.categories()) {
      String canonical = category.canonical() == null ? category.id() : category.canonical();
      canonicalById.putIfAbsent(key(category.id()), canonical);
      archivesByCanonical
          .computeIfAbsent(canonical(category.id()), id -> new TreeSet<>())
          .add(category.archive());
      if (!category.id().equals(category.archive())) {
        divided.add(category.archive());
      }
    }
  }

  /** The categories shipped with the service. */
  public static Categories known() {
    return Known.CATEGORIES;
  }

  /** Every category, also those no longer in use, in the order of the list. */
  public List<Category> all() {
    return List.copyOf(byId.values());
  }

  /** The category of that identifier, in any letter case; aliases are categories too. */
  public Optional<Category> find(String id) {
    return Optional.ofNullable(byId.get(key(id)));
  }

  /** The one identifier for a category under whatever name; of an unknown one its lower case. */
  public String canonical(String id) {
    return canonicalById.getOrDefault(key(id), key(id));
  }

  /**
   * The archives a category stands in under any of its names: {@code cs.IT} stands in {@code cs}
   * and in {@code math}. An unknown category stands in what comes before its dot.
   */
  public Set<String> archives(String id) {
    Set<String> archives = archivesByCanonical.get(canonical(id));
    if (archives != null) {
      return Set.copyOf(archives);
    }
    String unknown = key(id);
    int dot = unknown.indexOf('.');
    return Set.of(dot < 0 ? unknown : unknown.substring(0, dot));
  }

  /** The archive of that name, in any letter case. */
  public Optional<String> archive(String name) {
    return byId.values().stream().map(Category::archive).filter(name::equalsIgnoreCase).findFirst();
  }

  /**
   * Whether an archive, spelled as arXiv does, has categories below it, as cs has and hep-th not.
   */
  public boolean isDivided(String archive) {
    return divided.contains(archive);
  }

  /** The category somebody may have meant by an identifier that is none. */
  public Optional<Category> nearest(String unknown) {
    return NearestCategory.to(key(unknown), byId.values());
  }

  static String key(String id) {
    return id.strip().toLowerCase(Locale.ROOT);
  }

  /** The shape of the file. */
  record Taxonomy(List<Category> categories, Map<String, String> aliases) {}

  /** Read when first asked for, then kept. */
  private static final class Known {
    static final Categories CATEGORIES =
        new Categories(ShippedFile.read("/catalogue/categories.json", Taxonomy.class));
  }
}
