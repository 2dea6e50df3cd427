package org.paperround.topic.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses the category somebody meant: {@code cl}, {@code cs-cl} and {@code robotics} are none. */
final class NearestCategory {

  private NearestCategory() {}

  static Optional<Category> to(String unknown, Collection<Category> categories) {
    return categories.stream()
        .filter(Category::active)
        .filter(category -> distance(unknown, category) <= typingErrors(category))
        .min(Comparator.comparingInt(category -> distance(unknown, category)));
  }

  /** Two wrong letters in a short identifier would make it the neighbour of half the list. */
  private static int typingErrors(Category category) {
    return category.id().length() < 8 ? 1 : 2;
  }

  private static int distance(String unknown, Category category) {
    String id = Categories.key(category.id());
    if (Categories.key(category.name()).equals(unknown) || id.endsWith("." + unknown)) {
      return 0;
    }
    return Math.abs(unknown.length() - id.length()) > 2 ? Integer.MAX_VALUE : edits(unknown, id);
  }

  /** How many characters must change, come or go to make one word of the other (Levenshtein). */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
