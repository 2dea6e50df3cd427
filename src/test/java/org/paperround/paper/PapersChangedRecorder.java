package org.paperround.paper;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** Remembers on which days papers changed, once that is committed. */
@Singleton
public class PapersChangedRecorder {

  private final Set<LocalDate> days = new TreeSet<>();

  synchronized void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) PapersChanged changed) {
    days.addAll(changed.announcedOn());
  }

  /** The days since it was asked the last time. */
  public synchronized Set<LocalDate> take() {
    Set<LocalDate> taken = Set.copyOf(days);
    days.clear();
    return taken;
  }
}
