package org.paperround.paper.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.paperround.paper.AnnouncingSource;
import org.paperround.paper.MergedPaper;
import org.paperround.paper.SourcedPaper;
import org.paperround.paper.source.RecordedHuggingFace;
import org.paperround.paper.source.Replay;
import org.paperround.paper.source.SourceHttp;

/** All recorded days of all sources, in any order and any number of times. */
@QuarkusTest
@TestProfile(ArxivReplayProfile.class)
class RecordedMergeTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-06-01");
  private static final LocalDate LAST = LocalDate.parse("2026-06-09");
  private static final int ORDERS = 20;

  @Inject AnnouncingSource arxiv;
  @Inject SourceHttp http;
  @Inject ObjectMapper json;

  @Test
  void thePapersAreTheSameInWhateverOrderAndHoweverOftenDaysAreRead() throws IOException {
    Map<String, List<SourcedPaper>> statements = new TreeMap<>();
    SortedSet<String> categories = new TreeSet<>(List.of(ArxivReplayProfile.CATEGORIES.split(",")));
    try (Replay replay = Replay.on(FIRST)) {
      for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
        replay.today(day);
        arxiv
            .announced(day, categories)
            .entries()
            .forEach(entry -> note(statements, entry.paper()));
      }
      arxiv.changedSince(
          FIRST,
          LAST,
          categories,
          page -> page.entries().forEach(entry -> note(statements, entry.paper())));
      for (LocalDate day = LocalDate.parse("2026-05-01"); day.isBefore(FIRST); ) {
        RecordedHuggingFace.read(http, json, Replay.url(), day)
            .forEach(paper -> note(statements, paper));
        day = day.plusDays(1);
      }
    }
    assertThat(statements.values().stream().filter(all -> all.size() > 1).count())
        .as("papers that were told of more than once")
        .isGreaterThan(2000);

    Random random = new Random(1);
    statements.forEach(
        (id, said) -> {
          MergedPaper expected = MergedPaper.of(said);
          for (int order = 0; order < ORDERS; order++) {
            List<SourcedPaper> shuffled = new ArrayList<>(said);
            shuffled.add(said.get(random.nextInt(said.size())));
            Collections.shuffle(shuffled, random);
            assertThat(MergedPaper.of(shuffled)).as(id).isEqualTo(expected);
          }
        });
  }

  private static void note(Map<String, List<SourcedPaper>> statements, SourcedPaper paper) {
    statements.computeIfAbsent(paper.id().value(), id -> new ArrayList<>()).add(paper);
  }
}
