package org.paperround.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one row that says what is paused, for all instances. */
@Entity
@Table(name = "delivery_pause")
class PauseRow {

  /** The id of the one row there is. */
  static final int THE_ONE = 1;

  @Id int id;

  List<String> lanes;

  @Nullable Instant pausedAt;

  @Nullable String reason;

  @Enumerated(EnumType.STRING)
  @Nullable PauseCause cause;

  long resumes;

  PauseState state() {
    return new PauseState(lanes(), pausedAt, reason, cause, resumes);
  }

  /** Pauses more; what is paused stays so, and a pause keeps its beginning. */
  void pause(Set<Lane> more, @Nullable String why, PauseCause who, Instant now) {
    Set<Lane> all = lanes();
    if (all.isEmpty()) {
      pausedAt = now;
      reason = why;
      cause = who;
    } else if (why != null) {
      reason = why;
      cause = who;
    }
    all.addAll(more);
    keep(all);
  }

  /** Lets some lanes go on. Counts also when none of them was paused: what was is forgiven. */
  void resume(Set<Lane> some) {
    resumes++;
    Set<Lane> rest = lanes();
    rest.removeAll(some);
    keep(rest);
    if (rest.isEmpty()) {
      pausedAt = null;
      reason = null;
      cause = null;
    }
  }

  private Set<Lane> lanes() {
    Set<Lane> set = EnumSet.noneOf(Lane.class);
    lanes.forEach(name -> set.add(Lane.valueOf(name)));
    return set;
  }

  private void keep(Set<Lane> set) {
    lanes = set.stream().map(Enum::name).sorted().toList();
  }
}
