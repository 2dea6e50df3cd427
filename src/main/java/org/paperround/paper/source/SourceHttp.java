package org.paperround.paper.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.faulttolerance.api.TypedGuard;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.paperround.base.ServiceConfig;
import org.paperround.paper.SourceFailure;

/**
 * The one way out to all sources over HTTP: an honest User-Agent, bounded time and size, and at
 * most three attempts, and few redirects. What may pass is tried again: 429, 5xx, silence, lost
 * connections. What will not is given up at once: web pages in place of data, bodies beyond the
 * bound, other refusals.
 */
@ApplicationScoped
public class SourceHttp {

  private static final int ATTEMPTS = 3;
  private static final int SNIFFED = 64;
  private static final int MOST_REDIRECTS = 5;
  // A rest is kept over restarts: a slip of the source's must not silence it for years.
  private static final long MOST_SECONDS_OF_REST = Duration.ofHours(6).toSeconds();
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final long REMEMBERED_BYTES = 16L * 1024 * 1024;

  private final HttpClient client;
  private final TypedGuard<byte[]> retries;
  private final TypedGuard<byte[]> patience;
  private final Cache<URI, Remembered> remembered =
      Caffeine.newBuilder()
          .maximumWeight(REMEMBERED_BYTES)
          .weigher((URI address, Remembered answer) -> answer.body().length)
          .build();
  private final Duration timeout;
  private final long maxBody;
  private final String userAgent;

  SourceHttp(
      SourceHttpConfig config,
      ServiceConfig service,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.timeout = config.timeout();
    this.maxBody = config.maxBody().asLongValue();
    this.userAgent =
        "Paperround/"
            + version
            + " (+"
            + service.baseUrl()
            + config.contact().map(address -> "; mailto:" + address).orElse("")
            + ")";
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.retries =
        TypedGuard.create(byte[].class)
            .withRetry()
            .maxRetries(ATTEMPTS - 1)
            .whenException(SourceHttp::mayPassSoon)
            .withCustomBackoff()
            .strategy(() -> new Backoff(config.backoff()))
            .done()
            .done()
            .build();
    this.patience =
        TypedGuard.create(byte[].class)
            .withTimeout()
            .duration(timeout.toMillis(), ChronoUnit.MILLIS)
            .done()
            .build();
  }

  /** How long an attempt may take, from connecting to the last byte. */
  public Duration timeout() {
    return timeout;
  }

  private static boolean mayPassSoon(Throwable thrown) {
    return thrown instanceof TimeoutException
        || (thrown instanceof AttemptFailed failed && failed.mayPassSoon());
  }

  /** What a source answered that can tell whether it has changed since (RFC 9110, 13.1). */
  private record Remembered(@Nullable String etag, @Nullable String lastModified, byte[] body) {}

  /**
   * Gets a body, in the caller's thread. An answer that has not changed is not fetched again, where
   * the source can tell.
   *
   * @param who the source as people call it; begins the sentence of a failure
   * @param accept the media type asked for
   * @throws SourceFailure if there is no body to read, with a sentence that says why
   */
  public byte[] get(String who, URI address, String accept) {
    return get(SourceCall.of(who, address, accept));
  }

  /**
   * Gets a body as {@link #get(String, URI, String)} does.
   *
   * @throws SourceFailure if there is no body to read, or the address is refused
   */
  public byte[] get(SourceCall call) {
    List<String> attempts = new ArrayList<>();
    String who = call.who();
    try {
      return retries.call(
          () -> call.pace().take(who, () -> patience.call(() -> attempt(call, attempts))));
    } catch (SourceFailure failure) {
      throw failure;
    } catch (AttemptFailed | TimeoutException failed) {
      throw SourceFailure.failed(who + " " + sentence(attempts));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw SourceFailure.failed("Asking " + who + " was interrupted");
    } catch (Exception unexpected) {
      throw new IllegalStateException("Asking " + who + " failed", unexpected);
    }
  }

  private byte[] attempt(SourceCall call, List<String> attempts)
      throws AttemptFailed, InterruptedException {
    Remembered before = remembered.getIfPresent(call.address());
    try {
      HttpResponse<BoundedBody.Body> response = follow(call, before);
      if (before != null && response.statusCode() == 304) {
        return before.body();
      }
      refuseStatus(call, response);
      byte[] body = read(call.who(), response);
      remember(call.address(), response.headers(), body);
      return body;
    } catch (AttemptFailed failed) {
      attempts.add(String.valueOf(failed.getMessage()));
      throw failed;
    } catch (IOException lost) {
      String reason =
          lost instanceof ConnectException ? "could not be reached" : "lost the connection";
      attempts.add(reason);
      throw new AttemptFailed(reason, null, call.longestRest());
    } catch (InterruptedException late) {
      attempts.add(silence());
      throw late;
    }
  }

