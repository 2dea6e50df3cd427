package org.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.paper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;
import org.paperround.RoundsProfile;

/** Where it is set, readers wait for today's announcements, but not for ever. */
@QuarkusTest
@TestProfile(WaitForSourcesTest.Waiting.class)
class WaitForSourcesTest {

  static final Map<String, String> SETTINGS =
      Map.of(
          "paperround.digest.wait-for-sources", "PT2H",
          "paperround.sources.arxiv.categories", "cs.CL",
          // It is asked, but not while this runs.
          "paperround.sources.arxiv.cron", "0 0 0 1 1 ? 2098");

  /** Two hours for one category. */
  public static class Waiting extends RoundsProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.putAll(SETTINGS);
      return settings;
    }
  }

  private static final Instant SEVEN = Instant.parse("2026-05-05T07:00:00Z");

  @Inject FrontDoor door;
  @Inject RoundSchedule schedule;

  @BeforeEach
  void aReaderIsDueAtSeven() {
    door.open();
    door.sql("delete from category_standing");
    door.bring(paper("2605.00001", "Otters at dawn", NOON.minusSeconds(60)));
    String reader = door.reader("topics", List.of("otters"));
    door.round(NOON.plusSeconds(60));
    door.digests(reader, 1);
    door.bring(paper("2605.00002", "Otters at dusk", SEVEN.minusSeconds(60)));
  }

  @AfterEach
  void close() {
    door.sql("delete from category_standing");
    door.clock().reset();
  }

  @Test
  void whoIsDueWaitsUntilTheTimeIsUp() {
    assertThat(schedule.run(SEVEN)).isEqualTo(RoundReport.NONE);
    assertThat(schedule.run(SEVEN.plus(Duration.ofMinutes(119)))).isEqualTo(RoundReport.NONE);
    assertThat(schedule.run(SEVEN.plus(Duration.ofHours(2))).editions()).isEqualTo(1);
  }

  @Test
  void nobodyWaitsOnceTodaysAnnouncementsAreIn() {
    door.sql(
        "insert into category_standing (source, category, complete_through, reviewed_on, done_on,"
            + " tries) values ('arxiv', 'cs.CL', date '2026-05-04', date '2026-05-04',"
            + " date '2026-05-05', 1)");
    assertThat(schedule.run(SEVEN).editions()).isEqualTo(1);
  }

  @Test
  void aRoundTheOperatorStartsDoesNotWait() {
    assertThat(door.round(SEVEN)).isEqualTo("1 1 0 1");
  }
}
