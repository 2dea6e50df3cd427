package org.paperround.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.paperround.Inbox;
import org.paperround.Reader;

/** The pages' own forms, posted as a browser does, without script. */
@QuarkusTest
class FormsTest {

  private static RequestSpecification form() {
    return given().contentType("application/x-www-form-urlencoded; charset=UTF-8");
  }

  private static ValidatableResponse api(String token) {
    return given().get("/api/subscriptions/{token}", token).then();
  }

  @Test
  void signingUpTakesPicksAndLines() {
    Reader reader = Reader.newcomer();
    form()
        .formParam("email", reader.address())
        .formParam("topics", "graph theory\r\n\r\n  München \r\n")
        .formParam("mute", "title:survey\r\n\r\n cat:cs.CY \r\n")
        .formParam("pick", "preference-optimization", "cat:cs.CL")
        .formParam("frequency", "WEEKDAYS")
        .formParam("weekday", "MONDAY")
        .formParam("deliverAt", "06:15")
        .formParam("timeZone", "Europe/Berlin")
        .formParam("maxPapers", "7")
        .formParam("sendEmpty", "true")
        .post("/subscribe")
        .then()
        .statusCode(202)
        .contentType("text/html")
        .body(containsString("Check your mail"));
    reader.confirm();

    List<String> topics =
        api(reader.preferencesToken())
            .body("frequency", equalTo("WEEKDAYS"))
            .body("deliverAt", equalTo("06:15"))
            .body("timeZone", equalTo("Europe/Berlin"))
            .body("maxPapers", equalTo(7))
            .body("trending", equalTo(false))
            .body("sendEmpty", equalTo(true))
            .body("mute", equalTo(List.of("title:survey", "cat:cs.CY")))
            .extract()
            .path("topics");
    assertThat(topics).hasSize(4).contains("graph theory", "München", "cat:cs.CL");
    assertThat(topics).anyMatch(topic -> topic.contains("\"preference optimization\""));
  }

  @Test
  void aMistakenSignUpComesBackAsItWasTypedWithEachErrorBesideItsField() {
    form()
        .formParam("email", "ada@<b>")
        .formParam("topics", "graphs\n(open")
        .formParam("mute", "survey\ntitle:<i> AND x OR y")
        .formParam("pick", "cat:cs.CL")
        .formParam("frequency", "WEEKLY")
        .formParam("weekday", "FRIDAY")
        .formParam("deliverAt", "25:00")
        .formParam("timeZone", "Mars/Olympus")
        .formParam("maxPapers", "many")
        .post("/subscribe")
        .then()
        .statusCode(400)
        .contentType("text/html")
        .body(
            allOf(
                containsString("value=\"ada@&lt;b&gt;\""),
                containsString("graphs\n(open</textarea>"),
                containsString("survey\ntitle:&lt;i&gt; AND x OR y</textarea>"),
                containsString("value=\"cat:cs.CL\" checked"),
                containsString("value=\"WEEKLY\" checked"),
                containsString("value=\"FRIDAY\" selected"),
                containsString("value=\"25:00\""),
                containsString("<option selected>Mars/Olympus"),
                containsString("value=\"many\"")))
        .body(
            allOf(
                containsString("id=\"email-error\""),
                containsString("id=\"topics-error\">“(open”"),
                containsString("id=\"mute-error\">“title:&lt;i&gt; AND x OR y”"),
                containsString("href=\"#mute\""),
                containsString("id=\"deliverAt-error\""),
                containsString("id=\"timeZone-error\""),
                containsString("id=\"maxPapers-error\""),
                not(containsString("id=\"frequency-error\""))));
  }

  @Test
  void aSignUpWithoutTopicsAndTrendingHasNothingToSend() {
    form()
        .formParam("email", "ada@example.org")
        .post("/subscribe")
        .then()
        .statusCode(400)
        .body(containsString("id=\"topics-error\""));
  }

