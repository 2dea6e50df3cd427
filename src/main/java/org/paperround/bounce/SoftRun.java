package org.paperround.bounce;

import java.util.Collection;
import java.util.TreeMap;

/**
 * How often in a row mails to one address came back with a soft bounce. Mails are taken in the
 * order they were accepted in, whatever order their bounces came in: a bounce that arrives late
 * counts for its mail, not for the day it arrived.
 */
final class SoftRun {

  private SoftRun() {}

  /**
   * The longest run.
   *
   * @param bounced the ids of mails with a soft bounce
   * @param succeeded the ids of mails that were taken and of which nothing came back
   */
  static int longest(Collection<Long> bounced, Collection<Long> succeeded) {
    TreeMap<Long, Boolean> mails = new TreeMap<>();
    succeeded.forEach(id -> mails.put(id, false));
    bounced.forEach(id -> mails.put(id, true));
    int longest = 0;
    int run = 0;
    for (boolean soft : mails.values()) {
      run = soft ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
