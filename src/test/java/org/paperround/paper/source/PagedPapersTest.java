package org.paperround.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.paperround.base.PaperId;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;
import org.paperround.paper.SourcedPaper;

class PagedPapersTest {

  private final List<Integer> read = new ArrayList<>();

  private Optional<Integer> next(int page, ReadPapers papers) {
    read.add(page);
    papers.each(
        List.of(page),
        n -> SourcedPaper.of("source", PaperId.parse("source:" + n), "T", "A").build());
    return Optional.of(page + 1);
  }

  @Test
  void pagesAreReadUntilThereIsNoOtherOrTheSameAgain() {
    PagedPapers.read(
        "The source", 0, (page, papers) -> next(page, papers).filter(next -> next < 3));
    assertThat(read).containsExactly(0, 1, 2);
    read.clear();
    PagedPapers.read(
        "The source", 0, (page, papers) -> next(page, papers).map(next -> Math.min(next, 3)));
    assertThat(read).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aPageWithoutEntriesIsTheLastWhateverItSays() {
    SourceAnswer answer =
        PagedPapers.read(
            "The source", 0, (page, papers) -> page < 2 ? next(page, papers) : Optional.of(7));
    assertThat(read).containsExactly(0, 1);
    assertThat(answer.papers()).hasSize(2);
  }

  @Test
  void whatNeverEndsIsAFailure() {
    assertThatThrownBy(() -> PagedPapers.read("The source", 0, this::next))
        .isInstanceOf(SourceFailure.class)
        .hasMessage("The source has more papers on that day than are read at once");
    assertThat(read).hasSize(40);
  }

  @Test
  void whatTakesTooLongIsAFailure() {
    assertThatThrownBy(() -> PagedPapers.read("The source", Duration.ZERO, 0, this::next))
        .isInstanceOf(SourceFailure.class)
        .hasMessage("The source did not answer all pages within 0 s");
    assertThat(read).hasSize(1);
  }
}
