package org.paperround.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.paper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.FrontDoor;
import org.paperround.RoundsProfile;
import org.paperround.base.EmailAddress;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.Suppressions;

@QuarkusTest
@TestProfile(RoundsProfile.class)
class SubscriberImportTest {

  private static final String IMPORT = "/api/admin/subscribers/import";
  private static final String HEADER = "email,topics,consentAt,consentSource\n";
  private static final String CONSENT = ",2024-03-01,form on example.org\n";

  @Inject FrontDoor door;
  @Inject Suppressions suppressions;

  @BeforeEach
  void open() {
    door.open();
  }

  private static RequestSpecification csv(String csv) {
    return given()
        .config(
            io.restassured.RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("text/csv", ContentType.TEXT)))
        .header("Authorization", "Bearer dev")
        .contentType("text/csv; charset=utf-8")
        .body(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static ValidatableResponse sent(String csv) {
    return csv(csv).post(IMPORT).then().statusCode(200);
  }

  /** The answer as JSON. */
  private static JsonPath told(String csv) {
    return csv(csv)
        .accept(ContentType.JSON)
        .post(IMPORT)
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON)
        .extract()
        .jsonPath();
  }

  private Object of(String address, String column) {
    return door.one(
        "select s."
            + column
            + " from subscription s join subscriber p on p.id = s.subscriber_id"
            + " where p.address_key = '"
            + address
            + "'");
  }

  private long subscriptions() {
    return door.count("subscription");
  }

  @Test
  void readersAreThereAtOnceWithoutAMailAndGetTheirFirstDigestAtTheirSlot() {
    door.bring(paper("2605.00001", "Otters", NOON.minusSeconds(3600)));

    sent("email,topics,hour,zone,consentAt,consentSource\n"
            + "Ada@example.org,otters,7,Europe/Berlin,2024-03-01,form on example.org\n")
        .contentType("text/csv")
        .header("Paperround-Imported", is("1"))
        .header("Paperround-Unchanged", is("0"))
        .header("Paperround-Refused", is("0"))
        .body(is("line,email,outcome,detail\r\n"));

    assertThat(door.count("outgoing_mail")).isZero();
    assertThat(of("ada@example.org", "status")).isEqualTo("CONFIRMED");
    // At once nobody is due; Berlin's next 07:00 is 05:00 UTC.
    assertThat(door.round(NOON.plusSeconds(60))).isEqualTo("0 0 0 0");
    assertThat(door.round(NOON.plusSeconds(17 * 3600 - 1))).isEqualTo("0 0 0 0");
    assertThat(door.round(NOON.plusSeconds(17 * 3600))).isEqualTo("1 1 0 1");
    var edition = FrontDoor.edition(door.mails("Ada@example.org", 1).get(0));
    assertThat(edition.getString("period")).isEqualTo("2026-05-05");
    assertThat(FrontDoor.ids(edition, "MATCH")).containsExactly("2605.00001");
  }

  @Test
  void theFirstDigestComesAtOnceWhereThatIsAskedFor() {
    door.bring(paper("2605.00001", "Otters", NOON.minusSeconds(3600)));
    csv(HEADER + "ada@example.org,otters" + CONSENT)
        .queryParam("first", "now")
        .post(IMPORT)
        .then()
        .statusCode(200);

    assertThat(door.round(NOON.plusSeconds(60))).isEqualTo("1 1 0 1");
    var edition = FrontDoor.edition(door.mails("ada@example.org", 1).get(0));
    assertThat(edition.getString("period")).isEqualTo("FIRST");

    csv(HEADER)
        .queryParam("first", "later")
        .post(IMPORT)
        .then()
        .statusCode(400)
        .body("errors.field", contains("first"));
  }

