package org.paperround.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnhancedStatusTest {

  @ParameterizedTest
  @CsvSource({
    "5.1.0, SOFT",
    "5.1.1, HARD",
    "5.1.2, HARD",
    "5.1.3, HARD",
    "5.1.4, SOFT",
    "5.1.5, POLICY",
    "5.1.6, HARD",
    "5.1.7, POLICY",
    "5.1.8, POLICY",
    "5.1.9, POLICY",
    "5.1.10, HARD",
    "5.2.0, SOFT",
    "5.2.1, SOFT",
    "5.2.2, SOFT",
    "5.2.3, POLICY",
    "5.3.4, POLICY",
    "5.4.1, SOFT",
    "5.4.4, SOFT",
    "5.4.7, SOFT",
    "5.5.0, POLICY",
    "5.6.0, POLICY",
    "5.7.1, POLICY",
    "5.7.26, POLICY",
    "5.0.0, SOFT",
    "4.0.0, SOFT",
    "4.1.1, SOFT",
    "4.2.2, SOFT",
    "4.3.1, SOFT",
    "4.4.7, SOFT",
    "4.7.1, POLICY"
  })
  void onlyWhatSaysThatTheAddressIsWrongIsHard(String code, BounceKind kind) {
    assertThat(EnhancedStatus.in(code).orElseThrow().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "5.1.1, smtp; 550 5.7.1 no, 5.1.1",
    "5.0.0, smtp; 550 5.1.1 nobody, 5.1.1",
    "5.0.0, smtp; 452 4.2.2 full, 5.0.0",
    "5.0.0, smtp; 550 nobody, 5.0.0",
    "'', smtp; 550 5.1.1 nobody, 5.1.1",
    "'', (#5.1.2), 5.1.2",
    "'', 550 go away, 5.0.0",
    "'', 450 come back, 4.0.0",
    "'', 192.5.1.1 went away, 4.4.4",
    "'', 5.1.1.7 went away, 4.4.4",
    "'', 10.0.5.1.1 went away, 4.4.4",
    "'', nothing, 4.4.4",
    "5.1.1 (no such mailbox), x, 5.1.1",
    "5.1.1., x, 5.1.1",
    "9.9.9, x, 4.4.4",
  })
  void theMostTellingCodeCounts(String field, String words, String expected) {
    assertThat(EnhancedStatus.of(field, words, new EnhancedStatus(4, 4, 4))).hasToString(expected);
  }
}
