package org.paperround.bounce.webhook;

import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;

/** Amazon SNS itself: no redirects, short waits, small answers. */
@ApplicationScoped
class SnsOverHttp implements SnsEndpoints {

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final int LARGEST = 64 * 1024;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(WITHIN).followRedirects(Redirect.NEVER).build();

  @Override
  @CacheResult(cacheName = "sns-certificates")
  public X509Certificate certificate(URI url) {
    byte[] pem = get(url);
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem));
    } catch (CertificateException malformed) {
      throw new SnsUnreachable(url, malformed);
    }
  }

  @Override
  public void visit(URI url) {
    get(url);
  }

  private byte[] get(URI url) {
    try {
      HttpResponse<InputStream> answer =
          http.send(
              HttpRequest.newBuilder(url).timeout(WITHIN).build(), BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] bytes = body.readNBytes(LARGEST);
        if (answer.statusCode() != 200) {
          throw new SnsUnreachable(url, null);
        }
        return bytes;
      }
    } catch (IOException unreachable) {
      throw new SnsUnreachable(url, unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new SnsUnreachable(url, stopped);
    }
  }
}
