package org.paperround;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reader as the service meets them: over HTTP and through their mailbox, and by no other way.
 * Every newcomer has an address of their own, so tests need not clear what others left.
 */
public final class Reader {

  private static final AtomicInteger NEWCOMERS = new AtomicInteger();

  private final String address;
  private String preferencesToken;

  private Reader(String address) {
    this.address = address;
  }

  public static Reader newcomer() {
    return new Reader("reader" + NEWCOMERS.incrementAndGet() + "@example.org");
  }

  /** Somebody who has signed up for topics and confirmed. */
  public static Reader of(String... topics) {
    return with(Map.of("topics", topics));
  }

  /** Somebody who has signed up with these choices and confirmed. */
  public static Reader with(Map<String, ?> choices) {
    Reader reader = newcomer();
    reader.signUp(choices).statusCode(202);
    reader.confirm();
    return reader;
  }

  public String address() {
    return address;
  }

  public ValidatableResponse signUp(Map<String, ?> choices) {
    Map<String, Object> request = new TreeMap<>(choices);
    request.put("email", address);
    return given().contentType(ContentType.JSON).body(request).post("/api/subscriptions").then();
  }

  public ValidatableResponse asksForALink() {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", address))
        .post("/api/subscriptions/link")
        .then();
  }

  /** The token of the first confirmation mail, which may still be under way. */
  public String confirmationToken() {
    return tokenFromMail("confirm", 1);
  }

  /** The token behind a kind of link in the reader's n-th mail that has one. */
  public String tokenFromMail(String page, int number) {
    await()
        .alias(number + " mails to " + address + " with a link to " + page)
        .until(() -> Inbox.linksTo(address, page).size() >= number);
    return Inbox.linksTo(address, page).get(number - 1);
  }

  /** Presses the button behind the first confirmation mail. */
  public void confirm() {
    String page =
        given()
            .post("/confirm/{token}", confirmationToken())
            .then()
            .statusCode(200)
            .extract()
            .asString();
    if (page.contains("/preferences/")) {
      preferencesToken = find(page, "/preferences/([A-Za-z0-9._~-]+)");
    }
  }

  /** The preferences token that the page showed when they confirmed. */
  public String preferencesToken() {
    if (preferencesToken == null) {
      confirm();
    }
    return Objects.requireNonNull(preferencesToken, "confirmed elsewhere");
  }

  /** The unsubscribe token that stands on the preferences page, as in every digest. */
  public String unsubscribeToken() {
    String page = given().get("/preferences/{token}", preferencesToken()).asString();
    return find(page, "/unsubscribe/([A-Za-z0-9._~-]+)");
  }

  private static String find(String page, String pattern) {
    Matcher link = Pattern.compile(pattern).matcher(page);
    if (!link.find()) {
      throw new AssertionError("No link like " + pattern + " on:\n" + page);
    }
    return link.group(1);
  }
}
