package org.paperround.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.Result;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paperround.base.EmailAddress;
import org.paperround.delivery.smtp.RelayReply;

@QuarkusTest
@TestProfile(SignedMailTest.Signing.class)
class SignedMailTest {

  private static final KeyPair KEY = newKey();

  /** With a fresh key in the form that docs/operating.md tells to make. */
  public static class Signing extends DeliveryProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("quarkus.mailer.dkim.enabled", "true");
      settings.put(
          "quarkus.mailer.dkim.private-key",
          Base64.getMimeEncoder().encodeToString(KEY.getPrivate().getEncoded()));
      settings.put("quarkus.mailer.dkim.sdid", "paperround.example");
      settings.put("quarkus.mailer.dkim.selector", "paperround");
      settings.put("test.public-key", base64(KEY.getPublic().getEncoded()));
      return settings;
    }
  }

  @Inject Outbox outbox;
  @Inject OutboxDrain drain;
  @Inject RelayGate gate;

  @ConfigProperty(name = "quarkus.mailer.port")
  int port;

  @ConfigProperty(name = "test.public-key")
  String publicKey;

  private ScriptedRelay relay;

  @BeforeEach
  void openTheRelay() {
    drain.stop();
    relay = new ScriptedRelay(port);
    gate.observe(0, new RelayReply.Accepted("a fresh relay"));
  }

  @AfterEach
  void closeTheRelay() {
    drain.stop();
    relay.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = MailKind.class,
      names = {"EDITION", "CONFIRMATION"})
  void theSignatureOfAMailVerifies(MailKind kind) throws Exception {
    String reader = kind.name().toLowerCase(Locale.ROOT) + "@example.org";
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.accept(new MailRequest(kind, EmailAddress.parse(reader), 1, 7L)));
    drain.start();
    await().until(() -> !relay.takenBy(reader).isEmpty());

    String message = relay.takenBy(reader).get(0).message();
    DKIMVerifier verifier =
        new DKIMVerifier((method, selector, domain) -> List.of("v=DKIM1; k=rsa; p=" + publicKey));
    verifier.verify(new ByteArrayInputStream(message.getBytes(StandardCharsets.US_ASCII)));

    assertThat(verifier.getResults())
        .extracting(Result::getResultType)
        .containsExactly(Result.Type.PASS);
  }

  private static String base64(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
      keys.initialize(2048);
      return keys.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
