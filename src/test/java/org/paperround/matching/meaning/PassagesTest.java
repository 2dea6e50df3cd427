package org.paperround.matching.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassagesTest {

  @Test
  void aPaperIsItsTitleAndItsSentences() {
    assertThat(
            Passages.of(
                "Otters at dusk", "We followed nine otters. They sleep more than was thought."))
        .containsExactly(
            "Otters at dusk", "We followed nine otters.", "They sleep more than was thought.");
  }

  @Test
  void aFragmentGoesWithWhatFollowsIt() {
    assertThat(Passages.of("", "Smith et al. In 1999 they counted otters. Why? Nobody knows this."))
        .allSatisfy(passage -> assertThat(passage.length()).isGreaterThan(15));
  }

  @Test
  void aPaperWithoutAnAbstractIsItsTitle() {
    assertThat(Passages.of("Otters", "")).containsExactly("Otters");
  }

  @Test
  void aWholeBookDoesNotBecomeAThousandPassages() {
    assertThat(Passages.of("Otters", "One more sentence about otters. ".repeat(5000))).hasSize(16);
  }
}