  @Test
  void everyChoiceIsTakenOverAndWhatIsMissingHasTheDefaultsOfASignUp() {
    sent("\uFEFFconsentSource,email,topics,frequency,weekday,deliverAt,timeZone,maxPapers,"
            + "trending,sendEmpty,consentAt\r\n"
            + "list,ada@example.org,\" otters; title:video;; OTTERS \",weekly,friday,18:30,"
            + "Asia/Tokyo,25,TRUE,true,2024-03-01T09:30:00+02:00\r\n"
            + "list,bob@example.org,,,,,,,,,2024-03-01\r\n"
            + "list,eve@example.org,\"[\"\"a; b\"\", \"\"\\\"\"the otter\\\"\" OR seal\"\"]\""
            + ",,,,,,,,2024-03-01\r\n")
        .header("Paperround-Imported", is("3"));

    assertThat(of("ada@example.org", "frequency")).isEqualTo("WEEKLY");
    assertThat(of("ada@example.org", "weekday")).isEqualTo("FRIDAY");
    assertThat(of("ada@example.org", "deliver_at")).hasToString("18:30");
    assertThat(of("ada@example.org", "time_zone")).isEqualTo("Asia/Tokyo");
    assertThat(of("ada@example.org", "max_papers")).isEqualTo(25);
    assertThat(of("ada@example.org", "trending")).isEqualTo(true);
    assertThat(of("ada@example.org", "send_empty")).isEqualTo(true);
    assertThat(of("bob@example.org", "frequency")).isEqualTo("DAILY");
    assertThat(of("bob@example.org", "deliver_at")).hasToString("07:00");
    assertThat(of("bob@example.org", "trending")).isEqualTo(true);
    assertThat(of("bob@example.org", "max_papers")).isEqualTo(10);
    assertThat(written("subscription_topic", "ada@example.org"))
        .containsExactly("otters", "title:video");
    assertThat(written("subscription_topic", "eve@example.org"))
        .containsExactly("a; b", "\"the otter\" OR seal");
  }

  @Test
  void whatIsNeverWantedIsTakenOverAndMutedFromTheFirstDigestOn() {
    door.bring(
        paper("2605.00001", "Otters at dawn", NOON.minusSeconds(3600)),
        paper("2605.00002", "Otters at dusk", NOON.minusSeconds(3600)));
    csv("email,topics,mute,consentAt,consentSource\n"
            + "ada@example.org,otters,dawn; title:survey"
            + CONSENT
            + "bob@example.org,otters,\"[\"\"dusk\"\"]\""
            + CONSENT
            + "eve@example.org,otters,(dawn"
            + CONSENT)
        .queryParam("first", "now")
        .post(IMPORT)
        .then()
        .statusCode(200)
        .header("Paperround-Imported", is("2"))
        .body(containsString("mute[0]: "));

    assertThat(door.round(NOON.plusSeconds(60))).isEqualTo("2 2 0 2");

    assertThat(written("subscription_mute", "ada@example.org"))
        .containsExactly("dawn", "title:survey");
    var toAda = FrontDoor.edition(door.mails("ada@example.org", 1).get(0));
    assertThat(FrontDoor.ids(toAda, "MATCH")).containsExactly("2605.00002");
    var toBob = FrontDoor.edition(door.mails("bob@example.org", 1).get(0));
    assertThat(FrontDoor.ids(toBob, "MATCH")).containsExactly("2605.00001");
  }

  @Test
  void topicsOfEveryKindComeAsJsonInACell() {
    sent(
        "email,topics,mute,consentAt,consentSource\n"
            + "ada@example.org,\"[\"\"title:otters\"\",{\"\"about\"\":\"\"otters; and how they sleep\"\","
            + "\"\"strength\"\":\"\"few\"\"},{\"\"like\"\":[\"\"2509.22824\"\",\"\"math/0611800\"\"]}]\","
            + "\"[{\"\"about\"\":\"\"feuds\"\"}]\""
            + CONSENT
            + "bob@example.org,\"{\"\"about\"\": \"\"otters; and how they sleep\"\"}\","
            + CONSENT
            + "eve@example.org,{a} AND b; {c},"
            + CONSENT);

    assertThat(asked("subscription_topic", "ada@example.org"))
        .containsExactly(
            "QUERY NORMAL title:otters",
            "ABOUT FEW otters; and how they sleep",
            "LIKE NORMAL 2509.22824 math/0611800");
    assertThat(asked("subscription_mute", "ada@example.org")).containsExactly("ABOUT NORMAL feuds");
    assertThat(asked("subscription_topic", "bob@example.org"))
        .containsExactly("ABOUT NORMAL otters; and how they sleep");
    assertThat(written("subscription_topic", "eve@example.org"))
        .containsExactly("{a} AND b", "{c}");
    assertThat(door.count("topic where kind = 'ABOUT'")).isEqualTo(2);
  }

