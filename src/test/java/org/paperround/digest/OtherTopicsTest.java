package org.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a mail names the other topics that a paper answers. */
class OtherTopicsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "otters | also for “otters”",
        "about “otters at night” | also for about “otters at night”",
        "about “otters that live in rivers and eat the fish of anglers there”"
            + " | also for about “otters that live in rivers and eat the fish of…”"
      })
  void ownWordsAreQuotedOnceAndToTheEnd(String topic, String told) {
    EditionView.Item item =
        new EditionView.Item(
            EditionSamples.paper("2605.00001", "Otters", 0, 0, "They swim."),
            Why.NONE,
            List.of(topic));

    assertThat(item.alsoFor()).isEqualTo(told);
  }
}
