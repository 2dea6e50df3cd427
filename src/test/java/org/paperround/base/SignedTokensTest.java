package org.paperround.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.base.SignedToken.Expired;
import org.paperround.base.SignedToken.Forged;
import org.paperround.base.SignedToken.Purpose;
import org.paperround.base.SignedToken.Valid;

class SignedTokensTest {

  private static final String OLD = "the-old-secret-0123456789-0123456789";
  private static final String NEW = "the-new-secret-0123456789-0123456789";
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~+/=";
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private final TestClock clock = new TestClock();

  private SignedTokens tokens(String... secrets) {
    return new SignedTokens(
        new ServiceConfig() {
          @Override
          public URI baseUrl() {
            throw new AssertionError("Not asked for");
          }

          @Override
          public List<String> secret() {
            return Arrays.asList(secrets);
          }

          @Override
          public Duration clockOffset() {
            throw new AssertionError("Not asked for");
          }

          @Override
          public String postalAddress() {
            throw new AssertionError("Not asked for");
          }
        },
        clock);
  }

  @ParameterizedTest
  @EnumSource
  void aTokenIsReadForItsOwnPurposeOnly(Purpose purpose) {
    String token = tokens(OLD).sign(purpose, 42, null);

    assertThat(token).matches("[A-Za-z0-9._~-]+");
    for (Purpose asked : Purpose.values()) {
      assertThat(tokens(OLD).read(asked, token))
          .isEqualTo(
              asked == purpose ? new Valid(new SignedToken(purpose, 42, null)) : new Forged());
    }
  }

  @Test
  void aNewSecretSignsAndTheOldOneStillVerifies() {
    String before = tokens(OLD).sign(Purpose.UNSUBSCRIBE, 7, null);
    String after = tokens(NEW, OLD).sign(Purpose.UNSUBSCRIBE, 7, null);

    assertThat(tokens(NEW, OLD).read(Purpose.UNSUBSCRIBE, before)).isInstanceOf(Valid.class);
    assertThat(tokens(NEW, OLD).read(Purpose.UNSUBSCRIBE, after)).isInstanceOf(Valid.class);
    assertThat(tokens(NEW).read(Purpose.UNSUBSCRIBE, after)).isInstanceOf(Valid.class);
    assertThat(tokens(NEW).read(Purpose.UNSUBSCRIBE, before)).isInstanceOf(Forged.class);
    assertThat(tokens(OLD).read(Purpose.UNSUBSCRIBE, after)).isInstanceOf(Forged.class);
  }

  @Test
  void noCharacterOfATokenCanBeChanged() {
    SignedTokens tokens = tokens(OLD);
    String token = tokens.sign(Purpose.PREFERENCES, 42, NOON.plusSeconds(1));
    clock.set(NOON);

    for (int place = 0; place < token.length(); place++) {
      for (char other : ALPHABET.toCharArray()) {
        if (other != token.charAt(place)) {
          String tampered = token.substring(0, place) + other + token.substring(place + 1);
          assertThat(tokens.read(Purpose.PREFERENCES, tampered))
              .as(tampered)
              .isInstanceOf(Forged.class);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "A", "AAAA", "\n", " "})
  void nothingCanBeAddedToAToken(String tail) {
    SignedTokens tokens = tokens(OLD);
    String token = tokens.sign(Purpose.UNSUBSCRIBE, 42, null);

    assertThat(tokens.read(Purpose.UNSUBSCRIBE, token)).isInstanceOf(Valid.class);
    assertThat(tokens.read(Purpose.UNSUBSCRIBE, token + tail)).isInstanceOf(Forged.class);
    assertThat(tokens.read(Purpose.UNSUBSCRIBE, tail + token)).isInstanceOf(Forged.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "not a token", "ÄÖÜ", "AQQAAAAAAAAAKgAAAABp"})
  void whatIsNoTokenIsForged(String text) {
    assertThat(tokens(OLD).read(Purpose.UNSUBSCRIBE, text)).isInstanceOf(Forged.class);
  }

  @Test
  void aTokenExpiresAtItsInstantAndSaysWhoseItWas() {
    SignedTokens tokens = tokens(OLD);
    String token = tokens.sign(Purpose.CONFIRMATION, 42, NOON);
    SignedToken read = new SignedToken(Purpose.CONFIRMATION, 42, NOON);

    clock.set(NOON.minusSeconds(10));
    assertThat(tokens.read(Purpose.CONFIRMATION, token)).isEqualTo(new Valid(read));
    clock.set(NOON);
    assertThat(tokens.read(Purpose.CONFIRMATION, token)).isEqualTo(new Expired(read));
  }

  @Test
  void aTokenWithoutAnEndOutlivesTheCentury() {
    SignedTokens tokens = tokens(OLD);
    String token = tokens.sign(Purpose.UNSUBSCRIBE, Long.MAX_VALUE, null);

    clock.set(Instant.parse("2126-01-01T00:00:00Z"));
    assertThat(tokens.read(Purpose.UNSUBSCRIBE, token))
        .isEqualTo(new Valid(new SignedToken(Purpose.UNSUBSCRIBE, Long.MAX_VALUE, null)));
  }
}
