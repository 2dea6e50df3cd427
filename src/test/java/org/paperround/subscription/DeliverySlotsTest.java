package org.paperround.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverySlotsTest {

  private static DeliverySlots slots(String frequency, String hour, String zone) {
    String[] oftenAndOn = frequency.split(" ");
    DayOfWeek weekday = oftenAndOn.length > 1 ? DayOfWeek.valueOf(oftenAndOn[1]) : DayOfWeek.MONDAY;
    return new DeliverySlots(
        new Choices(
            List.of(TopicChoice.ofQuery("graphs")),
            List.of(),
            Frequency.valueOf(oftenAndOn[0]),
            weekday,
            LocalTime.parse(hour),
            ZoneId.of(zone),
            10,
            false,
            false));
  }

  @ParameterizedTest(name = "{0} at {1} in {2}, after {3}: {4}")
  @CsvSource({
    // An ordinary day, and strictly after the slot itself.
    "DAILY, 07:00, UTC, 2026-05-04T06:59:59.999Z, 2026-05-04T07:00:00Z",
    "DAILY, 07:00, UTC, 2026-05-04T07:00:00Z, 2026-05-05T07:00:00Z",
    "DAILY, 07:00, Europe/Berlin, 2026-05-04T04:00:00Z, 2026-05-04T05:00:00Z",
    "DAILY, 00:00, UTC, 2026-12-31T00:00:00Z, 2027-01-01T00:00:00Z",
    "DAILY, 23:59, UTC, 2026-05-04T00:00:00Z, 2026-05-04T23:59:00Z",
    // The hour on the wall stays when the clocks change between two slots.
    "DAILY, 07:00, Europe/Berlin, 2026-03-28T06:00:00Z, 2026-03-29T05:00:00Z",
    "DAILY, 07:00, Europe/Berlin, 2026-10-24T05:00:00Z, 2026-10-25T06:00:00Z",
    // A spring gap: the first valid instant, once.
    "DAILY, 02:30, Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
    "DAILY, 02:30, Europe/Berlin, 2026-03-29T01:00:00Z, 2026-03-30T00:30:00Z",
    "DAILY, 02:30, America/New_York, 2026-03-07T12:00:00Z, 2026-03-08T07:00:00Z",
    "DAILY, 02:15, Australia/Lord_Howe, 2026-10-03T12:00:00Z, 2026-10-03T15:30:00Z",
    "DAILY, 00:30, America/Santiago, 2026-09-05T12:00:00Z, 2026-09-06T04:00:00Z",
    // An autumn overlap: the earlier of the two, once.
    "DAILY, 02:30, Europe/Berlin, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
    "DAILY, 02:30, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
    "DAILY, 02:30, Europe/Berlin, 2026-10-25T01:00:00Z, 2026-10-26T01:30:00Z",
    // Far from UTC the reader's day is another one.
    "DAILY, 07:00, Pacific/Kiritimati, 2026-05-03T17:00:00Z, 2026-05-04T17:00:00Z",
    "DAILY, 00:30, Pacific/Kiritimati, 2026-05-03T10:29:00Z, 2026-05-03T10:30:00Z",
    "DAILY, 23:30, Pacific/Niue, 2026-05-04T00:00:00Z, 2026-05-04T10:30:00Z",
    "DAILY, 07:00, Asia/Kathmandu, 2026-05-04T00:00:00Z, 2026-05-04T01:15:00Z",
    // Monday to Friday, by the reader's own calendar.
    "WEEKDAYS, 07:00, UTC, 2026-05-01T06:00:00Z, 2026-05-01T07:00:00Z",
    "WEEKDAYS, 07:00, UTC, 2026-05-01T07:00:00Z, 2026-05-04T07:00:00Z",
    "WEEKDAYS, 07:00, UTC, 2026-05-03T23:00:00Z, 2026-05-04T07:00:00Z",
    "WEEKDAYS, 07:00, Pacific/Kiritimati, 2026-05-01T12:00:00Z, 2026-05-03T17:00:00Z",
    "WEEKDAYS, 22:00, Pacific/Honolulu, 2026-05-02T07:00:00Z, 2026-05-02T08:00:00Z",
    "WEEKDAYS, 22:00, Pacific/Honolulu, 2026-05-02T08:00:00Z, 2026-05-05T08:00:00Z",
    // Once a week.
    "WEEKLY MONDAY, 07:00, UTC, 2026-05-04T06:00:00Z, 2026-05-04T07:00:00Z",
    "WEEKLY MONDAY, 07:00, UTC, 2026-05-04T07:00:00Z, 2026-05-11T07:00:00Z",
    "WEEKLY SUNDAY, 07:00, Pacific/Kiritimati, 2026-05-01T00:00:00Z, 2026-05-02T17:00:00Z",
    "WEEKLY SUNDAY, 02:30, Europe/Berlin, 2026-03-23T00:00:00Z, 2026-03-29T01:00:00Z"
  })
  void firstAfter(String frequency, String hour, String zone, Instant after, Instant slot) {
    assertThat(slots(frequency, hour, zone).firstAfter(after)).isEqualTo(slot);
  }

  @ParameterizedTest(name = "{0} at {1} in {2}, until {3}: {4}")
  @CsvSource({
    "DAILY, 07:00, Europe/Berlin, 2026-05-04T04:59:59.999Z, 2026-05-03",
    "DAILY, 07:00, Europe/Berlin, 2026-05-04T05:00:00Z, 2026-05-04",
    "DAILY, 02:30, Europe/Berlin, 2026-03-29T00:59:59.999Z, 2026-03-28",
    "DAILY, 02:30, Europe/Berlin, 2026-03-29T01:00:00Z, 2026-03-29",
    "DAILY, 02:30, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25",
    "DAILY, 07:00, Pacific/Kiritimati, 2026-05-03T17:00:00Z, 2026-05-04",
    "DAILY, 23:30, Pacific/Niue, 2026-05-04T10:30:00Z, 2026-05-03",
    "WEEKDAYS, 07:00, UTC, 2026-05-03T12:00:00Z, 2026-05-01",
    "WEEKLY FRIDAY, 07:00, UTC, 2026-05-05T12:00:00Z, 2026-05-01",
    "WEEKLY FRIDAY, 07:00, UTC, 2026-05-01T06:00:00Z, 2026-04-24"
  })
  void lastDayUntil(String frequency, String hour, String zone, Instant until, LocalDate day) {
    assertThat(slots(frequency, hour, zone).lastDayUntil(until)).isEqualTo(day);
  }

  @ParameterizedTest(name = "in {0} {1} falls on {2}")
  @CsvSource({
    "Pacific/Kiritimati, 2026-05-03T10:00:00Z, 2026-05-04",
    "Pacific/Niue, 2026-05-04T10:59:59Z, 2026-05-03",
    "UTC, 2026-05-04T00:00:00Z, 2026-05-04"
  })
  void dayOf(String zone, Instant instant, LocalDate day) {
    assertThat(slots("DAILY", "07:00", zone).dayOf(instant)).isEqualTo(day);
  }
}
