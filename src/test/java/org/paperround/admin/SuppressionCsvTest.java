package org.paperround.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.paperround.FrontDoor.operator;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;
import org.paperround.RoundsProfile;
import org.paperround.base.EmailAddress;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.Suppressions;

@QuarkusTest
@TestProfile(RoundsProfile.class)
class SuppressionCsvTest {

  private static final String LIST = "/api/admin/suppressions";
  private static final String HEADER = "email,reason,detail,suppressedAt\r\n";

  @Inject FrontDoor door;
  @Inject Suppressions suppressions;

  @BeforeEach
  void open() {
    door.open();
  }

  private void bounced(String address, String detail) {
    suppressions.suppress(EmailAddress.parse(address), SuppressionReason.HARD_BOUNCE, detail);
  }

  private static String exported() {
    return operator()
        .accept("text/csv")
        .get(LIST)
        .then()
        .statusCode(200)
        .contentType("text/csv")
        .extract()
        .asString();
  }

  private static JsonPath brought(String csv) {
    return given()
        .header("Authorization", "Bearer dev")
        .contentType("text/csv")
        .accept(ContentType.JSON)
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post(LIST)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static ValidatableResponse history(String address) {
    return operator().queryParam("email", address).get(LIST + "/history").then();
  }

  @Test
  void theWholeListComesAsCsvThatASpreadsheetCanOpenSafely() {
    door.sql("delete from suppression");
    bounced("+ada@example.org", "=cmd(\"x\"), gone");
    suppressions.suppressErased(EmailAddress.parse("bob@example.org"));

    assertThat(exported().lines().map(line -> line.replaceAll("2026-05-04T12:.*", "TIME")))
        .containsExactly(
            "email,reason,detail,suppressedAt",
            "'+ada@example.org,HARD_BOUNCE,\"'=cmd(\"\"x\"\"), gone\",TIME",
            "\"\",ERASED,,TIME");
  }

  @Test
  void aLongListIsWholeInTheOrderItCame() {
    String rows =
        IntStream.range(0, 2500)
            .mapToObj(i -> "r%04d@example.org,,,\r\n".formatted(i))
            .collect(Collectors.joining());
    assertThat(brought(HEADER + rows).getInt("imported")).isEqualTo(2500);
    assertThat(exported().lines().skip(1).map(line -> line.split(",")[0]).sorted())
        .hasSize(2500)
        .doesNotHaveDuplicates()
        .startsWith("r0000@example.org")
        .endsWith("r2499@example.org");
  }

  @Test
  void whatWasTakenOutComesBackAsItWas() {
    bounced("+ada@example.org", "-550 \"no\"\nsuch user");
    bounced("'=eve@example.org", "");
    String before = exported();
    door.sql("delete from suppression");
    door.clock().advance(java.time.Duration.ofDays(1));

    assertThat(brought(before).getInt("imported")).isEqualTo(2);

    assertThat(exported().lines().sorted())
        .containsExactlyElementsOf(before.lines().sorted().toList());
  }

  @Test
  void rowsAreJudgedOneByOneAndAFirstReasonStays() {
    bounced("ada@example.org", "550");
    JsonPath answer =
        brought(
            "suppressedAt,email,detail,reason\n"
                + "2024-03-01,ADA@example.org,spam,COMPLAINT\n"
                + ",bob@example.org,,erased\n"
                + ",,,\n"
                + "2999-01-01,eve@example.org,,LOUD\n"
                + "2024-03-01,joe@example.org,spam,complaint\n"
                + ",kim@example.org,,\n"
                + ",Kim@example.org,again,\n");

    assertThat(answer.getInt("imported")).isEqualTo(2);
    assertThat(answer.getInt("unchanged")).isEqualTo(2);
    assertThat(answer.getInt("refused")).isEqualTo(3);
    assertThat(answer.getList("rows.line")).containsExactly(2, 3, 4, 5, 8);
    assertThat(answer.getList("rows.outcome"))
        .containsExactly("UNCHANGED", "ERROR", "ERROR", "ERROR", "UNCHANGED");
    assertThat(answer.getString("rows[1].detail")).startsWith("reason: ").contains("erasure");
    assertThat(answer.getString("rows[2].detail")).startsWith("email: ");
    assertThat(answer.getString("rows[3].detail")).contains("reason: ", "suppressedAt: ");
    reason("ada@example.org").body("items.reason", contains("HARD_BOUNCE"));
    reason("joe@example.org")
        .body("items.reason", contains("COMPLAINT"))
        .body("items.suppressedAt", contains("2024-03-01T00:00:00Z"));
    reason("kim@example.org").body("items.reason", contains("MANUAL"));
  }

  private static ValidatableResponse reason(String address) {
    return operator().queryParam("to", address).get(LIST).then();
  }

  @Test
  void withoutATypeTheListIsAPageAsBefore() {
    operator().get(LIST).then().statusCode(200).contentType(ContentType.JSON).body("total", is(0));
    operator()
        .accept("text/html, */*;q=0.8")
        .get(LIST)
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON);
  }

  @Test
  void theFirstLineMustNameTheAddress() {
    given()
        .header("Authorization", "Bearer dev")
        .contentType("text/csv")
        .body("address,reason\n")
        .post(LIST)
        .then()
        .statusCode(400)
        .body("errors.field", contains("address", "email"));
  }

  @Test
  void theHistoryTellsWhatHappenedAlsoAfterTheLifting() {
    bounced("ada@example.org", "550 no such user");
    operator().delete(LIST + "/ada@example.org").then().statusCode(204);

    history("ADA@example.org")
        .statusCode(200)
        .body("total", is(1))
        .body("items[0].reason", is("HARD_BOUNCE"))
        .body("items[0].detail", is("550 no such user"))
        .body("items[0].suppressedAt", notNullValue())
        .body("items[0].liftedAt", notNullValue())
        .body("items[0].liftedBy", is("OPERATOR"));
    history("eve@example.org").statusCode(200).body("total", is(0));
    history("nobody").statusCode(400).body("errors.field", contains("email"));
    operator().get(LIST + "/history").then().statusCode(400);
  }

  @Test
  void erasingAReaderTakesTheirAddressOutOfTheHistory() {
    String reader = door.reader("topics", java.util.List.of("otters"));
    bounced(reader, "550 <" + reader + ">");
    operator().delete(LIST + "/" + reader).then().statusCode(204);
    String token = door.preferences(reader, 1);
    given().delete("/api/subscriptions/" + token).then().statusCode(204);

    assertThat(door.count("suppression_history where address like '%@%' or detail like '%@%'"))
        .isZero();
    history(reader)
        .body("items.reason", contains("ERASED", "HARD_BOUNCE"))
        .body("items[0].liftedAt", nullValue());
    door.confirm(door.signUp(reader));
    history(reader).body("items[0].liftedBy", is("READER"));
  }
}
