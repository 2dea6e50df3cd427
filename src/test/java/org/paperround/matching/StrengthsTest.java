package org.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paperround.topic.Strength;
import org.paperround.topic.TopicKind;

class StrengthsTest {

  private static List<Float> scores(int count, float from, float step) {
    List<Float> scores = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      scores.add(from - i * step);
    }
    return scores;
  }

  private static long wanted(TopicKind kind, Strength strength, List<Float> scores, int days) {
    float least = Strengths.least(kind, strength, scores, days);
    return scores.stream().filter(score -> score >= least).count();
  }

  @ParameterizedTest
  @EnumSource(Strength.class)
  void onRichDaysTheNumberInAWeekIsAboutWhatIsWanted(Strength strength) {
    List<Float> rich = scores(1000, 0.95f, 0.0001f);

    assertThat(wanted(TopicKind.ABOUT, strength, rich, 7)).isEqualTo(Strengths.perWeek(strength));
    assertThat(wanted(TopicKind.LIKE, strength, rich, 14))
        .isEqualTo(2L * Strengths.perWeek(strength));
  }

  @ParameterizedTest
  @EnumSource(Strength.class)
  void onPoorDaysNothingWeakComesInstead(Strength strength) {
    assertThat(wanted(TopicKind.ABOUT, strength, scores(100, 0.39f, 0.001f), 7)).isZero();
  }

  @Test
  void whoWantsMoreIsSentWhatOthersAreNot() {
    List<Float> middling = scores(8, 0.54f, 0.02f);

    long normal = wanted(TopicKind.ABOUT, Strength.NORMAL, middling, 7);
    assertThat(wanted(TopicKind.ABOUT, Strength.FEW, middling, 7)).isZero();
    assertThat(normal).isBetween(1L, 6L);
    assertThat(wanted(TopicKind.ABOUT, Strength.MANY, middling, 7)).isGreaterThan(normal);
  }

  @Test
  void whatAnswersAQueryComesHoweverMuchItIs() {
    List<Float> rich = scores(300, 0.95f, 0.001f);

    assertThat(wanted(TopicKind.QUERY, Strength.NORMAL, rich, 7)).isEqualTo(300);
    assertThat(wanted(TopicKind.QUERY, Strength.MANY, rich, 7)).isEqualTo(300);
    assertThat(wanted(TopicKind.QUERY, Strength.FEW, rich, 7)).isBetween(1L, 299L);
  }
}
