package org.paperround.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.operator;
import static org.paperround.FrontDoor.paper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.FrontDoor;
import org.paperround.RoundsProfile;

@QuarkusTest
@TestProfile(RoundsProfile.class)
class OperatorApiTest {

  @Inject FrontDoor door;

  @BeforeEach
  void open() {
    door.open();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Bearer devdev", "Basic ZGV2", "dev"})
  void onlyTheOperatorsTokenOpensTheDoor(String authorization) {
    var request = given().contentType(ContentType.JSON);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    request
        .body("[]")
        .post("/api/admin/papers")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .contentType("application/problem+json")
        .body("status", is(401));
    for (String path : List.of("mails", "ingestions", "rounds", "suppressions")) {
      given().get("/api/admin/" + path).then().statusCode(401);
    }
    given().post("/api/admin/rounds").then().statusCode(401);
    given().delete("/api/admin/suppressions/ada@example.org").then().statusCode(401);
  }

  @Test
  void theSchemeOfTheTokenIsReadInAnyCase() {
    given().header("Authorization", "bEARER dev").get("/api/admin/mails").then().statusCode(200);
  }

  @Test
  void anIngestionOfAnUnknownSourceIsRefusedByName() {
    operator()
        .body(Map.of("source", "gazette", "date", "2026-05-04"))
        .post("/api/admin/ingestions")
        .then()
        .statusCode(400)
        .body("errors.field", is(List.of("source")))
        .body("errors[0].detail", containsString("huggingface"));
    assertThat(door.count("ingestion")).isZero();
  }

  @Test
  void everyWrongFieldOfARequestIsNamedAtOnce() {
    operator()
        .body(Map.of("date", "yesterday", "day", "2026-05-04"))
        .post("/api/admin/ingestions")
        .then()
        .statusCode(400)
        .body("errors.field", hasSize(3))
        .body("errors.field", hasItem("source"))
        .body("errors.field", hasItem("date"))
        .body("errors.field", hasItem("day"));
  }

  @Test
  void anIngestionOfADayNoPaperCanBearIsRefused() {
    operator()
        .body(Map.of("source", "file", "date", "+999999999-01-01"))
        .post("/api/admin/ingestions")
        .then()
        .statusCode(400)
        .body("errors.field", is(List.of("date")));
  }

  @Test
  void anIngestionAnswersItsVerdictAndIsListed() {
    operator()
        .body(Map.of("source", "file", "date", "2026-05-04"))
        .post("/api/admin/ingestions")
        .then()
        .statusCode(200)
        .body("id", notNullValue())
        .body("source", is("file"))
        .body("date", is("2026-05-04"))
        .body("verdict", notNullValue())
        .body("seen", greaterThanOrEqualTo(0))
        .body("finishedAt", startsWith("2026-05-04T12:0"));

    operator()
        .get("/api/admin/ingestions")
        .then()
        .statusCode(200)
        .body("total", is(1))
        .body("page", is(0))
        .body("items.source", is(List.of("file")));
  }

  @Test
  void oneBadPaperNeverLosesTheOthers() {
    Map<String, Object> untitled = new HashMap<>(paper("2605.00002", "", NOON));
    untitled.remove("title");
    Map<String, Object> strange = paper("2605.00003", "Strange", NOON);
    strange.put("colour", "green");

    JsonPath answer =
        door.bring(
            paper("2605.00001", "Otters", NOON), untitled, strange, paper("2605.00004", "x", NOON));

    assertThat(answer.getInt("received")).isEqualTo(4);
    assertThat(answer.getInt("created")).isEqualTo(2);
    assertThat(answer.getInt("updated")).isZero();
    assertThat(answer.getList("rejected.index")).containsExactly(1, 2);
    assertThat(answer.getString("rejected[0].reason")).contains("title");
    assertThat(answer.getString("rejected[1].reason")).contains("colour");
    given().get("/api/papers/2605.00004").then().statusCode(200);
    given().get("/api/papers/2605.00003").then().statusCode(404);
  }

  @Test
  void malformedJsonIsRefusedWithItsPosition() {
    operator()
        .body("[{\"id\": \"2605.00001\",, }]")
        .post("/api/admin/papers")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].position", is(21));
    operator().body("{}").post("/api/admin/papers").then().statusCode(400);
    operator().body("").post("/api/admin/papers").then().statusCode(400);
  }

