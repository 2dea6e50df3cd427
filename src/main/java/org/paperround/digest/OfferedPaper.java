package org.paperround.digest;

/** Whether an edition offered a paper. */
public sealed interface OfferedPaper {

  /**
   * It did.
   *
   * @param subscriptionId whose edition it is
   * @param paper as it is now
   */
  record Found(long subscriptionId, PaperView paper) implements OfferedPaper {}

  /** The edition is kept, and the paper was none of it. */
  record NotOffered() implements OfferedPaper {}

  /** The edition is kept no longer. */
  record Gone() implements OfferedPaper {}
}
