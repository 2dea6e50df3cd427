package org.paperround.delivery;

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

  static Turn of(@Nullable Answer answer, @Nullable ReadyMail next, boolean tell) {
    return new Turn(answer, next, tell, new CompletableFuture<>());
  }
}
