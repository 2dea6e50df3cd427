package org.paperround.delivery;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What one sender wants written: the answer to its last mail, and which it takes next.
 *
 * @param tell whether the rooms above are told of final states
 * @param go completed with whether {@code next} goes on the wire, or with what kept it from being
 *     written
 */
record Turn(
    @Nullable Answer answer,
    @Nullable ReadyMail next,
    boolean tell,
    CompletableFuture<Boolean> go) {

  /** The mails some turns are about, in the order in which rows are locked. */
  static SortedSet<Long> mailIds(Collection<Turn> turns) {
    SortedSet<Long> ids = new TreeSet<>();
    for (Turn turn : turns) {
      if (turn.answer() != null) {
        ids.add(turn.answer().mailId());
      }
      if (turn.next() != null) {
        ids.add(turn.next().id());
      }
    }
    return ids;
  }

  static Turn of(@Nullable Answer answer, @Nullable ReadyMail next, boolean tell) {
    return new Turn(answer, next, tell, new CompletableFuture<>());
  }
}
