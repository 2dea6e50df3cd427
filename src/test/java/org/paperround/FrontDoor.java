package org.paperround;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.paperround.base.TestClock;
import org.paperround.dev.EmbeddedInbox;

/** Does over HTTP and SMTP what readers and operators do. */
@Singleton
public class FrontDoor {

  /** A Monday at noon. */
  public static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final List<String> TABLES =
      List.of(
          "matching_request",
          "day_match",
          "day_mute",
          "paper_meaning",
          "topic_meaning",
          "edition",
          "digest_round",
          "delivery_attempt",
          "outgoing_mail",
          "sign_up",
          "subscription_topic",
          "subscription_mute",
          "feedback",
          "subscription",
          "subscriber",
          "suppression",
          "suppression_history",
          "topic",
          "paper_revision",
          "paper",
          "ingestion");

  private final AtomicInteger readers = new AtomicInteger();
  private final EmbeddedInbox inbox;
  private final TestClock clock;
  private final EntityManager em;

  FrontDoor(EmbeddedInbox inbox, TestClock clock, EntityManager em) {
    this.inbox = inbox;
    this.clock = clock;
    this.em = em;
  }

  /** An empty house on a Monday at noon. */
  public void open() {
    await().atMost(PATIENCE).until(() -> count("outgoing_mail where ended_at is null") == 0);
    TABLES.forEach(table -> sql("delete from " + table));
    try {
      inbox.clear();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    clock.set(NOON);
  }

  public TestClock clock() {
    return clock;
  }

  public int sql(String statement) {
    return QuarkusTransaction.requiringNew()
        .call(() -> em.createNativeQuery(statement).executeUpdate());
  }

  public long count(String table) {
    return ((Number) one("select count(*) from " + table)).longValue();
  }

  public Object one(String query) {
    return rows(query).get(0);
  }

  @SuppressWarnings("unchecked")
  public List<Object> rows(String query) {
    return QuarkusTransaction.requiringNew()
        .call(() -> em.createNativeQuery(query).getResultList());
  }

  // --- the operator

  public static RequestSpecification operator() {
    return given().header("Authorization", "Bearer dev").contentType(ContentType.JSON);
  }

  /** A paper, as the operator writes it. */
  public static Map<String, Object> paper(String id, String title, Instant announcedAt) {
    Map<String, Object> paper = new HashMap<>();
    paper.put("id", id);
    paper.put("title", title);
    paper.put("abstract", "We report what we saw.");
    paper.put("announcedAt", announcedAt.toString());
    return paper;
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  public final JsonPath bring(Map<String, Object>... papers) {
    return bring(List.of(papers));
  }

  public JsonPath bring(List<Map<String, Object>> papers) {
    return operator()
        .body(papers)
        .post("/api/admin/papers")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** Runs a round as of an instant and answers "due editions empty mails". */
  public String round(Instant at) {
    JsonPath report =
        operator()
            .body(Map.of("at", at.toString()))
            .post("/api/admin/rounds")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    return "%d %d %d %d"
        .formatted(
            report.getInt("due"),
            report.getInt("editions"),
            report.getInt("empty"),
            report.getInt("mails"));
  }

  /** How many mails of a kind the ledger has for a reader, sent or not. */
  public int ledger(String address, String kind) {
    return operator()
        .queryParam("to", address)
        .get("/api/admin/mails")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.kind", String.class)
        .stream()
        .filter(kind::equals)
        .toList()
        .size();
  }

  // --- the reader

  /** Signs up and confirms; names and values are those of a sign-up. */
  public String reader(Object... choices) {
    String address = "reader" + readers.incrementAndGet() + "@example.org";
    confirm(signUp(address, choices));
    return address;
  }

  /** Signs up and answers the token that came by mail. */
  public String signUp(String address, Object... choices) {
    Map<String, Object> body = new HashMap<>(Map.of("email", address));
    for (int i = 0; i < choices.length; i += 2) {
      body.put((String) choices[i], choices[i + 1]);
    }
    int before = mailsTo(address).size();
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/subscriptions")
        .then()
        .statusCode(202);
    return token(mails(address, before + 1).get(before), "confirm");
  }

  public void confirm(String token) {
    given().post("/confirm/" + token).then().statusCode(200);
  }

  /** The mails that reached an address, once there are so many. */
  public List<Mail> mails(String address, int howMany) {
    await().atMost(PATIENCE).until(() -> mailsTo(address).size() >= howMany);
    List<Mail> mails = mailsTo(address);
    assertThat(mails).hasSize(howMany);
    return mails;
  }

  /** The digests that reached a reader, who had one confirmation, once there are so many. */
  public List<Mail> digests(String address, int howMany) {
    return mails(address, howMany + 1).subList(1, howMany + 1);
  }

  /** The token of the preferences link that a reader, who had so many mails, asks for. */
  public String preferences(String address, int mailsBefore) {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", address))
        .post("/api/subscriptions/link")
        .then()
        .statusCode(202);
    return token(mails(address, mailsBefore + 1).get(mailsBefore), "preferences");
  }

  /** The only digest that reached a reader, as JSON. */
  public JsonPath edition(String address) {
    return edition(digests(address, 1).get(0));
  }

  public static JsonPath edition(Mail digest) {
    return editionAnswer(digest).then().statusCode(200).extract().jsonPath();
  }

  public static Response editionAnswer(Mail digest) {
    return given().accept(ContentType.JSON).get("/editions/" + token(digest, "editions"));
  }

  /** The paper ids of a section, in order. */
  public static List<String> ids(JsonPath edition, String section) {
    return edition.getList("items.findAll { it.section == '" + section + "' }.paper.id");
  }

  public static String token(Mail mail, String page) {
    var matcher =
        java.util.regex.Pattern.compile("/" + page + "/([A-Za-z0-9._~-]+)").matcher(mail.text());
    assertThat(matcher.find()).as("a link to /%s/ in%n%s", page, mail.text()).isTrue();
    return matcher.group(1);
  }

  private List<Mail> mailsTo(String address) {
    List<Mail> mails = new ArrayList<>();
    try {
      for (MimeMessage message : inbox.mails()) {
        if (message.getHeader("To", ",").contains(address)) {
          mails.add(Mail.of(message));
        }
      }
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
    return mails;
  }
}
