package org.paperround.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads days out of addresses; those no paper can have are none. */
final class Days {

  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2199;

  private Days() {}

  /** The day written as 2026-05-04, from 1900 to 2199. */
  static Optional<LocalDate> read(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
