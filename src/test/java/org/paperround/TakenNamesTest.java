package org.paperround;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.paperround.paper.AnnouncingSource;
import org.paperround.paper.PaperSource;

@QuarkusTest
class TakenNamesTest {

  @Test
  void noFeedMayTakeTheNameOfASourceThatIsBuiltIn() {
    Stream<String> daily = builtIn(PaperSource.class).map(PaperSource::name);
    Stream<String> announcing = builtIn(AnnouncingSource.class).map(AnnouncingSource::name);
    assertThat(Stream.concat(daily, announcing))
        .containsExactlyInAnyOrderElementsOf(SourcesCheck.TAKEN);
  }

  private static <T> Stream<T> builtIn(Class<T> type) {
    return Arc.container().listAll(type).stream()
        .filter(bean -> bean.getBean().getBeanClass().getName().contains(".paper.source."))
        .map(InstanceHandle::get);
  }
}
