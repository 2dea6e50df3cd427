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
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
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
  void signingUpTakesWordsOfOnesOwnAndPapersAtAStrength() {
    Reader reader = Reader.newcomer();
    form()
        .formParam("email", reader.address())
        .formParam("topics", "graph theory")
        .formParam("about", "Otters\u00a0hold\r\n  hands.\r\n \t\u00a0\r\n\r\nWhales\r\nsing.\r\n")
        .formParam("like", "2509.22824, arXiv:2509.22825\r\n\r\n math/0611800 \r\n")
        .formParam("pick", "cat:cs.CL", "cat:cs.LG")
        .formParam(
            "strengthOf",
            "topics graph theory",
            "about Otters hold hands.",
            "about Whales sing.",
            "like math/0611800",
            "pick cat:cs.CL",
            "topics gone meanwhile")
        .formParam("strength", "many", "few", "normal", "many", "few", "few")
        .post("/subscribe")
        .then()
        .statusCode(202);

    api(reader.preferencesToken())
        .body(
            "topics",
            equalTo(
                List.of(
                    Map.of("query", "graph theory", "strength", "many"),
                    Map.of("about", "Otters hold hands.", "strength", "few"),
                    Map.of("about", "Whales sing."),
                    Map.of("like", List.of("2509.22824", "arXiv:2509.22825")),
                    Map.of("like", "math/0611800", "strength", "many"),
                    Map.of("query", "cat:cs.CL", "strength", "few"),
                    "cat:cs.LG")));
  }

  @Test
  void mistakesOfEachKindComeBackBesideTheirField() {
    form()
        .formParam("email", "ada@example.org")
        .formParam("topics", "graphs")
        .formParam("about", "Otters.\n\nthe of")
        .formParam("like", "2509.22824 otters")
        .formParam("strengthOf", "topics graphs", "about Otters.")
        .formParam("strength", "lots", "few")
        .post("/subscribe")
        .then()
        .statusCode(400)
        .body(
            allOf(
                containsString("id=\"about-error\">“the of”: Say in a few words"),
                containsString("id=\"like-error\">“2509.22824 otters”: “otters” names no paper"),
                containsString("id=\"strengths-error\">“graphs”: Use few, normal or many."),
                containsString("<details id=\"others\" open>"),
                containsString("<details id=\"strengths\" open>"),
                containsString("Otters.\n\nthe of</textarea>"),
                containsString("2509.22824 otters</textarea>")))
        .body(
            allOf(
                containsString("<option value=\"few\" selected>only the best</option>"),
                not(containsString("id=\"topics-error\"")),
                not(containsString("id=\"mute-error\""))));
  }

  @Test
  void aFormThatIsEmptyOffersNoStrengths() {
    given()
        .get("/")
        .then()
        .body(containsString("<details id=\"others\">"))
        .body(containsString("<details id=\"strengths\" hidden>"));
  }

  @Test
  void preferencesOfEveryKindAreShownAndSurviveBeingSaved() {
    List<Object> topics =
        List.of(
            Map.of("query", "graph theory", "strength", "few"),
            Map.of("about", "cat:cs.CL"),
            Map.of("about", "Otters <hold> hands.", "strength", "many"),
            Map.of("about", "🦦 ".repeat(500) + "and whales", "strength", "few"),
            Map.of("like", List.of("2509.22824", "math/0611800")),
            "cat:cs.CL");
    Reader reader =
        Reader.with(
            Map.of(
                "topics",
                topics,
                "mute",
                List.of(
                    Map.of("about", "feuds & rows"),
                    "title:survey",
                    Map.of("like", "2509.22825"))));
    String token = reader.preferencesToken();
    Map<String, List<String>> fields =
        fields(given().get("/preferences/{token}", token).asString());
    assertThat(fields.get("topics")).containsExactly("graph theory");
    assertThat(fields.get("about"))
        .containsExactly(
            "cat:cs.CL\n\nOtters <hold> hands.\n\n" + "🦦 ".repeat(500) + "and whales");
    assertThat(fields.get("like")).containsExactly("2509.22824 math/0611800");
    assertThat(fields.get("pick")).containsExactly("cat:cs.CL");
    assertThat(fields.get("mute")).containsExactly("title:survey");
    assertThat(fields.get("keepMute")).containsExactly("about feuds & rows", "like 2509.22825");
    assertThat(fields.get("strength"))
        .containsExactly("few", "normal", "many", "few", "normal", "normal");

    save(token, fields).statusCode(200);
    api(token)
        .body("topics", equalTo(topics))
        .body(
            "mute",
            equalTo(
                List.of(
                    "title:survey",
                    Map.of("about", "feuds & rows"),
                    Map.of("like", "2509.22825"))));
  }

  @Test
  void topicsAreEditedWhileTheirStrengthIsChosen() {
    String token =
        Reader.with(
                Map.of(
                    "topics",
                    List.of(
                        Map.of("about", "Otters.", "strength", "few"),
                        Map.of("about", "Whales.", "strength", "many"))))
            .preferencesToken();
    Map<String, List<String>> fields =
        fields(given().get("/preferences/{token}", token).asString());
    fields.put("about", List.of("Seals.\n\nWhales."));
    fields.put("strength", List.of("normal", "few"));

    save(token, fields).statusCode(200);
    api(token)
        .body(
            "topics",
            equalTo(
                List.of(Map.of("about", "Seals."), Map.of("about", "Whales.", "strength", "few"))));
  }

  @Test
  void aMuteThatIsNoQueryGoesWhenItIsUntickedAndCanBeTickedAgainAfterAMistake() {
    String token =
        Reader.with(
                Map.of(
                    "topics",
                    List.of("graphs"),
                    "mute",
                    List.of(Map.of("about", "feuds"), Map.of("about", "rows"))))
            .preferencesToken();
    Map<String, List<String>> fields =
        fields(given().get("/preferences/{token}", token).asString());
    fields.put("keepMute", List.of("about rows"));
    fields.put("mute", List.of("(open"));

    save(token, fields)
        .statusCode(400)
        .body(containsString("value=\"about rows\" checked"))
        .body(containsString("value=\"about feuds\">"))
        .body(containsString("id=\"mute-error\">“(open”"));
    fields.put("mute", List.of("survey"));
    save(token, fields).statusCode(200);
    api(token).body("mute", equalTo(List.of("survey", Map.of("about", "rows"))));
  }

  @Test
  void aKeptMuteThatCannotBeReadIsRefusedBesideItsField() {
    form()
        .formParam("email", "ada@example.org")
        .formParam("topics", "graphs")
        .formParam("keepMute", "like otters", "nonsense")
        .post("/subscribe")
        .then()
        .statusCode(400)
        .body(containsString("id=\"mute-error\">“otters” names no paper"));
  }

  /** What a browser would post of the form of choices. */
  private static Map<String, List<String>> fields(String page) {
    FormElement form = (FormElement) Jsoup.parse(page).expectFirst("form.sheet");
    return form.formData().stream()
        .collect(
            Collectors.groupingBy(
                Connection.KeyVal::key,
                TreeMap::new,
                Collectors.mapping(Connection.KeyVal::value, Collectors.toList())));
  }

  private static ValidatableResponse save(String token, Map<String, List<String>> fields) {
    RequestSpecification form = form();
    fields.forEach(form::formParam);
    return form.post("/preferences/{token}", token).then();
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
