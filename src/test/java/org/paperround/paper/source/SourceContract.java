package org.paperround.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.paperround.paper.source.FakeSource.endless;
import static org.paperround.paper.source.FakeSource.json;
import static org.paperround.paper.source.FakeSource.slow;
import static org.paperround.paper.source.FakeSource.status;
import static org.paperround.paper.source.FakeSource.truncated;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperround.paper.PaperSource;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;

/**
 * What every source over HTTP does when its server misbehaves; a test of a source extends it. In
 * tests a call has three seconds, so that slow sources are soon given up.
 */
abstract class SourceContract {

  static final LocalDate DAY = LocalDate.parse("2026-05-04");

  @Inject SourceHttp http;
  @Inject SourceJson json;
  FakeSource server;
  private final String who;

  /** Begins every sentence of a failure. */
  SourceContract(String who) {
    this.who = who;
  }

  /** The source, at an address of ours. */
  abstract PaperSource source(URI url);

  /** What it says of bodies that it cannot read. */
  Map<String, String> unreadable() {
    return Map.of(
        "[{", "answered with something that is no JSON",
        "", "answered with JSON that is no list of papers",
        "7", "answered with JSON that is no list of papers",
        "null", "answered with JSON that is no list of papers",
        "{}", "answered with JSON that is no list of papers");
  }

  @BeforeEach
  void start() throws IOException {
    server = new FakeSource();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  SourceAnswer fetch() {
    return source(server.url()).fetch(DAY);
  }

  static List<Arguments> faults() {
    return List.of(
        Arguments.of(status(503), 3, "answered 503 three times"),
        Arguments.of(truncated("[1, 2, 3]"), 3, "lost the connection three times"),
        Arguments.of(slow(Duration.ofSeconds(5)), 3, "did not answer within 3 s three times"),
        Arguments.of(status(404), 1, "answered 404"),
        Arguments.of(json("<html>"), 1, "answered with a web page in place of data"),
        Arguments.of(endless(), 1, "answered with more than 20 MiB"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("faults")
  void whatMayPassIsTriedThreeTimesAndOtherFaultsOnce(
      FakeSource.Answer fault, int attempts, String reason) {
    server.answersInTurn(fault);
    assertFails(server.url(), reason);
    assertThat(server.requests()).hasSize(attempts);
  }

  @Test
  void whatCannotBeReadIsRefusedAtOnce() {
    unreadable()
        .forEach(
            (body, reason) -> {
              server.answersInTurn(json(body));
              assertFails(server.url(), reason);
              assertThat(server.requests()).hasSize(1);
            });
  }

  @Test
  void aServerThatIsNotThereIsAFailure() throws IOException {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    assertFails(nobody, "could not be reached three times");
  }

  private void assertFails(URI url, String reason) {
    assertThatThrownBy(() -> source(url).fetch(DAY))
        .isInstanceOf(SourceFailure.class)
        .hasMessage(who + " " + reason);
  }
}
