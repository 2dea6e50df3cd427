package org.paperround.base;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a token from a link says, once its signature and purpose have been checked.
 *
 * @param purpose the one thing the link can do
 * @param id the row it speaks of
 * @param expiresAt when it stops working, null for never
 */
public record SignedToken(Purpose purpose, long id, @Nullable Instant expiresAt) {

  /** The one thing a link can do. The numbers are on the wire: never reuse one. */
  public enum Purpose {
    /** Confirms one sign-up. */
    CONFIRMATION(1),
    /** Ends, pauses or slows one subscription. */
    UNSUBSCRIBE(2),
    /** Reads, changes and erases one subscription. */
    PREFERENCES(3),
    /** Shows one edition. */
    EDITION(4),
    /** Says of the papers of one edition whether more or less like them is wanted. */
    FEEDBACK(5);

    private final int number;

    Purpose(int number) {
      this.number = number;
    }

    byte number() {
      return (byte) number;
    }
  }

  /** What reading a token can end in; callers switch over all of it. */
  public sealed interface Reading {}

  /** Signed by us, for this purpose, and not yet expired. */
  public record Valid(SignedToken token) implements Reading {}

  /** Signed by us for this purpose, but its time is over. */
  public record Expired(SignedToken token) implements Reading {}

  /** Not signed by us, or for another purpose, or not a token at all. */
  public record Forged() implements Reading {}
}
