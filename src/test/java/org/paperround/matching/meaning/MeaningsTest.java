package org.paperround.matching.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
  void withoutAModelThereIsNone() {
    assertThat(new Meanings(false).isOn()).isFalse();
    assertThatThrownBy(() -> new Meanings(false).of(List.of("otters")))
        .isInstanceOf(IllegalStateException.class);
  }
}
