package org.paperround.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.paperround.delivery.config.DeliveryConfig;
import org.paperround.delivery.rate.Rates;

/**
 * The rows this process has leased: those that lie ready for a sender, and those a sender has. Only
 * an aid to handing out; what is true stands in the rows.
 */
@Singleton
class ClaimedMails {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Map<Lane, FairQueue> ready = new EnumMap<>(Lane.class);
  private final Set<Long> held = new HashSet<>();
  private final OutboxBell bell;
  private final Rates rates;
  private final DeliveryPause pause;
  private final int low;

  ClaimedMails(OutboxBell bell, Rates rates, DeliveryPause pause, DeliveryConfig config) {
    this.bell = bell;
    this.rates = rates;
    this.pause = pause;
    this.low = OutboxClaimer.chunk(config.connections()) / 2;
    for (Lane lane : Lane.values()) {
      ready.put(lane, new FairQueue());
    }
  }

  /** Lays claimed rows ready, in their order. Rows that are held already stay where they are. */
  void put(Lane lane, List<ReadyMail> mails) {
    lock.lock();
    try {
      mails.stream().filter(mail -> held.add(mail.id())).forEach(queue(lane)::add);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The next row, from the first of the lanes that has one that may go; null for none. */
  @Nullable ReadyMail poll(List<Lane> lanes) {
    lock.lock();
    try {
      return next(lanes);
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #poll}, but waits a while for one. */
  @Nullable ReadyMail await(List<Lane> lanes, Duration atMost) throws InterruptedException {
    long nanos = atMost.toNanos();
    lock.lock();
    try {
      ReadyMail mail = next(lanes);
      while (mail == null && nanos > 0) {
        nanos = arrived.awaitNanos(nanos);
        mail = next(lanes);
      }
      return mail;
    } finally {
      lock.unlock();
    }
  }

  /** The sender took a row and could not begin. */
  void putBack(ReadyMail mail) {
    lock.lock();
    try {
      queue(mail.mail().lane()).putBack(mail);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The sender took a row that is no better than the next, and gets any other of its domain. */
  ReadyMail exchange(ReadyMail mail) {
    lock.lock();
    try {
      return queue(mail.mail().lane()).exchange(mail, RandomGenerator.getDefault());
    } finally {
      lock.unlock();
    }
  }

  /** The sender is done with a row, or never took it up. */
  void drop(ReadyMail mail) {
    lock.lock();
    try {
      if (held.remove(mail.id())) {
        queue(mail.mail().lane()).done(mail);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes back what lies ready for a domain that must wait. */
  List<Long> takeBack(Lane lane, String domain) {
    lock.lock();
    try {
      List<Long> taken = queue(lane).removeAll(domain);
      taken.forEach(held::remove);
      return taken;
    } finally {
      lock.unlock();
    }
  }

  int ready(Lane lane) {
    lock.lock();
    try {
      return queue(lane).size();
    } finally {
      lock.unlock();
    }
  }

  /** How many lie ready for a domain, or for all of them under {@link Rates#OTHERS}. */
  int countReady(String domain) {
    lock.lock();
    try {
      return ready.values().stream()
          .mapToInt(
              queue -> domain.equals(Rates.OTHERS) ? queue.size() : queue.countWaiting(domain))
          .sum();
    } finally {
      lock.unlock();
    }
  }

  /** The domains of a lane that have at least so many mails ready. */
  Set<String> wellSupplied(Lane lane, int mails) {
    lock.lock();
    try {
      return queue(lane).withAtLeast(mails);
    } finally {
      lock.unlock();
    }
  }

  boolean holds(long mailId) {
    lock.lock();
    try {
      return held.contains(mailId);
    } finally {
      lock.unlock();
    }
  }

  /** Everything whose lease is to be renewed. */
  List<Long> held() {
    lock.lock();
    try {
      return new ArrayList<>(held);
    } finally {
      lock.unlock();
    }
  }

  /** Takes back all that no sender has yet. */
  List<Long> takeReady() {
    lock.lock();
    try {
      List<Long> taken = new ArrayList<>();
      ready.values().forEach(queue -> taken.addAll(queue.removeAll()));
      taken.forEach(held::remove);
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Wakes the senders that wait: it is time to stop, or a domain may be mailed again. */
  void wakeAll() {
    lock.lock();
    try {
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable ReadyMail next(List<Lane> lanes) {
    for (Lane lane : lanes) {
      if (pause.isPaused(lane)) {
        continue;
      }
      FairQueue queue = queue(lane);
      ReadyMail mail = queue.poll(rates::take);
      if (mail != null) {
        if (queue.size() <= low) {
          bell.ring();
        }
        return mail;
      }
    }
    return null;
  }

  private FairQueue queue(Lane lane) {
    FairQueue queue = ready.get(lane);
    if (queue == null) {
      throw new IllegalStateException("No queue for " + lane);
    }
    return queue;
  }
}
