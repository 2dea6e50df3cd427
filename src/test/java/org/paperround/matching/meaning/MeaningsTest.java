package org.paperround.matching.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeaningsTest {

  @Test
  void aModelThatCannotBeLoadedIsNotAskedAgain() {
    Meanings meanings =
        new Meanings(
            true,
            () -> {
              throw new UnsatisfiedLinkError("not made for this system");
            });
    assertThat(meanings.isOn()).isTrue();

    assertThatThrownBy(() -> meanings.of(List.of("otters")))
        .isInstanceOf(IllegalStateException.class);

    assertThat(meanings.isOn()).isFalse();
  }

  @Test
  void withoutAModelThereIsNone() {
    assertThat(new Meanings(false).isOn()).isFalse();
    assertThatThrownBy(() -> new Meanings(false).of(List.of("otters")))
        .isInstanceOf(IllegalStateException.class);
  }
}
