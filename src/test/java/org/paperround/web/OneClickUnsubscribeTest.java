package org.paperround.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.Reader;

/** RFC 8058, from clients that send as they please. */
@QuarkusTest
class OneClickUnsubscribeTest {

  private static final String MULTIPART =
      "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> post(String token, String type, String body, String accept) {
    URI link = URI.create("http://localhost:" + RestAssured.port + "/unsubscribe/" + token);
    HttpRequest.Builder request = HttpRequest.newBuilder(link);
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (accept != null) {
      request.header("Accept", accept);
    }
    try {
      return client.send(
          request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String status(String token) {
    return given().accept("application/json").get("/unsubscribe/{token}", token).path("status");
  }

  @ParameterizedTest(name = "{0}: {1}, accepting {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "                                         |                            |",
        "application/x-www-form-urlencoded        |                            |",
        "application/x-www-form-urlencoded        | List-Unsubscribe=One-Click |",
        "application/x-www-form-urlencoded        | List-Unsubscribe=One-Click | */*",
        "application/x-www-form-urlencoded        | List-Unsubscribe=One-Click | image/png",
        "application/x-www-form-urlencoded        | List-Unsubscribe=One-Click | text/plain;q=0",
        "application/x-www-form-urlencoded        | List-Unsubscribe=One-Click | nonsense",
        "application/x-www-form-urlencoded        | List-Unsubscribe=One-Click | ;;;",
        "application/x-www-form-urlencoded;charset=UTF-8 | List-Unsubscribe=One-Click |",
        "APPLICATION/X-WWW-FORM-URLENCODED        | List-Unsubscribe=One-Click |",
        "application/x-www-form-urlencoded        | %%%                        |",
        "application/x-www-form-urlencoded        | action=                    |",
        "multipart/form-data; boundary=b          | multipart                  |",
        "multipart/form-data; boundary=b          | multipart                  | text/css",
        "multipart/form-data; boundary=b          |                            |",
        "multipart/form-data                      | multipart                  |",
        "multipart/mixed; boundary=b              | multipart                  |",
        "text/plain                               | List-Unsubscribe=One-Click |",
        "application/json                         | {}                         |",
        "application/octet-stream                 | anything                   |",
        "nonsense                                 | List-Unsubscribe=One-Click |",
        "                                         | List-Unsubscribe=One-Click |"
      })
  void leavesWhateverTheBodyAndItsTypes(String type, String body, String accept) {
    String token = Reader.of("graphs").unsubscribeToken();
    String sent = "multipart".equals(body) ? MULTIPART : body == null ? "" : body;

    HttpResponse<String> answer = post(token, type, sent, accept);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(status(token)).isEqualTo("UNSUBSCRIBED");
  }

  @Test
  void aMultipartFormMayAskForAPauseInstead() {
    String token = Reader.of("graphs").unsubscribeToken();

    given()
        .multiPart("action", "pause")
        .multiPart("days", "14")
        .post("/unsubscribe/{token}", token)
        .then()
        .statusCode(200);

    assertThat(status(token)).isEqualTo("PAUSED");
  }

  @Test
  void theAnswerIsAPageUnlessJsonIsAskedFor() {
    String token = Reader.of("graphs").unsubscribeToken();

    assertThat(post(token, null, "", "application/json").body())
        .isEqualTo("{\"status\":\"UNSUBSCRIBED\"}");
    assertThat(post(token, null, "", "image/png").body()).contains("You are off the round");
  }

  @Test
  void anErasedReadersLinkStillAnswers() {
    Reader reader = Reader.of("graphs");
    String token = reader.unsubscribeToken();
    given().delete("/api/subscriptions/{token}", reader.preferencesToken()).then().statusCode(204);

    assertThat(post(token, null, "", null).statusCode()).isEqualTo(200);
    given().get("/unsubscribe/{token}", token).then().statusCode(200);
  }
}
