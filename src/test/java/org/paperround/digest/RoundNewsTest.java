package org.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.paper.AnnouncedPaper;

class RoundNewsTest {

  private static final Instant AT = Instant.parse("2026-05-04T07:00:00Z");

  private static AnnouncedPaper paper(long id, int hoursAgo, int seenHoursAgo, int votes) {
    return new AnnouncedPaper(
        id,
        "2605.%05d".formatted(id),
        1,
        AT.minus(Duration.ofHours(hoursAgo)),
        AT.minus(Duration.ofHours(seenHoursAgo)),
        votes,
        0,
        "Paper " + id);
  }

  /** Two at once, one that was late, one of this instant. */
  private static final RoundNews NEWS =
      new RoundNews(
          AT,
          List.of(
              paper(1, 48, 47, 1), paper(2, 48, 47, 9), paper(3, 90, 10, 7), paper(4, 0, 0, 0)));

  @ParameterizedTest(name = "since {0} hours: {1}")
  @CsvSource({"100, 4", "48, 4", "47, 2", "46, 2", "11, 2", "10, 1", "1, 1", "0, 0", "-1, 0"})
  void newIsWhatWasAnnouncedOrCameInSince(int hoursAgo, int papers) {
    assertThat(NEWS.newSince(AT.minus(Duration.ofHours(hoursAgo)))).isEqualTo(papers);
  }

  @Test
  void papersWithVotesTrendForThreeDays() {
    assertThat(NEWS.mostVoted()).extracting(AnnouncedPaper::id).containsExactly(2L, 1L);
  }

  @Test
  void amongEqualVotesTheNewestTrendsFirstThenTheIdentitySettlesIt() {
    RoundNews news =
        new RoundNews(AT, List.of(paper(3, 20, 20, 5), paper(1, 10, 10, 5), paper(2, 20, 20, 5)));

    assertThat(news.mostVoted()).extracting(AnnouncedPaper::id).containsExactly(1L, 2L, 3L);
  }

  @Test
  void withoutPapersNothingIsNew() {
    RoundNews none = new RoundNews(AT, List.of());

    assertThat(none.newSince(Instant.EPOCH)).isZero();
    assertThat(none.firstSeenAt()).isEqualTo(AT);
  }
}
