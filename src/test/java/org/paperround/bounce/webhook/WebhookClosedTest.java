package org.paperround.bounce.webhook;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WebhookClosedTest {

  @ParameterizedTest
  @ValueSource(strings = {"ses", "postmark", "sendgrid", "mailgun"})
  void aProviderThatIsNotConfiguredDoesNotExist(String provider) {
    given()
        .contentType("application/json")
        .body("{}")
        .post("/api/bounces/" + provider)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void withoutATokenNobodyPostsMessages() {
    given()
        .auth()
        .oauth2("")
        .contentType("message/rfc822")
        .body(new byte[0])
        .post("/api/bounces")
        .then()
        .statusCode(401);
  }
}
