package org.paperround.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.Operator;

@QuarkusTest
class PapersApiTest {

  /** A day of long ago that no other test uses. */
  private static final String DAY = "2019-03-04";

  @BeforeEach
  void bringThreePapers() {
    Instant day = Instant.parse(DAY + "T00:00:00Z");
    Operator.bringsPaper("1903.00001", "Marbled murrelets in flight", day);
    Operator.bringsPaper("1903.00002", "Murrelets and puffins", day);
    Operator.bringsPaper("math.CA/0611800", "Puffins on the torus", day);
  }

  private static ValidatableResponse papers(String... parameters) {
    var request = given();
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam(parameters[i], parameters[i + 1]);
    }
    return request.get("/api/papers").then();
  }

  @Test
  void aDayHasItsPapers() {
    papers("date", DAY)
        .statusCode(200)
        .body("items.id", containsInAnyOrder("1903.00001", "1903.00002", "math/0611800"))
        .body("page", equalTo(0))
        .body("size", equalTo(50))
        .body("total", equalTo(3));
    papers("date", "2019-03-05").body("items", empty()).body("total", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "1899-12-31", "today"})
  void aDayNoPaperCanHaveIsRefused(String day) {
    papers("date", day).statusCode(400).body("errors.field", hasItem("date"));
    given().get("/papers/{day}", day).then().statusCode(404);
  }

  @Test
  void theCatalogueOffersWholeArchives() {
    given()
        .get("/api/topics")
        .then()
        .body("archives.query", hasItem("cat:cs.*"))
        .body("archives.query", hasItem("cat:hep-th"));
  }

  @Test
  void pagesTogetherHoldEveryPaperOnce() {
    List<String> ids = new ArrayList<>();
    for (String page : List.of("0", "1", "2")) {
      List<String> items =
          papers("date", DAY, "page", page, "size", "1")
              .body("items", hasSize(1))
              .body("size", equalTo(1))
              .body("total", equalTo(3))
              .extract()
              .path("items.id");
      ids.addAll(items);
    }
    assertThat(ids).containsExactlyInAnyOrder("1903.00001", "1903.00002", "math/0611800");
    papers("date", DAY, "page", "3", "size", "1").body("items", empty());
  }

  @Test
  void aQueryFindsWhatATopicWouldFind() {
    papers("query", "murrelet", "date", DAY)
        .body("items.id", containsInAnyOrder("1903.00001", "1903.00002"))
        .body("total", equalTo(2));
    papers("query", "murrelet -puffin", "date", DAY)
        .body("items.id", equalTo(List.of("1903.00001")));
    papers("query", "murrelet", "date", "2019-03-05").body("total", equalTo(0));
    papers("query", "puffin", "date", DAY, "size", "1", "page", "1")
        .body("items", hasSize(1))
        .body("total", equalTo(2));
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    papers("date", "yesterday", "query", "cats AND dogs OR mice", "page", "-1", "size", "many")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", containsInAnyOrder("date", "query", "page", "size"))
        .body("errors.find { it.field == 'query' }.position", equalTo("cats AND dogs ".length()));
    papers("size", "201").statusCode(400).body("errors.field", equalTo(List.of("size")));
    papers("page", "99999999999").statusCode(400).body("errors.field", equalTo(List.of("page")));
    papers("query", "\u0000").statusCode(400).body("errors.field", equalTo(List.of("query")));
  }

  @Test
  void aPaperIsFoundByAnyShapeOfItsId() {
    for (String path : List.of("math/0611800", "math.CA/0611800v2", "math%2F0611800")) {
      given()
          .urlEncodingEnabled(false)
          .get("/api/papers/" + path)
          .then()
          .statusCode(200)
          .body("id", equalTo("math/0611800"))
          .body("title", equalTo("Puffins on the torus"))
          .body("announcedAt", equalTo(DAY + "T00:00:00Z"));
    }
    given().get("/api/papers/1903.00001v7").then().body("id", equalTo("1903.00001"));
    given()
        .get("/api/papers/math/0699999")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void theCatalogueNamesTopicsThatCanBeAskedFor() {
    given()
        .get("/api/topics")
        .then()
        .statusCode(200)
        .body("categories.query", everyItem(startsWith("cat:")))
        .body("categories.id", hasItem("cs.CL"))
        .body("named.size()", greaterThan(10));
    List<String> queries = given().get("/api/topics").path("named.query");
    for (String query : queries) {
      papers("query", query, "date", "2019-03-05").statusCode(200);
    }
  }

  @Test
  void thePageOfADayShowsItsPapers() {
    String page = given().get("/papers/" + DAY).then().statusCode(200).extract().asString();

    assertThat(page).contains("Monday 4 March 2019", "Puffins on the torus");
    given().get("/papers/2019-02-30").then().statusCode(404).body(not(startsWith("{")));
  }
}
