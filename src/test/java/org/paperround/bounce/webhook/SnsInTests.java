package org.paperround.bounce.webhook;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.paperround.bounce.Fixture;

/** Amazon SNS with a certificate made for these tests, and a note of what it was asked. */
@Alternative
@Priority(1)
@ApplicationScoped
class SnsInTests implements SnsEndpoints {

  private final List<URI> fetched = new CopyOnWriteArrayList<>();
  private final List<URI> visited = new CopyOnWriteArrayList<>();

  List<URI> fetched() {
    return fetched;
  }

  List<URI> visited() {
    return visited;
  }

  @Override
  public X509Certificate certificate(URI url) {
    fetched.add(url);
    try {
      byte[] pem = Fixture.read("/bounce/webhook/sns.pem").getBytes(StandardCharsets.US_ASCII);
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem));
    } catch (java.security.cert.CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void visit(URI url) {
    visited.add(url);
  }

  /** Signs as Amazon does. */
  static String sign(String algorithm, String text) {
    try {
      String pem =
          Fixture.read("/bounce/webhook/sns-key.pem").replaceAll("-----[A-Z ]+-----|\\s", "");
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
