package org.paperround.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.paperround.paper.source.FakeSource.json;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.paper.SourceFailure;
import org.paperround.paper.source.FakeSource.Answer;

/** How all sources are asked; what may pass and what will not is told with each of them. */
@QuarkusTest
class SourceHttpTest {

  @Inject SourceHttp http;
  private FakeSource server;

  @BeforeEach
  void start() throws IOException {
    server = new FakeSource();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String get(String path) {
    return new String(
        http.get("The source", server.url().resolve(path), "application/json"),
        StandardCharsets.UTF_8);
  }

  private static Answer redirect(String to) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", to);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  @Test
  void anAnswerThatDidNotChangeIsNotFetchedAgain() {
    List<String> conditions = new CopyOnWriteArrayList<>();
    server.answers(
        uri ->
            exchange -> {
              String known = exchange.getRequestHeaders().getFirst("If-None-Match");
              conditions.add(String.valueOf(known));
              exchange.getResponseHeaders().set("ETag", "\"one\"");
              if ("\"one\"".equals(known)) {
                exchange.sendResponseHeaders(304, -1);
              } else {
                json("[1]").to(exchange);
              }
            });
    assertThat(get("/etag")).isEqualTo("[1]");
    assertThat(get("/etag")).isEqualTo("[1]");
    assertThat(conditions).containsExactly("null", "\"one\"");
  }

  @Test
  void redirectsAreFollowedAFewTimes() {
    server.answers(
        uri -> uri.getPath().equals("/here") ? json("[2]") : redirect("/here?" + uri.getQuery()));
    assertThat(get("/there?a")).isEqualTo("[2]");

    server.answers(uri -> redirect("/again"));
    assertThatThrownBy(() -> get("/again"))
        .isInstanceOf(SourceFailure.class)
        .hasMessage("The source sends us on and on");
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void aRuleHoldsForWhereWeAreSentOnToAsWell() {
    server.answers(uri -> redirect("/forbidden"));
    SourceCall call =
        SourceCall.of("The source", server.url().resolve("/start"), "application/json")
            .within(
                (who, address) -> {
                  if (address.getPath().equals("/forbidden")) {
                    throw SourceFailure.failed(who + " must not go there");
                  }
                });
    assertThatThrownBy(() -> http.get(call)).hasMessage("The source must not go there");
    assertThat(server.requests()).containsExactly("/start");
  }

  @Test
  void aShortRestIsWaitedForAndALongerOneOnlyWhereTheCallSaysSo() {
    SourceCall call = SourceCall.of("The source", server.url().resolve("/rest"), "text/plain");
    server.answersInTurn(FakeSource.retryAfter(503, 1), FakeSource.json("[1]"));
    assertThat(new String(http.get(call), StandardCharsets.UTF_8)).isEqualTo("[1]");

    server.answersInTurn(FakeSource.retryAfter(503, 1));
    assertThatThrownBy(() -> http.get(call.resting(Duration.ofMillis(900))))
        .hasMessage("The source answered 503 and asks to wait 1 s");
  }

  @Test
  void nobodyRestsForYears() {
    server.answersInTurn(FakeSource.retryAfter(429, 999_999_999));
    assertThatThrownBy(() -> get("/rest"))
        .hasMessage("The source answered 429 and asks to wait 21600 s");
  }
}
