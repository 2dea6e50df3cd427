package org.paperround.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rometools.rome.feed.synd.SyndEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperround.paper.SourceFailure;

class FeedReaderTest {

  private static final int MIB = 1024 * 1024;
  private static final String DEEP =
      "The feed answered with a feed whose elements are nested more than 50 deep";
  private static final String LARGE =
      "The feed answered with a feed of more than 200000 elements and attributes";
  private static final String NO_FEED =
      "The feed answered with something that is no RSS or Atom feed";

  private static String rss(String inside) {
    return "<rss version=\"2.0\"><channel><title>J</title>" + inside + "</channel></rss>";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static List<Arguments> tooMuch() {
    return List.of(
        Arguments.of("deep", rss("<y>".repeat(100_000) + "</y>".repeat(100_000)), DEEP),
        Arguments.of("deep and never closed", "<y>".repeat(6 * MIB), DEEP),
        Arguments.of("many elements", rss("<y/>".repeat(195 * MIB / 40)), LARGE),
        Arguments.of("many attributes", rss("<y a='' b='' c=''/>".repeat(60_000)), LARGE),
        Arguments.of("many comments", "<y>" + "<!---->".repeat(19 * MIB / 7) + "</y>", NO_FEED),
        Arguments.of("many instructions", "<y>" + "<?y?>".repeat(19 * MIB / 5) + "</y>", NO_FEED),
        Arguments.of("a document type", "<!DOCTYPE rss>" + rss(""), NO_FEED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tooMuch")
  void whatIsTooMuchIsRefusedBeforeItIsATree(String name, String body, String reason) {
    assertThatThrownBy(() -> FeedReader.read("The feed", bytes(body)))
        .isInstanceOf(SourceFailure.class)
        .hasMessage(reason);
  }

  @Test
  void commentsAndCharacterDataAreNoHindrance() {
    String item =
        "<!-- c --><item><title>One<!-- c --> and<?p i?> <![CDATA[two &]]>&nbsp;three</title></item>";
    List<SyndEntry> entries =
        FeedReader.read("The feed", bytes("\n<?xml version=\"1.0\"?>" + rss(item))).getEntries();
    assertThat(entries)
        .singleElement()
        .satisfies(entry -> assertThat(entry.getTitle()).isEqualTo("One and two &\u00a0three"));
  }

  @Test
  void aLargeFeedIsRead() {
    String item = "<item><title>T</title><link>https://j.example/</link><author>A</author></item>";
    assertThat(FeedReader.read("The feed", bytes(rss(item.repeat(20_000)))).getEntries())
        .hasSize(20_000);
  }
}
