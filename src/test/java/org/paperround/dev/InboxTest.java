package org.paperround.dev;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.digest.EditionMail;
import org.paperround.digest.EditionSamples;

@QuarkusTest
class InboxTest {

  @Inject Mailer mailer;
  @Inject EmbeddedInbox inbox;

  @BeforeEach
  void empty() throws Exception {
    inbox.clear();
  }

  @Test
  void anEmptyInboxExplainsItself() {
    given().get("/inbox").then().statusCode(200).body(containsString("No mail yet."));
    given().get("/inbox/1").then().statusCode(404);
  }

  @Test
  void aMailThatWentOverTheSocketIsShownDecodedInAllItsParts() {
    EditionMail mail = EditionMail.of(EditionSamples.seven());
    mailer.send(
        Mail.withHtml("ada@example.org", "▲ " + mail.subject(), mail.html()).setText(mail.text()));

    given()
        .get("/inbox")
        .then()
        .body(containsString("▲ 7 papers for you"), containsString("ada@example.org"));
    given()
        .get("/inbox/1?show=text")
        .then()
        .body(containsString("&lt;b&gt;{\\Psi}&lt;/b&gt; ${x}"), containsString("Ingrid Sørensen"));
    given().get("/inbox/1?show=source").then().body(containsString("multipart/alternative"));
    given()
        .get("/inbox/1?width=phone&scheme=dark")
        .then()
        .body(containsString("/inbox/1/html?scheme=dark"), containsString("sandbox="))
        .header("Content-Security-Policy", containsString("frame-src 'self'"));
  }

  @Test
  void onlyTheFrameLetsAMailStyleItself() {
    EditionMail mail = EditionMail.of(EditionSamples.seven());
    mailer.send(Mail.withHtml("ada@example.org", "s", mail.html()).setText(mail.text()));

    given()
        .get("/inbox/1/html")
        .then()
        .header("Content-Security-Policy", containsString("sandbox"))
        .header("Content-Security-Policy", containsString("style-src 'unsafe-inline'"))
        .body(containsString("<base target=\"_top\">"));
    given()
        .get("/inbox/1")
        .then()
        .header("Content-Security-Policy", not(containsString("unsafe-inline")));
  }

  @Test
  void theFrameShowsWhatAClientInDarkModeWould() {
    assertThat(MailFrame.of("@media (prefers-color-scheme: dark) { }", "dark"))
        .isEqualTo("@media all { }");
    assertThat(MailFrame.of("@media (prefers-color-scheme: dark) { }", "light"))
        .isEqualTo("@media not all { }");
  }
}
