package org.paperround.topic;

import org.jspecify.annotations.Nullable;
import org.paperround.base.PaperId;

/**
 * What makes topics the same one, whoever asks them.
 *
 * @param canonical of a query its canonical text, which parses to itself; of a {@link
 *     TopicKind#LIKE} the identities of its papers, sorted, with spaces between; of an {@link
 *     TopicKind#ABOUT} the SHA-256 of its words, for these may be long
 * @param wording the words of an {@link TopicKind#ABOUT}; null for the others
 */
public record TopicKey(TopicKind kind, String canonical, @Nullable String wording) {

  /** The topic that finds papers like one. */
  public static TopicKey like(PaperId paper) {
    return new TopicKey(TopicKind.LIKE, paper.value(), null);
  }
}
