package org.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.ids;
import static org.paperround.FrontDoor.paper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.FrontDoor;
import org.paperround.RoundsProfile;
import org.paperround.delivery.MailEnded;
import org.paperround.delivery.MailKind;
import org.paperround.delivery.MailState;

/** Whether papers come again when their mail did not arrive. */
@QuarkusTest
@TestProfile(RoundsProfile.class)
class EditionReleaseTest {

  private static final Instant TOMORROW_AT_SEVEN = Instant.parse("2026-05-05T07:00:00Z");

  @Inject FrontDoor door;
  @Inject Event<MailEnded> ended;

  @BeforeEach
  void open() {
    door.open();
  }

  @ParameterizedTest(name = "{0}, uncertain: {1}, kind {2}: again {3}")
  @CsvSource({
    "EXPIRED, false, EDITION, true",
    "FAILED, false, EDITION, true",
    "CANCELLED, false, EDITION, true",
    "EXPIRED, true, EDITION, false",
    "FAILED, true, EDITION, false",
    "CANCELLED, true, EDITION, false",
    "SENT, false, EDITION, false",
    "SUPPRESSED, false, EDITION, false",
    "FAILED, false, CONFIRMATION, false"
  })
  void papersComeAgainOnlyWhenTheMailSurelyDidNotArrive(
      MailState state, boolean uncertain, MailKind kind, boolean again) {
    door.bring(paper("2605.00001", "Otters at dawn", NOON.minusSeconds(60)));
    String reader = door.reader("topics", List.of("otters"));
    door.round(NOON.plusSeconds(60));
    door.digests(reader, 1);
    long edition = ((Number) door.one("select id from edition")).longValue();

    QuarkusTransaction.requiringNew()
        .run(() -> ended.fire(new MailEnded(1, kind, edition, state, uncertain)));

    assertThat(door.round(TOMORROW_AT_SEVEN)).isEqualTo(again ? "1 1 0 1" : "1 0 1 0");
    if (again) {
      assertThat(ids(FrontDoor.edition(door.digests(reader, 2).get(1)), "MATCH"))
          .containsExactly("2605.00001");
    }
  }

  @Test
  void whatTrendedInALostDigestTrendsStill() {
    Map<String, Object> foxes = paper("2605.00001", "Foxes", NOON.minusSeconds(60));
    foxes.put("votes", 9);
    door.bring(foxes);
    String reader = door.reader("topics", List.of());
    door.round(NOON.plusSeconds(60));
    door.digests(reader, 1);
    long edition = ((Number) door.one("select id from edition")).longValue();

    QuarkusTransaction.requiringNew()
        .run(
            () -> ended.fire(new MailEnded(1, MailKind.EDITION, edition, MailState.FAILED, false)));

    assertThat(door.round(TOMORROW_AT_SEVEN)).isEqualTo("1 1 0 1");
  }
}
