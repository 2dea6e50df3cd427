package org.paperround.matching.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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

  @Test
  void aFewTextsDoNotWaitForTheManyThatCameBefore() {
    Meanings meanings = new Meanings(true);
    assumeTrue(meanings.isOn(), "This build has no model");
    List<String> many = IntStream.range(0, 600).mapToObj(i -> "an otter, no. " + i).toList();
    AtomicBoolean read = new AtomicBoolean();
    Thread reader = new Thread(() -> read.set(meanings.of(many).size() == many.size()));
    reader.start();
    // All of them are in the queue now.
    await().until(() -> reader.getState() == Thread.State.WAITING);

    assertThat(meanings.of(List.of("a river", "a sea"))).hasSize(2);

    assertThat(read).isFalse();
    await().untilTrue(read);
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
