package org.paperround.paper.source.arxiv;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The OAI-PMH sets that hold some categories: {@code group:archive:CATEGORY}, or an archive. */
final class OaiSets {

  /** From so many categories of one archive on, the archive is asked for as a whole. */
  private static final int MANY = 4;

  private static final Set<String> GROUPS =
      Set.of("cs", "econ", "eess", "math", "q-bio", "q-fin", "stat");

  private OaiSets() {}

  /** The fewest sets that hold all these categories, not one with many others. */
  static SortedSet<String> of(SortedSet<String> categories) {
    Map<String, SortedSet<String>> byArchive = new TreeMap<>();
    for (String category : categories) {
      byArchive.computeIfAbsent(archive(category), a -> new TreeSet<>()).add(category);
    }
    SortedSet<String> sets = new TreeSet<>();
    byArchive.forEach(
        (archive, of) -> {
          if (of.size() >= MANY) {
            sets.add(set(archive));
          } else {
            of.forEach(category -> sets.add(set(category)));
          }
        });
    return sets;
  }

  private static String archive(String category) {
    int dot = category.indexOf('.');
    return dot < 0 ? category : category.substring(0, dot);
  }

  /** {@code cs.CL} is cs:cs:CL, {@code hep-th} physics:hep-th, {@code cs} is cs:cs. */
  private static String set(String name) {
    String archive = archive(name);
    String group = GROUPS.contains(archive) ? archive : "physics";
    String under = name.equals(archive) ? "" : ":" + name.substring(archive.length() + 1);
    return group + ":" + archive + under;
  }
}
