package org.paperround.admin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.paperround.paper.CategoryVerdict;
import org.paperround.paper.Ingestion.Verdict;

/**
 * The categories of an ingestion that ended alike, in words.
 *
 * @param lines what is to say of them: those of which the same is said share a line
 */
record CategoryGroup(Verdict ended, int size, List<String> lines) {

  private static final char NO_BREAK = '\u00a0';

  /** Trouble comes first. */
  private static final Comparator<Verdict> WORST_FIRST = Comparator.reverseOrder();

  static List<CategoryGroup> of(List<CategoryVerdict> categories) {
    Map<Verdict, List<CategoryVerdict>> alike = new TreeMap<>(WORST_FIRST);
    categories.forEach(
        of -> alike.computeIfAbsent(of.verdict(), verdict -> new ArrayList<>()).add(of));
    List<CategoryGroup> groups = new ArrayList<>();
    alike.forEach(
        (verdict, all) ->
            groups.add(
                new CategoryGroup(
                    verdict,
                    all.size(),
                    verdict == Verdict.NEW_PAPERS ? List.of(counts(all)) : reasons(all))));
    return groups;
  }

  public String verdict() {
    return IngestionView.word(ended);
  }

  /** Behind a number of categories. */
  String how() {
    return (ended.isTrouble() ? " " : " with ") + verdict();
  }

  private static String counts(List<CategoryVerdict> categories) {
    return categories.stream()
        .map(of -> of.category() + NO_BREAK + of.created())
        .collect(joining(", "));
  }

  private static List<String> reasons(List<CategoryVerdict> categories) {
    return categories.stream()
        .collect(
            groupingBy(
                CategoryVerdict::reason,
                LinkedHashMap::new,
                mapping(CategoryVerdict::category, toList())))
        .entrySet()
        .stream()
        .map(same -> String.join(", ", same.getValue()) + ": " + same.getKey())
        .toList();
  }
}
