package org.paperround.paper.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP server on a free port that answers as a test wants, faults included. */
public final class FakeSource implements AutoCloseable {

  /** What it does with a request. */
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> userAgents = new CopyOnWriteArrayList<>();
  private volatile Function<URI, Answer> answers = uri -> json("[]");

  /** Starts it. */
  public FakeSource() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestURI().toString());
          userAgents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
          try (exchange) {
            answers.apply(exchange.getRequestURI()).to(exchange);
          } catch (IOException gone) {
            // The client went away, which is what some tests are about.
          }
        });
    server.start();
  }

  /** Where it is. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void answers(Function<URI, Answer> answers) {
    this.answers = answers;
    requests.clear();
  }

  /** Answers the first requests one by one and every further one like the last. */
  public void answersInTurn(Answer... inTurn) {
    answers(uri -> inTurn[Math.min(requests.size(), inTurn.length) - 1]);
  }

  List<String> requests() {
    return requests;
  }

  List<String> userAgents() {
    return userAgents;
  }

  static Answer json(String body) {
    return body(200, "application/json", body);
  }

  static Answer status(int status) {
    return body(status, "text/plain", "no");
  }

  static Answer retryAfter(int status, int seconds) {
    return exchange -> {
      exchange.getResponseHeaders().set("Retry-After", String.valueOf(seconds));
      status(status).to(exchange);
    };
  }

  /** An answer that is right as far as HTTP goes. */
  public static Answer body(int status, String type, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Promises the whole body and closes the connection in the middle of it. */
  static Answer truncated(String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
      exchange.getResponseBody().flush();
    };
  }

  /** Sends spaces without end. */
  static Answer endless() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
      OutputStream body = exchange.getResponseBody();
      while (true) {
        body.write(spaces);
      }
    };
  }

  /** Says that it will send a huge body, and sends a little. */
  static Answer announcedHuge() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 200L << 20);
      exchange.getResponseBody().write('[');
    };
  }

  /** Sends the head and the first byte, and nothing more for a while. */
  static Answer stuck(Duration time) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 100);
      exchange.getResponseBody().write('[');
      exchange.getResponseBody().flush();
      sleep(time);
    };
  }

  /** Sends nothing for a while. */
  static Answer slow(Duration time) {
    return exchange -> {
      sleep(time);
      json("[]").to(exchange);
    };
  }

  private static void sleep(Duration time) throws IOException {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
