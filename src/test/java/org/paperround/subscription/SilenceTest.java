package org.paperround.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SilenceTest {

  private static final Silence ONE =
      new Silence(
          LocalDate.parse("2026-06-02"),
          Instant.parse("2026-06-02T07:00:00Z"),
          RoundOutcome.NOTHING_MATCHED,
          412,
          0);
  private static final Silence MUTED =
      new Silence(
          LocalDate.parse("2026-06-03"),
          Instant.parse("2026-06-03T07:00:00Z"),
          RoundOutcome.NOTHING_MATCHED,
          412,
          31);

  @Test
  void linesAreReadBackAndOneThatWasCutOffIsLeftOut() {
    String cut = ONE.toString().substring(0, 30);
    assertThat(Silence.read(ONE.toString() + ONE + cut)).containsExactly(ONE, ONE);
    assertThat(Silence.read("")).isEmpty();
  }

  @Test
  void howManyWereMutedIsToldAndNeverHalfOfIt() {
    String line = MUTED.toString();
    assertThat(Silence.read(line + ONE)).containsExactly(MUTED, ONE);
    assertThat(Silence.read(line + line.substring(0, line.length() - 2))).containsExactly(MUTED);
  }
}
