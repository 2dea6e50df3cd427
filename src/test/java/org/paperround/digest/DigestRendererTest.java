package org.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.paper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeUtility;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;
import org.paperround.Mail;
import org.paperround.RoundsProfile;
import org.paperround.delivery.BulkContent;
import org.paperround.delivery.smtp.EncodedText;

/** Editions as they are handed over to be mailed. */
@QuarkusTest
@TestProfile(RoundsProfile.class)
class DigestRendererTest {

  @Inject FrontDoor door;
  @Inject DigestRenderer renderer;
  @Inject EntityManager entities;

  @BeforeEach
  void open() {
    door.open();
  }

  @Test
  void whatIsHandedOverIsWhatTheReaderHas() throws Exception {
    door.bring(otters(3));
    String reader = door.reader("topics", List.of("otters", "title:noon"), "maxPapers", 2);
    door.round(NOON.plusSeconds(60));
    Mail mail = door.digests(reader, 1).get(0);

    long id = editions().get(0);
    BulkContent content = renderer.render(List.of(id)).get(id);

    assertThat(content.subject()).isEqualTo(mail.subject());
    assertThat(decoded(content.text())).isEqualTo(unix(mail.text())).contains("And 1 more");
    assertThat(decoded(content.html())).isEqualTo(unix(mail.html())).contains("And 1 more");
    assertThat(content.headers())
        .containsEntry("List-Unsubscribe", mail.header("List-Unsubscribe"))
        .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
        .containsEntry("X-Entity-Ref-ID", "edition-" + id);
  }

  @Test
  void anEditionThatIsGoneIsLeftOut() {
    door.bring(otters(1));
    door.reader("topics", List.of("otters"));
    door.round(NOON.plusSeconds(60));
    long id = editions().get(0);

    assertThat(renderer.render(List.of(id, -1L))).containsOnlyKeys(id);
    assertThat(renderer.render(List.of())).isEmpty();
  }

  @Test
  void aPaperStaysAsTheReaderWasShownIt() throws Exception {
    door.bring(paper("2605.07777", "Otters before", NOON.minus(Duration.ofDays(1))));
    door.reader("topics", List.of("otters"));
    door.round(NOON.plusSeconds(60));
    door.bring(paper("2605.07777", "Otters after", NOON.minus(Duration.ofDays(1))));
    door.reader("topics", List.of("otters"));
    door.round(NOON.plusSeconds(120));
    List<Long> ids = editions();

    Map<Long, BulkContent> rendered = renderer.render(ids);

    assertThat(decoded(rendered.get(ids.get(0)).html())).contains("Otters before");
    assertThat(decoded(rendered.get(ids.get(1)).html())).contains("Otters after");
  }

  @Test
  void someEditionsAreReadWithAsFewStatementsAsOne() {
    door.bring(otters(20));
    List<String> readers =
        IntStream.rangeClosed(1, 6)
            .mapToObj(i -> door.reader("topics", List.of("otters"), "maxPapers", i))
            .toList();
    door.round(NOON.plusSeconds(60));
    readers.forEach(reader -> door.digests(reader, 1));
    List<Long> ids = editions();
    Statistics statistics =
        entities.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    try {
      statistics.clear();
      assertThat(renderer.render(ids)).hasSize(6);
      // For papers not seen before; the editions are read beside Hibernate, all at once.
      assertThat(queries(statistics)).isLessThanOrEqualTo(2);
    } finally {
      statistics.setStatisticsEnabled(false);
    }
  }

  // The outbox looks for work meanwhile.
  private static long queries(Statistics statistics) {
    return Stream.of(statistics.getQueries())
        .filter(query -> query.contains("Edition") || query.contains("Paper"))
        .mapToLong(query -> statistics.getQueryStatistics(query).getExecutionCount())
        .sum();
  }

  private static List<Map<String, Object>> otters(int howMany) {
    return new ArrayList<>(
        IntStream.range(0, howMany)
            .mapToObj(i -> "2605.%05d".formatted(i))
            .map(id -> paper(id, "Otters é " + id, NOON.minus(Duration.ofDays(1))))
            .toList());
  }

  private List<Long> editions() {
    return door.rows("select id from edition order by id").stream()
        .map(id -> ((Number) id).longValue())
        .toList();
  }

  private static String decoded(EncodedText text) throws Exception {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    text.writeTo(octets);
    var in = MimeUtility.decode(new ByteArrayInputStream(octets.toByteArray()), "quoted-printable");
    return unix(new String(in.readAllBytes(), StandardCharsets.UTF_8));
  }

  private static String unix(String text) {
    return text.replace("\r\n", "\n").stripTrailing();
  }
}
