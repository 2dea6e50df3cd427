package org.paperround.subscription;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.Set;

/**
 * When digests are due: the reader's local days at the reader's local hour. In a spring gap a slot
 * moves to the first valid instant, in an autumn overlap it is the earlier of the two.
 */
public final class DeliverySlots {

  private final Choices choices;

  DeliverySlots(Choices choices) {
    this.choices = choices;
  }

  /** The first slot strictly after an instant. */
  Instant firstAfter(Instant instant) {
    LocalDate day = instant.atZone(choices.timeZone()).toLocalDate().minusDays(1);
    while (!hasSlot(day) || !at(day).isAfter(instant)) {
      day = day.plusDays(1);
    }
    return at(day);
  }

  /** The local day of the last slot at or before an instant. */
  LocalDate lastDayUntil(Instant instant) {
    LocalDate day = instant.atZone(choices.timeZone()).toLocalDate().plusDays(1);
    while (!hasSlot(day) || at(day).isAfter(instant)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** The local day on which an instant falls. */
  LocalDate dayOf(Instant instant) {
    return instant.atZone(choices.timeZone()).toLocalDate();
  }

  private boolean hasSlot(LocalDate day) {
    Set<DayOfWeek> weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    return switch (choices.frequency()) {
      case DAILY -> true;
      case WEEKDAYS -> !weekend.contains(day.getDayOfWeek());
      case WEEKLY -> day.getDayOfWeek() == choices.weekday();
    };
  }

  private Instant at(LocalDate day) {
    LocalDateTime local = day.atTime(choices.deliverAt());
    ZoneOffsetTransition change = choices.timeZone().getRules().getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        : ZonedDateTime.of(local, choices.timeZone()).toInstant();
  }
}