  @Test
  void wrongTopicsOfEveryKindAreToldAsInASignUp() {
    JsonPath answer =
        told(
            HEADER
                + "ada@example.org,\"[{\"\"about\"\":\"\"the of\"\"},{\"\"like\"\":\"\"2509.22824 x\"\"},"
                + "{\"\"abuot\"\":\"\"y\"\"},{\"\"query\"\":\"\"y\"\",\"\"strength\"\":\"\"loud\"\"}]\""
                + CONSENT
                + "bob@example.org,\"{\"\"about\"\": \"\"otters\"\"\""
                + CONSENT);

    assertThat(answer.getString("rows[1].detail")).isEqualTo("topics: Send a list of topics.");
    assertThat(answer.getString("rows[0].detail"))
        .contains(
            "topics[0]: Say in a few words",
            "topics[1]: “x” names no paper",
            "(at position 11)",
            "topics[2].abuot: 'abuot' is not a part of a topic",
            "topics[3].strength: Use few, normal or many.");
  }

  private List<Object> asked(String table, String address) {
    return rows("t.kind || ' ' || t.strength || ' ' || t.written", table, address);
  }

  private List<Object> written(String table, String address) {
    return rows("t.written", table, address);
  }

  private List<Object> rows(String column, String table, String address) {
    return door.rows(
        "select "
            + column
            + " from "
            + table
            + " t join subscription s on s.id ="
            + " t.subscription_id join subscriber p on p.id = s.subscriber_id"
            + " where p.address_key = '"
            + address
            + "' order by t.place");
  }

