package org.paperround.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BehindAProxy.class)
class ThrottleTest {

  private static final String JSON = "application/json";

  /** One test, since its requests come from one client. */
  @Test
  void whoComesTooOftenIsToldWhenToComeAgainWhateverTheyBring() {
    for (String body : new String[] {"not json", "{\"email\":\"nobody\"}"}) {
      given()
          .header("X-Forwarded-For", "203.0.113.7")
          .contentType(JSON)
          .body(body)
          .post("/api/subscriptions")
          .then()
          .statusCode(400);
    }
    given().formParam("email", "nobody").post("/link").then().statusCode(400);

    for (String path : new String[] {"/api/subscriptions", "/api/subscriptions/link"}) {
      for (String body : new String[] {"not json", "{\"email\":\"ada@example.org\"}"}) {
        Response problem =
            given()
                // This is not the proxy speaking, so it is worth nothing.
                .header("X-Forwarded-For", "203.0.113." + path.length())
                .header("Forwarded", "for=203.0.113." + path.length())
                .contentType(JSON)
                .body(body)
                .post(path);
        problem
            .then()
            .statusCode(429)
            .contentType("application/problem+json")
            .body("status", equalTo(429));
        assertThat(Integer.parseInt(problem.header("Retry-After"))).isBetween(1_000, 1_200);
      }
    }
    for (String path : new String[] {"/subscribe", "/link"}) {
      Response page = given().formParam("email", "ada@example.org").post(path);
      page.then().statusCode(429).contentType("text/html").body(containsString("One moment"));
      assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(1_000, 1_200);
    }
    given().get("/").then().statusCode(200);
  }
}
