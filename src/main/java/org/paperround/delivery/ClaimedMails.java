package org.paperround.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The rows this process has leased: those that lie ready for a sender, and those a sender has. Only
 * an aid to handing out; what is true stands in the rows.
 */
@Singleton
class ClaimedMails {

  /** With no more than these left in a lane it is time to claim again. */
  static final int LOW = 25;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Map<Lane, Deque<Long>> ready = new EnumMap<>(Lane.class);
  private final Set<Long> held = new HashSet<>();
  private final OutboxBell bell;
  private final DeliveryPause pause;

  ClaimedMails(OutboxBell bell, DeliveryPause pause) {
    this.bell = bell;
    this.pause = pause;
    for (Lane lane : Lane.values()) {
      ready.put(lane, new ArrayDeque<>());
    }
  }

  /** Lays claimed rows ready, in their order. Rows that are held already stay where they are. */
  void put(Lane lane, List<Long> mailIds) {
    lock.lock();
    try {
      mailIds.stream().filter(held::add).forEach(queue(lane)::add);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The next row, from the first of the lanes that has one; null for none. */
  @Nullable Long poll(List<Lane> lanes) {
    lock.lock();
    try {
      return next(lanes);
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #poll}, but waits a while for one. */
  @Nullable Long await(List<Lane> lanes, Duration atMost) throws InterruptedException {
    long nanos = atMost.toNanos();
    lock.lock();
    try {
      Long mail = next(lanes);
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
  void putBack(Lane lane, long mailId) {
    lock.lock();
    try {
      queue(lane).addFirst(mailId);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The sender is done with a row, or never took it up. */
  void drop(long mailId) {
    lock.lock();
    try {
      held.remove(mailId);
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
      ready.values().forEach(taken::addAll);
      ready.values().forEach(Deque::clear);
      taken.forEach(held::remove);
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Wakes the senders that wait, so that they see that it is time to stop. */
  void wakeAll() {
    lock.lock();
    try {
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Long next(List<Lane> lanes) {
    for (Lane lane : lanes) {
      Long mail = pause.isPaused(lane) ? null : queue(lane).poll();
      if (mail != null) {
        if (queue(lane).size() <= LOW) {
          bell.ring();
        }
        return mail;
      }
    }
    return null;
  }

  private Deque<Long> queue(Lane lane) {
    Deque<Long> queue = ready.get(lane);
    if (queue == null) {
      throw new IllegalStateException("No queue for " + lane);
    }
    return queue;
  }
}
