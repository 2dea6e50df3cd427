package org.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class EditionMailTest {

  private static final int CLIPPED = 102 * 1024;

  static Stream<EditionView> editions() {
    return Stream.of(
        EditionSamples.seven(),
        EditionSamples.fifty(),
        EditionSamples.longest(),
        EditionSamples.hostile(),
        EditionSamples.nothing());
  }

  @Test
  void titlesAreEscapedOnceInHtmlAndNotAtAllInText() {
    EditionMail mail = EditionMail.of(EditionSamples.seven());

    assertThat(mail.html())
        .contains("&lt;b&gt;{\\Psi}&lt;/b&gt; ${x} &amp; &quot;y&quot;: Reward Models on $O(n^2)$");
    assertThat(mail.text()).contains("<b>{\\Psi}</b> ${x} & \"y\": Reward Models on $O(n^2)$");
  }

  @ParameterizedTest
  @MethodSource("editions")
  void bothPartsHoldTheSamePapersReasonsAndLinks(EditionView edition) {
    EditionMail mail = EditionMail.of(edition);
    String text = mail.text().replaceAll("\\s+", " ");
    String html = visible(mail.html());

    Fit fit = fitOf(edition);
    for (EditionView.Item item : EditionSamples.items(edition)) {
      String reason = fit.reason(item).plain().strip();
      assertThat(text).contains(fit.title(item.paper()), reason, fit.alsoFor(item));
      assertThat(html).contains(fit.title(item.paper()), reason, fit.alsoFor(item));
      assertThat(text).contains("https://arxiv.org/abs/" + item.paper().identifier());
      for (PaperView.Link link : fit.links(item.paper())) {
        assertThat(text).contains(link.label() + ": " + link.url());
        assertThat(mail.html()).contains("href=\"" + link.url().replace("&", "&amp;") + "\"");
      }
    }
    for (String url :
        List.of(edition.editionUrl(), edition.preferencesUrl(), edition.unsubscribeUrl())) {
      assertThat(text).contains(url);
      assertThat(mail.html()).contains(url);
    }
    assertThat(text).contains(edition.postalAddress());
    assertThat(html).contains(edition.postalAddress());
  }

  @ParameterizedTest
  @MethodSource("editions")
  void gmailDoesNotClipIt(EditionView edition) {
    assertThat(EditionMail.of(edition).html().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(CLIPPED);
  }

  @ParameterizedTest
  @MethodSource("editions")
  void textKeepsToItsColumnsExceptForLinks(EditionView edition) {
    if (edition.equals(EditionSamples.hostile())) {
      return; // Its words are longer than a line.
    }
    assertThat(EditionMail.of(edition).text().lines())
        .filteredOn(line -> !line.contains("://"))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(72));
  }

  @ParameterizedTest
  @MethodSource("editions")
  void subjectIsOneShortLine(EditionView edition) {
    assertThat(EditionMail.of(edition).subject()).hasSizeBetween(10, 120).doesNotContain("\n");
  }

  @Test
  void fiftyOrdinaryPapersKeepTheirSentences() {
    assertThat(fitOf(EditionSamples.fifty())).isIn(Fit.AMPLE, Fit.SHORT);
  }

  @Test
  void anEmptyEditionSaysSo() {
    EditionMail mail = EditionMail.of(EditionSamples.nothing());

    assertThat(mail.subject())
        .isEqualTo("Nothing new for you on Monday 4 May, but 2 trending papers");
    assertThat(mail.text()).contains("There is nothing new for you this time.");
    assertThat(mail.html()).contains("There is nothing new for you this time.");
  }

  @Test
  void editionsAreWrittenDownToBeLookedAt() throws IOException {
    Path look = Files.createDirectories(Path.of("target", "look"));
    write(look, "edition", EditionSamples.seven());
    write(look, "edition-fifty", EditionSamples.fifty());
    write(look, "edition-longest", EditionSamples.longest());
    write(look, "edition-hostile", EditionSamples.hostile());
    write(look, "edition-nothing", EditionSamples.nothing());
  }

  private static void write(Path folder, String name, EditionView edition) throws IOException {
    EditionMail mail = EditionMail.of(edition);
    Files.writeString(folder.resolve(name + ".html"), mail.html());
    Files.writeString(folder.resolve(name + ".txt"), mail.subject() + "\n\n" + mail.text());
  }

  private static Fit fitOf(EditionView edition) {
    String html = EditionMail.of(edition).html();
    return Stream.of(Fit.values())
        .filter(fit -> EditionMail.render(edition, fit, DigestMail.HTML).equals(html))
        .findFirst()
        .orElseThrow();
  }

  private static String visible(String html) {
    return html.replaceAll("(?s)<style>.*?</style>", "")
        .replaceAll("<[^>]+>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ");
  }
}
