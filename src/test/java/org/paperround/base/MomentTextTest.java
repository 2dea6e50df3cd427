package org.paperround.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTextTest {

  private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2024-03-01, 2024-03-01T00:00:00Z",
    "2024-03-01T09:30:00Z, 2024-03-01T09:30:00Z",
    "2024-03-01T09:30Z, 2024-03-01T09:30:00Z",
    "2024-03-01T09:30:00.5+02:00, 2024-03-01T07:30:00.5Z",
    "2026-05-04T12:00:00Z, 2026-05-04T12:00:00Z"
  })
  void datesAndInstantsAreRead(String text, Instant moment) {
    assertThat(MomentText.past(text, NOW)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "01.03.2024",
        "2024-02-30",
        "2024-03-01T09:30:00",
        "2026-05-05",
        "1969-12-31",
        "+999999999-01-01T00:00:00Z"
      })
  void whatIsNoMomentThatIsOverIsRefused(String text) {
    assertThatThrownBy(() -> MomentText.past(text, NOW)).isInstanceOf(DateTimeException.class);
  }
}
