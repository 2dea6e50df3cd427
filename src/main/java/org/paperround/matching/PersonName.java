package org.paperround.matching;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.paperround.topic.query.Field;

/**
 * Finds a person however the name is written: given names before or behind the family name, in full
 * or by their initials, in the query or in the paper. The family name is always given in full;
 * where all names are, it is the last.
 */
final class PersonName {

  /** About what two words that stand once among a dozen names are worth. */
  private static final float SCORE = 1.2f;

  /** Further names may stand between; from one person to the next it is more. */
  private static final int MOST_BETWEEN = 20;

  /** Longer names are looked for from every word on, in the order they have. */
  private static final int MOST_IN_ANY_ORDER = 4;

  private PersonName() {}

  /**
   * Whoever bears all these names.
   *
   * @param names words as the analyzer gives them, at least one
   */
  static Query query(List<String> names) {
    int family = family(names);
    List<IntervalsSource> words = new ArrayList<>(names.size());
    for (int i = 0; i < names.size(); i++) {
      words.add(i == family ? Intervals.term(names.get(i)) : given(names.get(i)));
    }
    List<IntervalsSource> orders = new ArrayList<>();
    if (words.size() > MOST_IN_ANY_ORDER) {
      for (int first = 0; first < words.size(); first++) {
        orders.add(ordered(from(words, first)));
      }
    } else {
      addOrders(List.of(), words, orders);
    }
    IntervalsSource person = Intervals.or(orders);
    return new BoostQuery(
        new ConstantScoreQuery(new IntervalQuery(IndexField.of(Field.AUTHOR), person)), SCORE);
  }

  private static int family(List<String> names) {
    int last = names.size() - 1;
    while (last > 0 && Initials.isInitial(names.get(last))) {
      last--;
    }
    return last;
  }

  /** In full, or one for the other. */
  private static IntervalsSource given(String name) {
    String other = Initials.isInitial(name) ? Initials.termOf(name) : Initials.of(name);
    return Intervals.or(Intervals.term(name), Intervals.term(other));
  }

  private static void addOrders(
      List<IntervalsSource> taken, List<IntervalsSource> left, List<IntervalsSource> orders) {
    if (left.isEmpty()) {
      orders.add(ordered(taken));
    }
    for (int next = 0; next < left.size(); next++) {
      List<IntervalsSource> longer = new ArrayList<>(taken);
      longer.add(left.get(next));
      List<IntervalsSource> rest = new ArrayList<>(left);
      rest.remove(next);
      addOrders(longer, rest, orders);
    }
  }

  private static List<IntervalsSource> from(List<IntervalsSource> words, int first) {
    List<IntervalsSource> turned = new ArrayList<>(words.subList(first, words.size()));
    turned.addAll(words.subList(0, first));
    return turned;
  }

  private static IntervalsSource ordered(List<IntervalsSource> words) {
    return Intervals.maxgaps(
        MOST_BETWEEN, Intervals.ordered(words.toArray(IntervalsSource[]::new)));
  }
}
