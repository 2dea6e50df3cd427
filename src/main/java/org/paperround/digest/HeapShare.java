package org.paperround.digest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;

/** Caches that take a share of the heap at most, whatever comes. */
final class HeapShare {

  private HeapShare() {}

  /**
   * A cache.
   *
   * @param part one so-manieth of the largest heap
   * @param most bytes, however large the heap is
   * @param weigher gives bytes
   */
  static <K, V> Cache<K, V> cache(int part, long most, Weigher<K, V> weigher) {
    return Caffeine.newBuilder()
        .maximumWeight(Math.min(most, Runtime.getRuntime().maxMemory() / part))
        .weigher(weigher)
        // What is to be done is little; waking a thread for it costs more.
        .executor(Runnable::run)
        .build();
  }
}
