package org.paperround.delivery;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.paperround.delivery.smtp.RelayReply;

/**
 * Closes while the relay itself fails, so that no mail pays for it. A relay that cannot be talked
 * to closes it at once; five different mails in a row that fail the same way, with nothing else
 * between, are taken for the same thing. Behind a closed gate one sender at a time probes, with
 * growing pauses; whatever shows that the relay answers opens it.
 */
@Singleton
class RelayGate {

  private static final Logger LOG = Logger.getLogger(RelayGate.class);
  private static final int ALIKE = 5;
  private static final long LOOKS_UP_EVERY = Duration.ofMillis(500).toNanos();
  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  /** What is known of the relay, for health and metrics. */
  record Status(boolean up, Instant since, @Nullable String reason) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Clock clock;

  // Who waits for the gate, the longest first.
  private final Deque<Object> line = new ArrayDeque<>();

  // The failures in a row that are all alike, and in what way.
  private final Set<Long> failedAlike = new LinkedHashSet<>();
  private @Nullable String alike;

  private Status status;
  private boolean closedByMails;
  private boolean probing;
  private int probes;
  private long nextProbe;

  RelayGate(Clock clock) {
    this.clock = clock;
    this.status = new Status(true, clock.instant(), null);
  }

  Status status() {
    lock.lock();
    try {
      return status;
    } finally {
      lock.unlock();
    }
  }

  boolean isOpen() {
    return status().up();
  }

  /**
   * Waits until the caller may send. Who gets in behind a closed gate is the probe, and must call
   * {@link #observe} or {@link #passed} next. They probe in the order they came, so that a mail
   * that fails every time cannot keep the others from showing that the relay answers.
   *
   * @param giveUp asked now and then; true ends the waiting
   * @return whether it may
   */
  boolean await(BooleanSupplier giveUp) throws InterruptedException {
    Object ticket = new Object();
    lock.lock();
    try {
      line.addLast(ticket);
      while (!status.up()) {
        if (giveUp.getAsBoolean()) {
          return false;
        }
        long pause = nextProbe - System.nanoTime();
        boolean myTurn = !probing && line.peekFirst() == ticket;
        if (myTurn && pause <= 0) {
          probing = true;
          return true;
        }
        long ignored =
            changed.awaitNanos(myTurn ? Math.min(pause, LOOKS_UP_EVERY) : LOOKS_UP_EVERY);
      }
      return true;
    } finally {
      line.remove(ticket);
      changed.signalAll();
      lock.unlock();
    }
  }

  /** The caller got in, but its mail did not get as far as the relay. */
  void passed() {
    lock.lock();
    try {
      probing = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Learns from an answer.
   *
   * @return mails whose earlier failures were the relay's, to be given back
   */
  List<Long> observe(long mailId, RelayReply reply) {
    lock.lock();
    boolean probed = probing;
    try {
      probing = false;
      return reply.fold(
          new RelayReply.Cases<List<Long>>(
              accepted -> open(),
              deferred -> failed(mailId, reply, probed),
              refused -> open(),
              lost -> failed(mailId, reply, probed),
              down -> close(reply.text(), false, probed)));
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  /**
   * Whether a mail's failure is part of what closed the gate, so that it costs the mail nothing.
   */
  boolean excuses(RelayReply reply) {
    lock.lock();
    try {
      return closedByMails && signature(reply).equals(alike);
    } finally {
      lock.unlock();
    }
  }

  private List<Long> open() {
    failedAlike.clear();
    alike = null;
    closedByMails = false;
    probes = 0;
    if (!status.up()) {
      LOG.info("The relay answers again");
      status = new Status(true, clock.instant(), null);
    }
    return List.of();
  }

  private List<Long> failed(long mailId, RelayReply reply, boolean probed) {
    String signature = signature(reply);
    if (!signature.equals(alike)) {
      open();
      alike = signature;
    }
    failedAlike.add(mailId);
    if (closedByMails) {
      return close(reply.text(), true, probed);
    }
    if (failedAlike.size() < ALIKE) {
      return List.of();
    }
    List<Long> giveBack = List.copyOf(failedAlike);
    close(reply.text(), true, probed);
    return giveBack;
  }

  private List<Long> close(String reason, boolean byMails, boolean probed) {
    // What the other senders still had on the wire fails too, and is no reason to wait longer.
    if (status.up() || probed) {
      probes++;
      nextProbe = System.nanoTime() + PAUSES.after(probes, RandomGenerator.getDefault()).toNanos();
    }
    failedAlike.clear();
    if (byMails) {
      closedByMails = true;
    } else if (!closedByMails) {
      alike = null;
    }
    if (status.up()) {
      LOG.warnf("The relay fails, sending pauses: %s", reason);
      status = new Status(false, clock.instant(), reason);
    } else {
      status = new Status(false, status.since(), reason);
    }
    return List.of();
  }

  private static String signature(RelayReply reply) {
    return reply.fold(
        new RelayReply.Cases<String>(
            accepted -> "",
            deferred -> deferred.code() + " " + deferred.enhanced(),
            refused -> "",
            lost -> "lost",
            down -> ""));
  }
}
