package org.paperround.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.paperround.paper.SourcedPaper;

/** Reads days out of addresses and requests. */
public final class Days {

  private Days() {}

  /** The day written as 2026-05-04, unless no paper can be of that day. */
  public static Optional<LocalDate> read(String text) {
    try {
      return Optional.of(LocalDate.parse(text)).filter(SourcedPaper::isPlausible);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
