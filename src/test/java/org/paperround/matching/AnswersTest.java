package org.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.matching.Reason.Ground;
import org.paperround.matching.Reason.Where;

class AnswersTest {

  private static Reason reason(String... words) {
    return new Reason(
        List.of(
            new Ground(Where.TITLE, List.of(words)), new Ground(Where.CATEGORY, List.of("cs.CL"))));
  }

  @Test
  void matchesReadAsTheyWereWritten() {
    List<PaperMatch> matches =
        List.of(
            new PaperMatch(9_000_000_000L, 3.1415927f, reason("Otters", "otters \"at\" \\ dawn")),
            new PaperMatch(2, 3e-10f, new Reason(List.of())),
            new PaperMatch(1, 2, reason("日本 \uD83E\uDDA6")));

    assertThat(Answers.read(Answers.write(matches))).isEqualTo(matches);
    assertThat(Answers.read(Answers.write(List.of()))).isEmpty();
  }

  @Test
  void aReasonThatManyShareStandsOnceAndIsOneObject() {
    List<PaperMatch> matches =
        List.of(new PaperMatch(1, 1, reason("Otters")), new PaperMatch(2, 1, reason("Otters")));

    String column = Answers.write(matches);

    assertThat(column).containsOnlyOnce("Otters");
    List<PaperMatch> read = Answers.read(column);
    assertThat(read.get(0).reason()).isSameAs(read.get(1).reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "damaged",
        "{}",
        "[]",
        "[[]",
        "[[],[1,1.0,0]]",
        "[[[[\"NOWHERE\",\"otters\"]]],[1,1.0,0]]",
        "[[[[]]],[1,1.0,0]]"
      })
  void damagedMatchesAreNotReadAsNone(String column) {
    assertThatThrownBy(() -> Answers.read(column))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Stored matches do not read");
  }
}
