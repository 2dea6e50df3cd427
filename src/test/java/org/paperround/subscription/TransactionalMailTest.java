package org.paperround.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class TransactionalMailTest {

  private static final String URL = "https://papers.example/";
  private static final String TOKEN =
      "AQQAAAAAAAAAKgAAAABp-kgAoLq3mXz0dZ5pXw1rT8vY2cQkJ6uB4nHsE9fLgD7iMb0";
  private static final String ADDRESS = "Paperround, 1 Example Street, 12345 Exampletown";

  static Stream<TransactionalMail> mails() {
    return Stream.of(confirmation(), preferencesLink());
  }

  private static TransactionalMail confirmation() {
    return TransactionalMail.confirmation(
        new ConfirmationView(URL + "confirm/" + TOKEN, 7, ADDRESS));
  }

  private static TransactionalMail preferencesLink() {
    return TransactionalMail.preferencesLink(
        new PreferencesLinkView(URL + "preferences/" + TOKEN, 30, ADDRESS));
  }

  @Test
  void confirmationSaysHowLongItsLinkWorks() {
    assertThat(confirmation().text()).contains("7 days", URL + "confirm/" + TOKEN);
    assertThat(confirmation().html()).contains("7 days", URL + "confirm/" + TOKEN);
  }

  @Test
  void preferencesMailHoldsItsLinkInBothParts() {
    assertThat(preferencesLink().text()).contains("30 days", URL + "preferences/" + TOKEN);
    assertThat(preferencesLink().html()).contains("30 days", URL + "preferences/" + TOKEN);
  }

  @ParameterizedTest
  @MethodSource("mails")
  void noTransactionalMailHasAnUnsubscribeLink(TransactionalMail mail) {
    assertThat(mail.text()).doesNotContain("/unsubscribe/").contains(ADDRESS);
    assertThat(mail.html()).doesNotContain("/unsubscribe/").contains(ADDRESS);
  }

  @ParameterizedTest
  @MethodSource("mails")
  void textKeepsToItsColumns(TransactionalMail mail) {
    assertThat(mail.text().lines())
        .filteredOn(line -> !line.contains("://"))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(72));
  }

  @Test
  void mailsAreWrittenDownToBeLookedAt() throws IOException {
    Path look = Files.createDirectories(Path.of("target", "look"));
    Files.writeString(look.resolve("confirmation.html"), confirmation().html());
    Files.writeString(look.resolve("confirmation.txt"), confirmation().text());
    Files.writeString(look.resolve("preferences-link.html"), preferencesLink().html());
    Files.writeString(look.resolve("preferences-link.txt"), preferencesLink().text());
  }
}
