package org.paperround;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the operator does over the admin API. */
public final class Operator {

  private Operator() {}

  private static RequestSpecification operator() {
    return given().auth().oauth2("dev").contentType(ContentType.JSON);
  }

  /** Brings one paper, announced now or at some instant. */
  public static void bringsPaper(String id, String title, Instant announcedAt) {
    operator()
        .body(
            List.of(
                Map.of(
                    "id",
                    id,
                    "title",
                    title,
                    "abstract",
                    "This abstract says nothing that the title does not say.",
                    "announcedAt",
                    announcedAt.toString())))
        .post("/api/admin/papers")
        .then()
        .statusCode(200)
        .body("rejected", org.hamcrest.Matchers.empty());
  }

  /** Runs a round as of an instant. */
  public static void runsARound(Instant at) {
    operator().body(Map.of("at", at.toString())).post("/api/admin/rounds").then().statusCode(200);
  }

  /** Asks a source for what is new, whatever comes of it. */
  public static void asks(String source) {
    operator().body(Map.of("source", source)).post("/api/admin/ingestions").then().statusCode(200);
  }

  /** The ledger's mails to an address, newest first. */
  public static List<Map<String, Object>> mailsTo(String address) {
    JsonPath ledger =
        operator().queryParam("to", address).get("/api/admin/mails").then().extract().jsonPath();
    return ledger.getList("items");
  }
}
