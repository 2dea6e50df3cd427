package org.paperround.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.Reader;

@QuarkusTest
class PageHeadersTest {

  private static void assertLockedUp(Response page) {
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", "script-src");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("Set-Cookie")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/papers/2026-05-04", "/link", "/papers/never", "/nothing-here"})
  void pagesMayOnlyBeShown(String path) {
    Response page = given().accept("text/html").get(path);

    assertThat(page.contentType()).startsWith("text/html");
    assertThat(page.body().asString()).startsWith("<!doctype html>");
    assertLockedUp(page);
  }

  @Test
  void theFrontPageMayRunItsOwnScriptAndNoOther() {
    String policy = given().accept("text/html").get("/").header("Content-Security-Policy");

    assertThat(policy)
        .contains("default-src 'none'", "script-src 'self';", "connect-src 'self';")
        .contains("frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void pagesBehindATokenAreStoredNowhere() {
    Reader reader = Reader.of("graphs");
    List<String> paths =
        List.of(
            "/confirm/" + reader.confirmationToken(),
            "/preferences/" + reader.preferencesToken(),
            "/unsubscribe/" + reader.unsubscribeToken(),
            "/confirm/forged",
            "/editions/forged");
    for (String path : paths) {
      Response page = given().get(path);
      assertLockedUp(page);
      assertThat(page.header("Cache-Control")).as(path).isEqualTo("no-store");
    }
    Response posted = given().post("/unsubscribe/{token}", reader.unsubscribeToken());
    assertLockedUp(posted);
    assertThat(posted.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void theSubscriptionOfAReaderIsStoredNowhere() {
    Response json = given().get("/api/subscriptions/{token}", Reader.of("x").preferencesToken());

    assertThat(json.header("Cache-Control")).isEqualTo("no-store");
    assertThat(json.header("Set-Cookie")).isNull();
  }

  @Test
  void whatIsTheSameForEverybodyMayBeKept() {
    for (String path : List.of("/", "/papers/2026-05-04", "/api/topics", "/api/papers")) {
      assertThat(given().get(path).header("Cache-Control")).as(path).isNull();
    }
  }

  static Stream<String> paths() {
    return Stream.of("/", "/papers/2026-05-04", "/link", "/api/topics", "/api/papers", "/nothing");
  }

  @Test
  void headIsGetWithoutABody() {
    String token = Reader.of("graphs").preferencesToken();
    Stream.concat(paths(), Stream.of("/preferences/" + token, "/api/subscriptions/" + token))
        .forEach(
            path -> {
              Response head = given().head(path);
              Response get = given().get(path);
              assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
              assertThat(named(head)).as(path).isEqualTo(named(get));
              assertThat(head.body().asByteArray()).as(path).isEmpty();
            });
  }

  private static List<Header> named(Response response) {
    Set<String> aboutTheBytes = Set.of("content-length", "transfer-encoding");
    return response.headers().asList().stream()
        .filter(header -> !aboutTheBytes.contains(header.getName().toLowerCase()))
        .toList();
  }
}
