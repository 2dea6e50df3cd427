package org.paperround.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.paperround.paper.source.FakeSource.body;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.paper.RejectedPaper;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;
import org.paperround.paper.SourcedPaper;

@QuarkusTest
class FeedSourceTest extends SourceContract {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC);
  private static final BiConsumer<String, URI> ANYWHERE = (who, address) -> {};

  FeedSourceTest() {
    super("The feed journal");
  }

  @Override
  FeedSource source(URI url) {
    return new FeedSource("journal", url, http, ANYWHERE, NOON);
  }

  @Override
  Map<String, String> unreadable() {
    String noFeed = "answered with something that is no RSS or Atom feed";
    return Map.of("[]", noFeed, "", noFeed, "<rss>", noFeed, "<y/>", noFeed);
  }

  private static FakeSource.Answer rss(String... items) {
    String start =
        """
        <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><channel><title>J</title>
        """;
    return body(200, "application/rss+xml", start + String.join("", items) + "</channel></rss>");
  }

  @Test
  void aJournalsEntriesArePapers() {
    server.answersInTurn(
        body(
            200,
            "application/rss+xml",
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><channel><title>J</title>
            <item><title>Counting &lt;i&gt;sheep&lt;/i&gt;</title><link>https://j.example/1</link>
              <dc:creator>Ada One</dc:creator><dc:creator>Ben Two</dc:creator>
              <prism:doi>10.1000/J.1</prism:doi>
              <description>&lt;p&gt;We count &lt;b&gt;sheep&lt;/b&gt; at night.&lt;/p&gt;</description>
              <pubDate>Mon, 04 May 2026 08:00:00 GMT</pubDate></item>
            <item><title>By its link</title><link>https://j.example/2</link>
              <description>An abstract.</description>
              <pubDate>Tue, 05 May 2026 08:00:00 GMT</pubDate></item>
            <item><title>A preprint</title><link>https://arxiv.org/abs/2605.00001v2</link>
              <description>An abstract.</description></item>
            <item><title>Without an abstract</title><link>https://j.example/3</link></item>
            </channel></rss>
            """));
    SourceAnswer answer = fetch();
    assertThat(answer.papers())
        .extracting(paper -> paper.id().value())
        .containsExactly("doi:10.1000/j.1", "journal:https://j.example/2", "2605.00001");
    SourcedPaper first = answer.papers().get(0);
    assertThat(first.title()).isEqualTo("Counting sheep");
    assertThat(first.summary()).isEqualTo("We count sheep at night.");
    assertThat(first.authors()).containsExactly("Ada One", "Ben Two");
    assertThat(first.announcedAt()).isEqualTo(Instant.parse("2026-05-04T08:00:00Z"));
    assertThat(first.links().abstractUrl()).isEqualTo("https://j.example/1");
    // A date to come is none.
    assertThat(answer.papers().get(1).announcedAt()).isNull();
    assertThat(answer.rejected()).containsExactly(new RejectedPaper(3, "abstract is missing"));
  }

  @Test
  void anAtomFeedIsAsGood() {
    server.answersInTurn(
        body(
            200,
            "application/atom+xml",
            """
            <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>B</title>
            <id>urn:b</id><updated>2026-05-04T00:00:00Z</updated>
            <entry><id>urn:b:1</id><title>A post</title><link href="https://b.example/1"/>
            <author><name>Cem Three</name></author><updated>2026-05-03T10:00:00Z</updated>
            <content type="html">&lt;p&gt;Long text.&lt;/p&gt;</content><summary>Short.</summary>
            </entry></feed>
            """));
    SourcedPaper post = fetch().papers().get(0);
    assertThat(post.id().value()).isEqualTo("journal:https://b.example/1");
    assertThat(post.authors()).containsExactly("Cem Three");
    assertThat(post.summary()).isEqualTo("Long text.");
    assertThat(post.announcedAt()).isEqualTo(Instant.parse("2026-05-03T10:00:00Z"));
  }

  @Test
  void aFeedInThePrivateNetworkIsRefusedUnlessAllowedAndNotEvenAsked() {
    FeedSource guarded =
        new FeedSource("journal", server.url(), http, PublicAddress::require, NOON);
    assertThatThrownBy(() -> guarded.fetch(DAY))
        .isInstanceOf(SourceFailure.class)
        .hasMessage(
            "The feed journal is at a private address;"
                + " paperround.sources.feeds.allow-private permits that");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "<guid>post/2312001</guid>, journal:https://j.example/1",
        "<guid>2605.00001</guid>, journal:https://j.example/1",
        "<guid>10.1000/x</guid>, journal:https://j.example/1",
        "<prism:number>2605.00001</prism:number>, journal:https://j.example/1",
        "<guid>doi:nonsense</guid>, journal:https://j.example/1",
        "<guid>https://arxiv.org/list/cs.CL/recent</guid>, journal:https://j.example/1",
        "<guid>https://j.example/post/2312001</guid>, journal:https://j.example/1",
        "<guid>arXiv:2605.00001v2</guid>, 2605.00001",
        "<guid>oai:arXiv.org:2605.00001v2</guid>, 2605.00001",
        "<guid>https://arxiv.org/abs/2605.00001</guid>, 2605.00001",
        "<dc:identifier>doi:10.1000/x</dc:identifier>, doi:10.1000/x",
        "<dc:identifier>https://doi.org/10.1000/x</dc:identifier>, doi:10.1000/x",
        "<prism:doi>10.1000/x</prism:doi>, doi:10.1000/x",
        "<prism:doi>https://dx.doi.org/10.1000/x</prism:doi>, doi:10.1000/x"
      })
  void onlyWhatSaysThatItIsAnArxivIdOrDoiIsOne(String named, String id) {
    server.answersInTurn(
        rss(
            "<item><title>T</title><description>A</description><link>https://j.example/1</link>"
                + named
                + "</item>"));
    assertThat(fetch().papers()).extracting(paper -> paper.id().value()).containsExactly(id);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "https://j.example/1?utm_source=rss#top, journal:https://j.example/1",
    "https://j.example/?p=7&amp;utm_medium=feed&amp;q=a, journal:https://j.example/?p=7&q=a",
    "https://j.example/a?, journal:https://j.example/a",
    "post/2312001, journal:post/2312001",
    "/1, journal:/1",
    "https://arxiv.org/abs/2605.00001?utm_source=x, 2605.00001"
  })
  void aPageIsTheSameWhereverInItAndWhoeverSendsUs(String link, String id) {
    server.answersInTurn(
        rss("<item><title>T</title><description>A</description><link>" + link + "</link></item>"));
    assertThat(fetch().papers()).extracting(paper -> paper.id().value()).containsExactly(id);
  }

  @Test
  void aPaperThatComesTwiceIsOnePaperAndOneWithoutAnythingToKnowItByIsRejected() {
    String item = "<item><title>T</title><description>A</description>%s</item>";
    server.answersInTurn(
        rss(
            item.formatted("<link>https://j.example/1</link>"),
            item.formatted("<link>https://j.example/1#comments</link>"),
            item.formatted("")));
    SourceAnswer answer = fetch();
    assertThat(answer.papers()).hasSize(1);
    assertThat(answer.rejected())
        .containsExactly(new RejectedPaper(2, "id is no arXiv id, DOI or source:key"));
  }
}