  /** Goes where it is sent on to, a few times, and never from https to http. */
  private HttpResponse<BoundedBody.Body> follow(SourceCall call, @Nullable Remembered before)
      throws IOException, InterruptedException {
    URI address = call.address();
    for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
      call.rule().accept(call.who(), address);
      HttpResponse<BoundedBody.Body> response =
          client.send(request(address, call.accept(), before), BoundedBody.ofAtMost(maxBody));
      Optional<URI> next =
          REDIRECTS.contains(response.statusCode()) ? location(response) : Optional.empty();
      if (next.isEmpty()) {
        return response;
      }
      if (address.getScheme().equals("https") && !"https".equals(next.get().getScheme())) {
        throw SourceFailure.failed(call.who() + " sends us on to an address without encryption");
      }
      address = next.get();
    }
    throw SourceFailure.failed(call.who() + " sends us on and on");
  }

  private static Optional<URI> location(HttpResponse<?> response) {
    try {
      return response.headers().firstValue("Location").map(response.uri()::resolve);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private HttpRequest request(URI address, String accept, @Nullable Remembered before) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", userAgent)
            .header("Accept", accept)
            .GET();
    if (before != null && before.etag() != null) {
      request.header("If-None-Match", before.etag());
    } else if (before != null && before.lastModified() != null) {
      request.header("If-Modified-Since", before.lastModified());
    }
    return request.build();
  }

  private void remember(URI address, HttpHeaders headers, byte[] body) {
    String etag = headers.firstValue("ETag").orElse(null);
    String lastModified = headers.firstValue("Last-Modified").orElse(null);
    if (etag != null || lastModified != null) {
      remembered.put(address, new Remembered(etag, lastModified, body));
    }
  }

  private String silence() {
    String seconds = BigDecimal.valueOf(timeout.toMillis(), 3).stripTrailingZeros().toPlainString();
    return "did not answer within " + seconds + " s";
  }

  private static void refuseStatus(SourceCall call, HttpResponse<?> response) throws AttemptFailed {
    int status = response.statusCode();
    if (status == 200) {
      return;
    }
    if (status != 429 && status < 500) {
      throw SourceFailure.failed(call.who() + " answered " + status);
    }
    Duration retryAfter = retryAfter(response.headers());
    String rest = retryAfter == null ? "" : " and asks to wait " + retryAfter.toSeconds() + " s";
    Duration longest = call.longestRest();
    AttemptFailed failed = new AttemptFailed("answered " + status, retryAfter, longest);
    throw failed.mayPassSoon()
        ? failed
        : new AttemptFailed("answered " + status + rest, retryAfter, longest);
  }

  private static @Nullable Duration retryAfter(HttpHeaders headers) {
    // A date (RFC 9110, 10.2.3) is not worth reading here: the next ingestion comes anyway.
    return headers
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,9}"))
        .map(value -> Duration.ofSeconds(Math.min(Long.parseLong(value), MOST_SECONDS_OF_REST)))
        .orElse(null);
  }

  private byte[] read(String who, HttpResponse<BoundedBody.Body> response) {
    byte[] bytes = response.body().bytes();
    if (bytes == null) {
      throw SourceFailure.failed(
          who + " answered with more than " + maxBody / (1024 * 1024) + " MiB");
    }
    if (isWebPage(response.headers(), bytes)) {
      throw SourceFailure.failed(who + " answered with a web page in place of data");
    }
    return bytes;
  }

  private static boolean isWebPage(HttpHeaders headers, byte[] bytes) {
    String type = headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    String start =
        new String(bytes, 0, Math.min(bytes.length, SNIFFED), StandardCharsets.ISO_8859_1)
            .strip()
            .toLowerCase(Locale.ROOT);
    return type.startsWith("text/html")
        || start.startsWith("<!doctype html")
        || start.startsWith("<html");
  }

  private static String sentence(List<String> attempts) {
    if (attempts.stream().distinct().count() > 1) {
      return String.join(", then ", attempts);
    }
    return attempts.get(0) + (attempts.size() == ATTEMPTS ? " three times" : "");
  }
}
