package org.paperround.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.paperround.digest.DueDay;

/**
 * A due day as the API shows it.
 *
 * @param detail the same in a sentence for its reader
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DueDayJson(
    LocalDate day, Instant at, DueDay.Outcome outcome, int papers, int seen, String detail) {

  static DueDayJson of(DueDay day) {
    return new DueDayJson(
        day.day(), day.at(), day.outcome(), day.papers(), day.seen(), Sentences.dueDay(day));
  }
}
