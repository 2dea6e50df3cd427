package org.paperround.subscription;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A due day on which a reader got no mail. The last of a subscription are kept with it, newest
 * first, each as a line {@code 2026-06-02 2026-06-02T07:00:00Z NOTHING_MATCHED 412 3}; without the
 * last number it is 0.
 *
 * @param day the reader's local day
 * @param at the instant of the round that found nothing
 * @param outcome why
 * @param papersSeen how many papers were new, whoever they were for
 * @param papersMuted how many of them answered the reader's topics and were muted
 */
public record Silence(
    LocalDate day, Instant at, RoundOutcome outcome, int papersSeen, int papersMuted) {

  /** About a month of them. */
  static final int KEPT_CHARACTERS = 2000;

  /** What a round made of a subscription, if that is silence. */
  static Optional<Silence> of(Served served, Instant at) {
    return switch (served.outcome()) {
      case NOTHING_MATCHED, NO_PAPERS ->
          Optional.of(
              new Silence(
                  served.due().slotDay(),
                  at,
                  served.outcome(),
                  served.papersSeen(),
                  served.papersMuted()));
      case EDITION, ALREADY_SERVED -> Optional.empty();
    };
  }

  /** Reads lines; one that was cut off is left out. */
  static List<Silence> read(String lines) {
    return lines
        .substring(0, lines.lastIndexOf('\n') + 1)
        .lines()
        .flatMap(line -> line(line).stream())
        .toList();
  }

  private static Optional<Silence> line(String line) {
    String[] parts = line.split(" ");
    try {
      return Optional.of(
          new Silence(
              LocalDate.parse(parts[0]),
              Instant.parse(parts[1]),
              RoundOutcome.valueOf(parts[2]),
              Integer.parseInt(parts[3]),
              parts.length < 5 ? 0 : Integer.parseInt(parts[4])));
    } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    String muted = papersMuted == 0 ? "" : " " + papersMuted;
    return day + " " + at + " " + outcome + " " + papersSeen + muted + "\n";
  }
}
