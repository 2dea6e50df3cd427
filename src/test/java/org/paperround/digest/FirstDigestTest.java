package org.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.paper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;

/** With rounds switched on, nobody has to start the one that follows a confirmation. */
@QuarkusTest
@TestProfile(FirstDigestTest.RoundsOn.class)
class FirstDigestTest {

  public static class RoundsOn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      // On, yet not by the clock before the next leap day.
      return Map.of(
          "quarkus.datasource.jdbc.url", "jdbc:h2:mem:first;DB_CLOSE_DELAY=-1",
          "paperround.digest.cron", "0 0 0 29 2 ?");
    }
  }

  @Inject FrontDoor door;

  @Test
  void confirmingWakesTheRoundThatBringsTheFirstDigest() {
    door.open();
    door.bring(paper("2605.00001", "Otters at dawn", NOON.minusSeconds(60)));

    String reader = door.reader("topics", List.of("otters"));

    assertThat(door.edition(reader).getString("period")).isEqualTo("FIRST");
  }
}
