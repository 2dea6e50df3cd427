package org.paperround.paper.source;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.paperround.base.ServiceConfig;
import org.paperround.paper.SourceFailure;

/**
 * The one way out to all sources over HTTP: an honest User-Agent, bounded time and size, and at
 * most three attempts. What may pass is tried again: 429, 5xx, silence, lost connections. What will
 * not is given up at once: web pages in place of data, bodies beyond the bound, other refusals.
 */
@ApplicationScoped
public class SourceHttp {

  private static final int ATTEMPTS = 3;
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(5);
  private static final int SNIFFED = 64;

  private final HttpClient client;
  private final TypedGuard<byte[]> guard;
  private final Duration timeout;
  private final long maxBody;
  private final String userAgent;

  SourceHttp(
      SourceHttpConfig config,
      ServiceConfig service,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.timeout = config.timeout();
    this.maxBody = config.maxBody().asLongValue();
    this.userAgent = "Paperround/" + version + " (+" + service.baseUrl() + ")";
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    this.guard =
        TypedGuard.create(byte[].class)
            .withRetry()
            .maxRetries(ATTEMPTS - 1)
            .retryOn(List.of(AttemptFailed.class, TimeoutException.class))
            .withCustomBackoff()
            .strategy(() -> new Backoff(config.backoff()))
            .done()
            .done()
            .withTimeout()
            .duration(timeout.toMillis(), ChronoUnit.MILLIS)
            .done()
            .build();
  }

  /**
   * Gets a body, in the caller's thread.
   *
   * @param who the source as people call it; begins the sentence of a failure
   * @param accept the media type asked for
   * @throws SourceFailure if there is no body to read, with a sentence that says why
   */
  public byte[] get(String who, URI address, String accept) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", userAgent)
            .header("Accept", accept)
            .GET()
            .build();
    List<String> attempts = new ArrayList<>();
    try {
      return guard.call(() -> attempt(who, request, attempts));
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

  private byte[] attempt(String who, HttpRequest request, List<String> attempts)
      throws AttemptFailed, InterruptedException {
    try {
      HttpResponse<BoundedBody.Body> response = client.send(request, BoundedBody.ofAtMost(maxBody));
      refuseStatus(who, response);
      return read(who, response);
    } catch (AttemptFailed failed) {
      attempts.add(String.valueOf(failed.getMessage()));
      throw failed;
    } catch (IOException lost) {
      String reason =
          lost instanceof ConnectException ? "could not be reached" : "lost the connection";
      attempts.add(reason);
      throw new AttemptFailed(reason, null);
    } catch (InterruptedException late) {
      attempts.add(silence());
      throw late;
    }
  }

  private String silence() {
    String seconds = BigDecimal.valueOf(timeout.toMillis(), 3).stripTrailingZeros().toPlainString();
    return "did not answer within " + seconds + " s";
  }

  private static void refuseStatus(String who, HttpResponse<?> response) throws AttemptFailed {
    int status = response.statusCode();
    if (status == 200) {
      return;
    }
    if (status != 429 && status < 500) {
      throw SourceFailure.failed(who + " answered " + status);
    }
    Duration retryAfter = retryAfter(response.headers());
    if (retryAfter != null && retryAfter.compareTo(LONGEST_RETRY_AFTER) > 0) {
      throw SourceFailure.failed(
          who + " answered " + status + " and asks to wait " + retryAfter.toSeconds() + " s");
    }
    throw new AttemptFailed("answered " + status, retryAfter);
  }

  private static @Nullable Duration retryAfter(HttpHeaders headers) {
    // A date (RFC 9110, 10.2.3) is not worth reading here: the next ingestion comes anyway.
    return headers
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,9}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
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
