package org.paperround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.base.EmailAddress;

@QuarkusTest
class EnvelopeSenderTest {

  @Inject EnvelopeSender envelopeSender;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4711, Long.MAX_VALUE})
  void whatWeMadeIsKnownAgainInAnyCase(long mail) {
    EmailAddress address = envelopeSender.of(mail);
    assertThat(EmailAddress.parse(address.toString())).isEqualTo(address);
    assertThat(address.localPart()).hasSize(34).matches("b-[a-z2-7]{32}");
    assertThat(envelopeSender.mailOf(address.localPart())).hasValue(mail);
    assertThat(envelopeSender.mailOf(address.localPart().toUpperCase(Locale.ROOT))).hasValue(mail);
  }

  @Test
  void anAddressChangedInOneLetterIsNotOurs() {
    String ours = envelopeSender.of(4711).localPart();
    for (int i = 2; i < ours.length(); i++) {
      char other = ours.charAt(i) == 'a' ? 'b' : 'a';
      String forged = ours.substring(0, i) + other + ours.substring(i + 1);
      assertThat(envelopeSender.mailOf(forged)).as(forged).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "b-",
        "digest",
        "b-11111111111111111111111111111111",
        "b-ééééééééééééééééééééééééééééééé"
      })
  void whatIsNoSuchAddressIsNotOurs(String localPart) {
    assertThat(envelopeSender.mailOf(localPart)).isEmpty();
  }
}
