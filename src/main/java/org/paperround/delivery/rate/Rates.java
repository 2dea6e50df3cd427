package org.paperround.delivery.rate;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;

/**
 * Keeps to the rates: how many mails may leave in a second, a minute, an hour and a day, overall
 * and to one domain, in any window of that length, over restarts and all instances. Mails are
 * allowed in chunks, out of the {@link RateLedger}; what is not used within a moment is put back
 * when more is wanted, and lost with the process, which errs slow.
 */
@Singleton
public class Rates {

  /** All domains without rates of their own. */
  public static final String OTHERS = "";

  private static final Logger LOG = Logger.getLogger(Rates.class);
  private static final Duration WHEN_THE_DATABASE_FAILS = Duration.ofSeconds(1);

  private final RateRules rules;
  private final RateLedger ledger;
  private final Map<String, Allowance> allowances = new HashMap<>();
  private final ReentrantLock asking = new ReentrantLock();

  Rates(RateRules rules, RateLedger ledger) {
    this.rules = rules;
    this.ledger = ledger;
  }

  private static final class Allowance {
    int mails;
    Instant at = Instant.EPOCH;
    long until;
    long blockedUntil = System.nanoTime();
    boolean wanted;
  }

  /** Whether a mail to a domain may leave now; if so it counts. Never waits. */
  public synchronized boolean take(String domain) {
    if (rules.of(domain).isEmpty()) {
      return true;
    }
    Allowance allowance = allowances.computeIfAbsent(key(domain), one -> new Allowance());
    long now = System.nanoTime();
    if (allowance.mails > 0 && allowance.until - now > 0) {
      allowance.mails--;
      return true;
    }
    allowance.wanted = allowance.blockedUntil - now <= 0;
    return false;
  }

  /** Whether mails wait for allowance. */
  public synchronized boolean isShort() {
    long now = System.nanoTime();
    return allowances.values().stream()
        .anyMatch(allowance -> allowance.wanted || allowance.blockedUntil - now > 0);
  }

  /**
   * Asks for allowance where it is wanted; one thread at a time, and the others do not wait for it.
   *
   * @param ready how many mails lie ready for a domain, or for all under {@link #OTHERS}
   * @return how long to wait before asking again is of any use
   */
  public Duration refill(ToIntFunction<String> ready) {
    if (asking.tryLock()) {
      try {
        wanted().forEach(key -> grant(key, ask(key, ready.applyAsInt(key))));
      } finally {
        asking.unlock();
      }
    }
    return pause();
  }

  /** The domains with rates of their own that must wait, and how long still. */
  public synchronized Map<String, Duration> blockedDomains() {
    Map<String, Duration> blocked = new HashMap<>();
    long now = System.nanoTime();
    allowances.forEach(
        (key, allowance) -> {
          if (!key.equals(OTHERS) && allowance.blockedUntil - now > 0) {
            blocked.put(key, Duration.ofNanos(allowance.blockedUntil - now));
          }
        });
    allowances
        .values()
        .removeIf(
            one ->
                !one.wanted
                    && one.mails == 0
                    && one.until - now <= 0
                    && one.blockedUntil - now <= 0);
    return blocked;
  }

  private synchronized List<String> wanted() {
    List<String> wanted = new ArrayList<>();
    allowances.forEach(
        (key, allowance) -> {
          if (allowance.wanted) {
            allowance.wanted = false;
            wanted.add(key);
          }
        });
    return wanted;
  }

  private RateLedger.Grant ask(String key, int ready) {
    try {
      putBack(key);
      return ledger.take(rules.of(key), Math.max(1, ready));
    } catch (RuntimeException failed) {
      LOG.warn("Could not ask how many mails may leave; trying again in a second", failed);
      return new RateLedger.Grant(
          0, WHEN_THE_DATABASE_FAILS, WHEN_THE_DATABASE_FAILS, Instant.EPOCH);
    }
  }

  private void putBack(String key) {
    int unused;
    Instant at;
    synchronized (this) {
      Allowance allowance = allowances.computeIfAbsent(key, one -> new Allowance());
      // More is wanted, so what is left came too late. Taken before it is put back: twice would be
      // too much.
      unused = allowance.mails;
      at = allowance.at;
      allowance.mails = 0;
    }
    if (unused > 0) {
      ledger.putBack(rules.of(key), unused, at);
    }
  }

  private synchronized void grant(String key, RateLedger.Grant grant) {
    Allowance allowance = allowances.computeIfAbsent(key, one -> new Allowance());
    long now = System.nanoTime();
    // Who asked for more while this was asked for has it now.
    allowance.wanted = false;
    allowance.mails = grant.mails();
    allowance.at = grant.at();
    allowance.until = now + grant.validFor().toNanos();
    allowance.blockedUntil = now + (grant.mails() > 0 ? 0 : grant.retryAfter().toNanos());
  }

  private synchronized Duration pause() {
    long now = System.nanoTime();
    long pause = Long.MAX_VALUE;
    for (Allowance allowance : allowances.values()) {
      boolean usable = allowance.wanted || allowance.mails > 0 && allowance.until - now > 0;
      long blocked = usable ? 0 : allowance.blockedUntil - now;
      pause = blocked <= 0 && !usable ? pause : Math.min(pause, Math.max(0, blocked));
    }
    // Never a busy loop: a grant that another thread has just used up shows as no pause at all.
    return Duration.ofNanos(Math.max(pause, 1_000_000));
  }

  private String key(String domain) {
    return rules.hasOwn(domain) ? domain : OTHERS;
  }
}
