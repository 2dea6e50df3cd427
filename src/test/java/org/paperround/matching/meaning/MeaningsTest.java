package org.paperround.matching.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningsTest {

  @Test
  void aModelThatCannotBeLoadedIsNotAskedAgain() {
    AtomicInteger asked = new AtomicInteger();
    Meanings meanings =
        new Meanings(
            true,
            () -> {
              asked.incrementAndGet();
              throw new UnsatisfiedLinkError("not made for this system");
            });

    assertThat(meanings.isOn()).isFalse();
    assertThat(meanings.isOn()).isFalse();
    assertThat(asked).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "100, 100", "101, 1", "600, 1"})
  void aFewTextsDoNotWaitInTheQueueOfTheMany(int texts, int calls) {
    FakeModel model = new FakeModel(text -> true);

    List<float[]> read = model.meanings().of(Collections.nCopies(texts, "an otter"));

    assertThat(read).hasSize(texts);
    // The library reads a single text in the thread that asks, and puts more into a queue.
    assertThat(model.calls()).hasSize(calls);
  }

  @Test
  void fewAndManyTextsAreReadAlike() {
    Meanings meanings = new Meanings(true);
    assumeTrue(meanings.isOn(), "This build has no model");
    List<String> many =
        Stream.concat(Stream.of("a river", "a sea"), Stream.generate(() -> "an otter").limit(120))
            .toList();

    List<float[]> ofMany = meanings.of(many);

    List<float[]> ofFew = meanings.of(many.subList(0, 3));
    for (int i = 0; i < 3; i++) {
      assertThat(ofFew.get(i)).isEqualTo(ofMany.get(i));
    }
  }

  @Test
  void withoutAModelThereIsNone() {
    assertThat(new Meanings(false).isOn()).isFalse();
    assertThatThrownBy(() -> new Meanings(false).of(List.of("otters")))
        .isInstanceOf(IllegalStateException.class);
  }
}
