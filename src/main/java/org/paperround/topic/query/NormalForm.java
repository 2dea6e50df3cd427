package org.paperround.topic.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.paperround.topic.query.Clause.All;
import org.paperround.topic.query.Clause.Any;

/** Puts clauses together so that equal questions become equal clauses. */
final class NormalForm {

  private NormalForm() {}

  /** At least one clause is wanted. */
  static Clause all(Collection<Clause> wanted, Collection<Clause> excluded) {
    List<Clause> allWanted = new ArrayList<>();
    List<Clause> allExcluded = new ArrayList<>(excluded);
    for (Clause clause : wanted) {
      if (clause instanceof All all) {
        allWanted.addAll(all.wanted());
        allExcluded.addAll(all.excluded());
      } else {
        allWanted.add(clause);
      }
    }
    List<Clause> mustHold = distinct(allWanted);
    // Not one of several is none of them.
    List<Clause> mustNot = distinct(choices(allExcluded));
    return mustHold.size() == 1 && mustNot.isEmpty() ? mustHold.get(0) : new All(mustHold, mustNot);
  }

  /** There is at least one choice. */
  static Clause any(Collection<Clause> choices) {
    List<Clause> distinct = distinct(choices(choices));
    return distinct.size() == 1 ? distinct.get(0) : new Any(distinct);
  }

  private static List<Clause> choices(Collection<Clause> clauses) {
    List<Clause> choices = new ArrayList<>();
    for (Clause clause : clauses) {
      choices.addAll(clause instanceof Any any ? any.choices() : List.of(clause));
    }
    return choices;
  }

  private static List<Clause> distinct(List<Clause> clauses) {
    return clauses.stream().distinct().sorted(Comparator.comparing(Clause::text)).toList();
  }
}
