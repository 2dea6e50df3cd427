package org.paperround.paper.source;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndPerson;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.paperround.base.InvalidPaperId;
import org.paperround.base.PaperId;
import org.paperround.paper.PaperSource;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourcedPaper;

/**
 * A journal or blog by its RSS or Atom feed. A paper is known by an arXiv id or DOI where the entry
 * names one, else by its link. An entry without an abstract is rejected: there is nothing to match.
 */
final class FeedSource implements PaperSource {

  private static final Pattern NAMES_A_WORK =
      Pattern.compile(
          "(?:arxiv|oai:arxiv\\.org|doi):|https?://(?:[a-z]+\\.)?(?:arxiv|doi)\\.org/",
          Pattern.CASE_INSENSITIVE);

  private final String name;
  private final URI address;
  private final SourceHttp http;
  private final BiConsumer<String, URI> rule;
  private final Clock clock;

  FeedSource(String name, URI address, SourceHttp http, BiConsumer<String, URI> rule, Clock clock) {
    this.name = name;
    this.address = address;
    this.http = http;
    this.rule = rule;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean hasDays() {
    return false;
  }

  /** All feeds are asked at the same times. */
  @Override
  public String settings() {
    return "paperround.sources.feeds";
  }

  @Override
  public SourceAnswer fetch(LocalDate date) {
    String who = "The feed " + name;
    SourceCall call =
        SourceCall.of(who, address, "application/rss+xml, application/atom+xml, application/xml")
            .within(rule);
    ReadPapers papers = new ReadPapers();
    papers.each(FeedReader.read(who, http.get(call)).getEntries(), this::paper);
    return papers.answer();
  }

  private SourcedPaper paper(SyndEntry entry) {
    PaperId id = identity(entry);
    Instant now = clock.instant();
    Instant dated =
        Optional.ofNullable(entry.getPublishedDate())
            .or(() -> Optional.ofNullable(entry.getUpdatedDate()))
            .map(Date::toInstant)
            .filter(instant -> instant.isBefore(now))
            .orElse(null);
    return SourcedPaper.of(name, id, HtmlText.plain(entry.getTitle()), summary(entry))
        .authors(authors(entry))
        .announcedAt(dated)
        .publishedOn(dated == null ? null : LocalDate.ofInstant(dated, ZoneOffset.UTC))
        .page(entry.getLink())
        .build();
  }

  /** What names the work comes before what names the page. */
  private PaperId identity(SyndEntry entry) {
    Stream<String> named =
        Stream.of(
                dublinCore(entry),
                entry.getForeignMarkup().stream().map(FeedSource::foreign),
                Stream.of(entry.getUri(), entry.getLink()))
            .flatMap(texts -> texts);
    return named
        .filter(Objects::nonNull)
        .map(String::strip)
        .filter(text -> NAMES_A_WORK.matcher(text).lookingAt())
        .flatMap(text -> work(text).stream())
        .findFirst()
        .orElseGet(() -> PaperId.parse(page(Objects.toString(entry.getLink(), "")), name));
  }

  private static Stream<String> dublinCore(SyndEntry entry) {
    return entry.getModule(DCModule.URI) instanceof DCModule module
        ? module.getIdentifiers().stream()
        : Stream.empty();
  }

  /** {@code prism:doi} says by its name that it is one. */
  private static String foreign(Element element) {
    String text = element.getTextTrim();
    return element.getName().equals("doi") && text.startsWith("10.") ? "doi:" + text : text;
  }

  private Optional<PaperId> work(String text) {
    try {
      return Optional.of(PaperId.parse(text, name))
          .filter(id -> id.isArxiv() || id.value().startsWith("doi:"));
    } catch (InvalidPaperId none) {
      return Optional.empty();
    }
  }

  /** The link without what does not belong to the page: where in it, and who sent us. */
  private String page(String link) {
    String address = link.strip().replaceFirst("#.*", "");
    int query = address.indexOf('?');
    if (query >= 0) {
      String kept =
          Arrays.stream(address.substring(query + 1).split("&"))
              .filter(parameter -> !parameter.startsWith("utm_"))
              .collect(Collectors.joining("&"));
      address = address.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept);
    }
    // What is no address is a key of the feed's own, whatever it looks like.
    return address.isEmpty() || address.contains("://") ? address : name + ":" + address;
  }

  private static List<String> authors(SyndEntry entry) {
    List<String> persons = entry.getAuthors().stream().map(SyndPerson::getName).toList();
    if (!persons.isEmpty()) {
      return persons.stream().filter(Objects::nonNull).toList();
    }
    return entry.getModule(DCModule.URI) instanceof DCModule module
        ? List.copyOf(module.getCreators())
        : List.of();
  }

  /** The longest the feed has, without its HTML. */
  private static String summary(SyndEntry entry) {
    return Stream.concat(Stream.ofNullable(entry.getDescription()), entry.getContents().stream())
        .map(SyndContent::getValue)
        .map(HtmlText::plain)
        .max((one, other) -> Integer.compare(one.length(), other.length()))
        .orElse("");
  }
}