  @Test
  void preferencesShowWhatWasChosenAndTakeWhatIsChosenNow() {
    Reader reader =
        Reader.with(
            Map.of(
                "topics",
                List.of("graph theory", "cat:cs.CL"),
                "mute",
                List.of("title:survey", "cat:cs.CY")));
    String token = reader.preferencesToken();
    given()
        .get("/preferences/{token}", token)
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString(reader.address()),
                containsString("graph theory</textarea>"),
                containsString("title:survey\ncat:cs.CY</textarea>"),
                containsString("value=\"cat:cs.CL\" checked")));

    form()
        .formParam("topics", "cats")
        .formParam("mute", "dogs")
        .formParam("pick", "cat:cs.LG")
        .formParam("frequency", "DAILY")
        .formParam("deliverAt", "08:00")
        .formParam("timeZone", "UTC")
        .formParam("maxPapers", "12")
        .formParam("trending", "true")
        .post("/preferences/{token}", token)
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("Saved"));
    api(token)
        .body("topics", containsInAnyOrder("cats", "cat:cs.LG"))
        .body("mute", equalTo(List.of("dogs")))
        .body("deliverAt", equalTo("08:00"))
        .body("maxPapers", equalTo(12))
        .body("trending", equalTo(true));
  }

  @Test
  void mistakenPreferencesComeBackAsTypedAndChangeNothing() {
    String token = Reader.of("graphs").preferencesToken();
    String before = api(token).extract().asString();

    form()
        .formParam("topics", "cats AND dogs OR mice")
        .formParam("maxPapers", "0")
        .formParam("deliverAt", "07:00")
        .post("/preferences/{token}", token)
        .then()
        .statusCode(400)
        .body(
            allOf(
                containsString("cats AND dogs OR mice</textarea>"),
                containsString("id=\"topics-error\""),
                containsString("id=\"maxPapers-error\""),
                containsString("value=\"0\"")));
    assertThat(api(token).extract().asString()).isEqualTo(before);
  }

  @Test
  void anEmptyPostToPreferencesChangesNothing() {
    String token = Reader.of("graphs").preferencesToken();
    String before = api(token).extract().asString();

    given().post("/preferences/{token}", token).then().statusCode(400).contentType("text/html");
    given()
        .accept("image/png")
        .contentType("text/plain")
        .body("x")
        .post("/preferences/{token}", token)
        .then()
        .statusCode(400);
    assertThat(api(token).extract().asString()).isEqualTo(before);
  }

  @Test
  void erasingTakesATickInTheBox() {
    String token = Reader.of("graphs").preferencesToken();

    form()
        .post("/preferences/{token}/erase", token)
        .then()
        .statusCode(400)
        .contentType("text/html")
        .body(containsString("id=\"confirm-error\""))
        .body(containsString("id=\"confirm\" name=\"confirm\""));
    given().post("/preferences/{token}/erase", token).then().statusCode(400);
    api(token).statusCode(200);

    form()
        .formParam("confirm", "yes")
        .post("/preferences/{token}/erase", token)
        .then()
        .statusCode(200)
        .body(containsString("Everything is erased"));
    api(token).statusCode(410);
    given().get("/preferences/{token}", token).then().statusCode(410).contentType("text/html");
  }

  @Test
  void multipartFormsAreReadToo() {
    String token = Reader.of("graphs").preferencesToken();

    given()
        .multiPart("confirm", "yes")
        .post("/preferences/{token}/erase", token)
        .then()
        .statusCode(200);
    api(token).statusCode(410);
  }

  @Test
  void aLinkIsMailedToWhoAsksOnThePage() {
    Reader reader = Reader.of("graphs");
    form()
        .formParam("email", reader.address())
        .post("/link")
        .then()
        .statusCode(202)
        .body(containsString("Check your mail"));

    given()
        .get("/preferences/{token}", reader.tokenFromMail("preferences", 1))
        .then()
        .statusCode(200)
        .body(containsString(reader.address()));
    assertThat(Inbox.to(reader.address())).hasSize(2);
  }

  @Test
  void aMistakenAddressOnTheLinkPageIsKept() {
    form()
        .formParam("email", "ada@")
        .post("/link")
        .then()
        .statusCode(400)
        .body(allOf(containsString("value=\"ada@\""), containsString("id=\"email-error\"")));
  }
}
