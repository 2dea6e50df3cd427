package org.paperround.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last answers the relay gave for good, and how many of them blame our policy or reputation
 * (RFC 3463, 3.8: enhanced codes 5.7.x). Not thread-safe.
 */
final class PolicyWindow {

  /** How many answers it looks back. */
  static final int SIZE = 40;

  /** So many mails refused among them are no chance. */
  static final int LIMIT = 20;

  private static final String POLICY = "5.7.";

  private record Answered(long mailId, boolean refused) {}

  private final Deque<Answered> answers = new ArrayDeque<>(SIZE + 1);

  /** The relay took a mail. */
  void accepted(long mailId) {
    add(new Answered(mailId, false));
  }

  /** The relay refused a mail for good. */
  void refused(long mailId, @Nullable String enhanced) {
    add(new Answered(mailId, isPolicy(enhanced)));
  }

  /** How many mails, each once, were refused by policy. */
  int refusals() {
    Set<Long> mails = new HashSet<>();
    answers.stream().filter(Answered::refused).forEach(answer -> mails.add(answer.mailId()));
    return mails.size();
  }

  boolean isFull() {
    return refusals() >= LIMIT;
  }

  void clear() {
    answers.clear();
  }

  static boolean isPolicy(@Nullable String enhanced) {
    return enhanced != null && enhanced.startsWith(POLICY);
  }

  private void add(Answered answer) {
    answers.addLast(answer);
    if (answers.size() > SIZE) {
      answers.removeFirst();
    }
  }
}