  @Test
  void tenMebibytesOfPapersAreTakenAndNotAByteMore() {
    String papers = "[" + " ".repeat(10 * 1024 * 1024 - 2) + "]";
    operator().body(papers).post("/api/admin/papers").then().statusCode(200);

    operator()
        .body(papers + " ")
        .post("/api/admin/papers")
        .then()
        .statusCode(413)
        .body("status", is(413));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"at\": \"tomorrow\"} | at",
        "{\"at\": 5} | at",
        "{\"at\": \"-999999999-01-01T00:00:00Z\"} | at",
        "{\"when\": \"2026-05-04T12:00:00Z\"} | when",
        "[] | ''"
      })
  void aRoundRefusesWhatItCannotRead(String body, String field) {
    operator()
        .body(body)
        .post("/api/admin/rounds")
        .then()
        .statusCode(400)
        .body("errors[0].field", is(field));
  }

  @Test
  void roundsThatFoundSomebodyDueAreListedNewestFirstInPages() {
    Instant first = NOON.plusSeconds(3600);
    Instant tuesday = Instant.parse("2026-05-05T08:00:00Z");
    door.bring(paper("2605.00001", "Otters", NOON));
    door.reader("topics", List.of("otters"));
    assertThat(door.round(first)).isEqualTo("1 1 0 1");
    // Nobody is due twice, and of such a round nothing is written down.
    assertThat(door.round(first)).isEqualTo("0 0 0 0");
    door.clock().set(NOON.plusSeconds(60));
    assertThat(door.round(tuesday)).isEqualTo("1 0 1 0");

    operator()
        .get("/api/admin/rounds")
        .then()
        .statusCode(200)
        .body("total", is(2))
        .body("page", is(0))
        .body("size", is(50))
        .body("items.at", is(List.of(tuesday.toString(), first.toString())))
        .body("items[1].id", notNullValue())
        .body("items[1].startedAt", startsWith("2026-05-04T12:00"))
        .body("items[1].finishedAt", startsWith("2026-05-04T12:00"))
        .body("items[1].due", is(1))
        .body("items.editions", is(List.of(0, 1)))
        .body("items[0].empty", is(1))
        .body("items[1].empty", is(0))
        .body("items.mails", is(List.of(0, 1)));
    operator()
        .queryParam("page", 1)
        .queryParam("size", 1)
        .get("/api/admin/rounds")
        .then()
        .body("total", is(2))
        .body("items.at", is(List.of(first.toString())));
    operator()
        .queryParam("size", 201)
        .get("/api/admin/rounds")
        .then()
        .statusCode(400)
        .body("errors.field", is(List.of("size")));
  }

  @Test
  void theLedgerIsFilteredByStateAndReaderAndComesInPages() {
    String one = door.reader();
    String other = door.reader();
    door.mails(one, 1);
    door.mails(other, 1);

    operator()
        .queryParam("to", one.toUpperCase(java.util.Locale.ROOT))
        .queryParam("status", "sent,QUEUED")
        .get("/api/admin/mails")
        .then()
        .statusCode(200)
        .body("total", is(1))
        .body("items[0].to", is(one))
        .body("items[0].kind", is("CONFIRMATION"))
        .body("items[0].attempts", is(1))
        .body("items[0].uncertain", is(false))
        .body("items[0].lastReply", startsWith("250"))
        .body("items[0].messageId", startsWith("<"));
    operator()
        .queryParam("page", 1)
        .queryParam("size", 1)
        .get("/api/admin/mails")
        .then()
        .body("total", is(2))
        .body("page", is(1))
        .body("size", is(1))
        .body("items.to", is(List.of(one)));
    operator()
        .queryParam("status", "FAILED,EXPIRED")
        .get("/api/admin/mails")
        .then()
        .body("total", is(0));
    operator().get("/api/admin/mails").then().body("items.state", everyItem(is("SENT")));
  }

  @ParameterizedTest
  @CsvSource({"status,LOST", "page,-1", "size,0", "size,501"})
  void aFilterThatMakesNoSenseIsRefusedByName(String name, String value) {
    operator()
        .queryParam(name, value)
        .get("/api/admin/mails")
        .then()
        .statusCode(400)
        .body("errors.field", is(List.of(name)));
  }

  @Test
  void healthAndMetricsAnswer() {
    given().get("/q/health").then().statusCode(200).body("status", is("UP"));
    given().get("/q/metrics").then().statusCode(200).body(containsString("paperround"));
  }
}
