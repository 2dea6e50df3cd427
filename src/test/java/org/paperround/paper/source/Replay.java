package org.paperround.paper.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The recorded sources, played back by the program that comes with the recordings, faults included.
 * Tests that need it are skipped where there are no recordings or no Python.
 */
public final class Replay implements AutoCloseable {

  private static final String PORT = "paperround.test.replay-port";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;

  private Replay(Process process) {
    this.process = process;
  }

  /** The folder of recordings; the test is skipped where there is none. */
  public static Path recordings() {
    Path recordings =
        Path.of(Optional.ofNullable(System.getenv("PAPERROUND_RECORDINGS")).orElse("../shared"));
    assumeTrue(
        Files.isRegularFile(recordings.resolve("tools/replay-sources.py")),
        "No recordings in " + recordings + ": name their folder in PAPERROUND_RECORDINGS");
    return recordings;
  }

  /** Where it listens: one port for all tests, known before any of them starts. */
  public static synchronized URI url() {
    if (Integer.getInteger(PORT) == null) {
      try (ServerSocket free = new ServerSocket(0)) {
        System.setProperty(PORT, String.valueOf(free.getLocalPort()));
      } catch (IOException none) {
        throw new UncheckedIOException(none);
      }
    }
    return URI.create("http://127.0.0.1:" + Integer.getInteger(PORT));
  }

  /** Starts it on a day. */
  public static Replay on(LocalDate today, String... faults) throws IOException {
    List<String> command = new ArrayList<>(List.of("python3"));
    command.add(recordings().resolve("tools/replay-sources.py").toString());
    command.addAll(List.of("--port", String.valueOf(url().getPort())));
    command.addAll(List.of("--today", today.toString()));
    Arrays.stream(faults).forEach(fault -> command.addAll(List.of("--fault", fault)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String first = said.readLine();
    if (first == null || !first.startsWith("replaying")) {
      throw new IOException("The recordings are not played: " + first);
    }
    return new Replay(process);
  }

  /** Moves its clock. */
  public void today(LocalDate today) {
    get("/replay/today?date=" + today);
  }

  /** A request it answered. */
  public record Request(double at, String path, String userAgent) {}

  /** All requests so far, in order. */
  public List<Request> requests() {
    try {
      List<Request> requests = new ArrayList<>();
      for (JsonNode request : new ObjectMapper().readTree(get("/replay/requests"))) {
        requests.add(
            new Request(
                request.path("at").asDouble(),
                request.path("path").asText(),
                request.path("agent").asText()));
      }
      return requests;
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private static String get(String path) {
    try {
      HttpRequest request = HttpRequest.newBuilder(url().resolve(path)).build();
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