  @Test
  void consentIsKeptAsItWasBroughtAndNothingIsInvented() {
    sent(HEADER + "ada@example.org,otters,2024-03-01,\"form,\nspring\"\n");

    assertThat(door.one("select consent_source from subscriber")).isEqualTo("form, spring");
    assertThat(door.count("subscriber where consent_given_at = '2024-03-01 00:00:00+00'"))
        .isEqualTo(1);
    assertThat(door.count("subscriber where imported_at >= '2026-05-04 12:00:00+00'")).isEqualTo(1);
    assertThat(
            door.count(
                "subscriber where consent_asked_at is null and consent_asked_from is null"
                    + " and consent_given_from is null and consent_wording is null"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'',list,consentAt",
    "2024-03-01,'',consentSource",
    "2026-05-05,list,consentAt",
    "March,list,consentAt"
  })
  void nobodyComesWithoutConsent(String at, String source, String field) {
    JsonPath answer = told(HEADER + "ada@example.org,otters," + at + "," + source + "\n");
    assertThat(answer.getInt("refused")).isEqualTo(1);
    assertThat(answer.getString("rows[0].detail")).startsWith(field + ": Say w");
    assertThat(subscriptions()).isZero();
  }

  @Test
  void wrongRowsAreToldWithTheirLineInTheWordsOfASignUpAndTheOthersAreTaken() {
    String and = "AND and OR meet here";
    JsonPath answer =
        told(
            "email,topics,maxPapers,hour,trending,consentAt,consentSource\n"
                + "ada at example.org,otters,,,,2024-03-01,list\n"
                + "bob@example.org,seals;a AND b OR c,51,25,maybe,2024-03-01,list\n"
                + "eve@example.org,[otters,,,,2024-03-01,list\n"
                + "joe@example.org\n"
                + "kim@example.org,otters,,,false,2024-03-01,list\n");

    assertThat(answer.getInt("imported")).isEqualTo(1);
    assertThat(answer.getInt("refused")).isEqualTo(4);
    assertThat(answer.getList("rows.line")).containsExactly(2, 3, 4, 5);
    assertThat(answer.getList("rows.outcome", String.class)).containsOnly("ERROR");
    assertThat(answer.getString("rows[0].email")).isEqualTo("ada at example.org");
    assertThat(answer.getString("rows[0].detail")).startsWith("email: ");
    assertThat(answer.getString("rows[1].detail"))
        .contains(
            "topics[1]: " + and, "(at position 8)", "maxPapers: ", "deliverAt: ", "trending: ");
    assertThat(answer.getString("rows[2].detail")).isEqualTo("topics: Send a list of topics.");
    assertThat(answer.getString("rows[3].detail")).contains("1 cells and the first line 7");
    given()
        .contentType(ContentType.JSON)
        .body("{\"email\": \"bob@example.org\", \"topics\": [\"a AND b OR c\"]}")
        .post("/api/subscriptions")
        .then()
        .statusCode(400)
        .body("errors[0].detail", containsString(and))
        .body("errors[0].position", is(8));
  }

  @Test
  void whoHasASubscriptionKeepsItWhateverItsStatus() {
    String reader = door.reader("topics", List.of("otters"));
    door.sql(
        "update subscription set status = 'UNSUBSCRIBED', due_at = null, left_at = confirmed_at");

    sent(HEADER + reader.toUpperCase(java.util.Locale.ROOT) + ",seals" + CONSENT)
        .header("Paperround-Unchanged", is("1"))
        .body(containsString("2," + reader.toUpperCase(java.util.Locale.ROOT) + ",UNCHANGED,"));

    assertThat(of(reader, "status")).isEqualTo("UNSUBSCRIBED");
    assertThat(written("subscription_topic", reader)).containsExactly("otters");
    assertThat(door.count("subscriber where consent_source is null")).isEqualTo(1);
  }

  @Test
  void theSameFileAgainChangesNothing() {
    String file = HEADER + "ada@example.org,otters" + CONSENT + "bob@example.org,seals" + CONSENT;
    sent(file).header("Paperround-Imported", is("2"));
    sent(file).header("Paperround-Imported", is("0")).header("Paperround-Unchanged", is("2"));
    assertThat(subscriptions()).isEqualTo(2);
  }

  @Test
  void ofAnAddressThatIsThereTwiceTheFirstGoodRowWins() {
    JsonPath answer =
        told(
            HEADER
                + "ada@example.org,a AND b OR c"
                + CONSENT
                + "ada@example.org,otters"
                + CONSENT
                + "ADA@example.org,seals"
                + CONSENT);
    assertThat(answer.getList("rows.line")).containsExactly(2, 4);
    assertThat(answer.getList("rows.outcome")).containsExactly("ERROR", "UNCHANGED");
    assertThat(written("subscription_topic", "ada@example.org")).containsExactly("otters");
  }

  @Test
  void whoMustNotBeMailedAndWhoWasErasedIsRefused() {
    suppressions.suppress(
        EmailAddress.parse("ada@example.org"), SuppressionReason.HARD_BOUNCE, "550");
    suppressions.suppressErased(EmailAddress.parse("bob@example.org"));

    JsonPath answer =
        told(HEADER + "Ada@example.org,otters" + CONSENT + "BOB@example.org,otters" + CONSENT);

    assertThat(answer.getInt("refused")).isEqualTo(2);
    assertThat(answer.getList("rows.outcome")).containsExactly("SUPPRESSED", "SUPPRESSED");
    assertThat(answer.getString("rows[0].detail")).startsWith("HARD_BOUNCE");
    assertThat(answer.getString("rows[1].detail")).startsWith("ERASED");
    assertThat(subscriptions()).isZero();
    assertThat(door.count("topic")).isZero();
  }

  @Test
  void manyReadersShareTheirTopicsWhichArePutToPapersOnce() {
    String rows =
        IntStream.range(0, 1201)
            .mapToObj(i -> "r" + i + "@example.org,word" + i % 7 + ";otters" + CONSENT)
            .collect(Collectors.joining());
    sent(HEADER + rows).header("Paperround-Imported", is("1201"));

    assertThat(subscriptions()).isEqualTo(1201);
    assertThat(door.count("subscription_topic")).isEqualTo(2402);
    assertThat(door.count("topic where active = true")).isEqualTo(8);
    assertThat(door.count("matching_request where topic_id is not null")).isEqualTo(8);
  }

  @Test
  void aTopicThatLostItsReadersIsReadAgain() {
    sent(HEADER + "ada@example.org,otters" + CONSENT);
    door.sql("update topic set active = false, asked = false");
    sent(HEADER + "bob@example.org,otters" + CONSENT);
    assertThat(door.count("topic where active = true")).isEqualTo(1);
  }

  @Test
  void aProgramIsToldTheFirstThousandRowsAndACsvHasAll() {
    String rows = "=x,otters" + CONSENT;
    String file = HEADER + rows.repeat(1003);
    csv(file)
        .accept(ContentType.JSON)
        .post(IMPORT)
        .then()
        .header("Paperround-Refused", is("1003"))
        .body("refused", is(1003))
        .body("rows", hasSize(1000))
        .body("more", is(3));
    String[] lines = sent(file).extract().asString().split("\r\n");
    assertThat(lines).hasSize(1004);
    assertThat(lines[1003]).startsWith("1004,'=x,ERROR,");
  }

  @Test
  void anUnclosedQuoteIsToldAndWhatStoodBeforeIsTaken() {
    sent(HEADER + "ada@example.org,otters" + CONSENT + "\"bob@example.org,otters" + CONSENT)
        .header("Paperround-Imported", is("1"))
        .header("Paperround-Refused", is("1"))
        .body(containsString("\n3,,ERROR,"));
  }

  @Test
  void aFirstLineThatIsWrongIsRefusedBeforeAnythingIsDone() {
    csv("email;topics\n")
        .post(IMPORT)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", contains("email;topics", "email", "consentAt", "consentSource"));
    csv("").post(IMPORT).then().statusCode(400);
  }

  @Test
  void onlyTheOperatorBringsReadersAndOnlyAsCsv() {
    given().contentType("text/csv").body(HEADER).post(IMPORT).then().statusCode(401);
    FrontDoor.operator().body("{}").post(IMPORT).then().statusCode(415);
  }

  @Test
  void aFileMayBeLargerThanAnyOtherBody() {
    String long200K = "x,otters,2024-03-01," + "y".repeat(200 * 1024) + "\n";
    String file = HEADER + long200K.repeat(70) + "ada@example.org,otters" + CONSENT;
    sent(file).header("Paperround-Imported", is("1")).header("Paperround-Refused", is("70"));
    FrontDoor.operator()
        .body(new byte[13 * 1024 * 1024])
        .post("/api/admin/papers")
        .then()
        .statusCode(413);
  }

  @Test
  void readersWhoWereBroughtCanLeaveAsAnybodyCan() {
    door.bring(paper("2605.00001", "Otters", NOON.minusSeconds(3600)));
    sent(HEADER + "ada@example.org,otters" + CONSENT);
    assertThat(door.round(NOON.plusSeconds(86400))).isEqualTo("1 1 0 1");
    String token = FrontDoor.token(door.mails("ada@example.org", 1).get(0), "unsubscribe");

    given().post("/unsubscribe/" + token).then().statusCode(200);

    assertThat(of("ada@example.org", "status")).isEqualTo("UNSUBSCRIBED");
    assertThat(door.count("topic where active = true")).isZero();
    door.confirm(door.signUp("ada@example.org", "topics", List.of("seals")));
    assertThat(door.count("subscriber where consent_source is null")).isEqualTo(1);
  }
}
