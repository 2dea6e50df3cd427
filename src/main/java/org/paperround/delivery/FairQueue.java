package org.paperround.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Mails in their order within a domain; between domains the one that has the fewest mails with
 * senders comes first, so that a domain whose mails take long gets no more than its share of the
 * connections, and all of them when nobody else wants any. Not for several threads.
 */
final class FairQueue {

  private static final class Domain {
    final Deque<ReadyMail> waiting = new ArrayDeque<>();
    int withSenders;
  }

  private final Map<String, Domain> domains = new LinkedHashMap<>();
  private int size;

  void add(ReadyMail mail) {
    domain(mail).waiting.add(mail);
    size++;
  }

  /**
   * The next mail; {@link #done} or {@link #putBack} ends what it takes.
   *
   * @param may whether a domain may be mailed just now; asked once for each domain that is tried,
   *     and a domain it lets pass gives the mail
   */
  @Nullable ReadyMail poll(Predicate<String> may) {
    Set<String> refused = new HashSet<>();
    while (refused.size() < domains.size()) {
      String fewest = fewest(refused);
      if (fewest == null) {
        return null;
      }
      if (may.test(fewest)) {
        return take(fewest);
      }
      refused.add(fewest);
    }
    return null;
  }

  private @Nullable String fewest(Set<String> besides) {
    String fewest = null;
    int least = Integer.MAX_VALUE;
    for (Map.Entry<String, Domain> entry : domains.entrySet()) {
      Domain domain = entry.getValue();
      if (!domain.waiting.isEmpty()
          && domain.withSenders < least
          && !besides.contains(entry.getKey())) {
        fewest = entry.getKey();
        least = domain.withSenders;
        if (least == 0) {
          break;
        }
      }
    }
    return fewest;
  }

  private ReadyMail take(String name) {
    // To the end of the line, so that equals take turns.
    Domain domain = domains.remove(name);
    if (domain == null) {
      throw new IllegalStateException("No such domain: " + name);
    }
    domains.put(name, domain);
    domain.withSenders++;
    size--;
    return domain.waiting.remove();
  }

  /** The mail a sender took is first again. */
  void putBack(ReadyMail mail) {
    Domain domain = domain(mail);
    domain.withSenders--;
    domain.waiting.addFirst(mail);
    size++;
  }

  /**
   * The mail a sender took changes places with one that waits, chosen at random from the same
   * domain, which the sender takes instead. The same mail where none waits.
   */
  ReadyMail exchange(ReadyMail mail, RandomGenerator random) {
    Domain domain = domain(mail);
    if (domain.waiting.isEmpty()) {
      return mail;
    }
    List<ReadyMail> line = new ArrayList<>(domain.waiting);
    ReadyMail other = line.set(random.nextInt(line.size()), mail);
    domain.waiting.clear();
    domain.waiting.addAll(line);
    return other;
  }

  /** A sender is done with a mail it took. */
  void done(ReadyMail mail) {
    Domain domain = domain(mail);
    domain.withSenders--;
    if (domain.withSenders <= 0 && domain.waiting.isEmpty()) {
      domains.remove(mail.mail().domain());
    }
  }

  int size() {
    return size;
  }

  int countWaiting(String name) {
    Domain domain = domains.get(name);
    return domain == null ? 0 : domain.waiting.size();
  }

  Set<String> withAtLeast(int mails) {
    Set<String> names = new HashSet<>();
    domains.forEach(
        (name, domain) -> {
          if (domain.waiting.size() >= mails) {
            names.add(name);
          }
        });
    return names;
  }

  /** Takes out what waits for one domain. */
  List<Long> removeAll(String name) {
    Domain domain = domains.get(name);
    return domain == null ? List.of() : empty(name, domain);
  }

  /** Takes out all that waits. */
  List<Long> removeAll() {
    List<Long> taken = new ArrayList<>();
    List.copyOf(domains.keySet()).forEach(name -> taken.addAll(removeAll(name)));
    return taken;
  }

  private List<Long> empty(String name, Domain domain) {
    List<Long> taken = domain.waiting.stream().map(ReadyMail::id).toList();
    domain.waiting.clear();
    size -= taken.size();
    if (domain.withSenders <= 0) {
      domains.remove(name);
    }
    return taken;
  }

  private Domain domain(ReadyMail mail) {
    return domains.computeIfAbsent(mail.mail().domain(), name -> new Domain());
  }
}
