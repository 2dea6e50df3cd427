package org.paperround.digest;

import java.util.Set;
import java.util.stream.LongStream;

/**
 * Writes which papers an edition has into one short column: their numbers in ascending order, each
 * as the distance from the one before, in base 36. Editions are read by the million for nothing but
 * this.
 */
final class PaperNumbers {

  private PaperNumbers() {}

  static String write(LongStream papers) {
    long[] ids = papers.sorted().toArray();
    StringBuilder column = new StringBuilder(3 * ids.length);
    long before = 0;
    for (long id : ids) {
      if (column.length() > 0) {
        column.append(' ');
      }
      column.append(Long.toString(id - before, Character.MAX_RADIX));
      before = id;
    }
    return column.toString();
  }

  /** Adds the numbers of a column to others. */
  static void read(String column, Set<Long> to) {
    long id = 0;
    int from = 0;
    while (from < column.length()) {
      int end = column.indexOf(' ', from);
      end = end < 0 ? column.length() : end;
      id += Long.parseLong(column, from, end, Character.MAX_RADIX);
      to.add(id);
      from = end + 1;
    }
  }
}
