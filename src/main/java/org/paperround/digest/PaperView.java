package org.paperround.digest;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.paperround.base.PaperId;

/**
 * A paper as mails and pages show it. Text is data: escaped once in HTML, never interpreted.
 *
 * @param identifier the arXiv id or DOI
 * @param url where the title leads: the abstract
 * @param authors full names in the paper's order
 * @param publishedOn the paper's own date
 * @param abstractText the whole abstract; what is shown is an {@link #excerpt}
 * @param links abstract, PDF, code, in this order; any that is no web address is left out
 */
public record PaperView(
    String identifier,
    String title,
    @Nullable String url,
    List<String> authors,
    @Nullable String organization,
    @Nullable LocalDate publishedOn,
    int votes,
    int comments,
    String abstractText,
    List<Link> links) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_URL = 250;
  private static final int EXCERPT = 320;

  public PaperView {
    identifier = Line.of(identifier);
    title = Line.cut(Line.of(title), LONGEST_TITLE);
    url = isWebAddress(url) ? url : null;
    authors = authors.stream().map(name -> Line.cut(Line.of(name), LONGEST_NAME)).toList();
    organization = organization == null ? null : Line.cut(Line.of(organization), LONGEST_NAME);
    abstractText = Line.of(abstractText);
    links = links.stream().filter(link -> isWebAddress(link.url())).toList();
  }

  /** A place to read on: "abstract", "PDF", "code". */
  public record Link(String label, String url) {}

  private static boolean isWebAddress(@Nullable String url) {
    if (url == null || url.length() > LONGEST_URL) {
      return false;
    }
    try {
      URI uri = new URI(url);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  /** Few views are of the same paper, and to look at the rest takes long: views are keys. */
  @Override
  public int hashCode() {
    return identifier.hashCode() * 31 + votes;
  }

  /** The identity as the end of a path. */
  public String path() {
    return new PaperId(identifier).path();
  }

  /** The quiet line: first authors +n · organisation · date · ▲ votes · comments. */
  public String byline() {
    List<String> facts = new ArrayList<>();
    if (!authors.isEmpty()) {
      facts.add(authorsShortened());
    }
    if (organization != null && !organization.isEmpty()) {
      facts.add(organization);
    }
    if (publishedOn != null) {
      facts.add(Line.unbroken(DATE.format(publishedOn)));
    }
    if (votes > 0) {
      facts.add(Line.unbroken("▲ " + Line.count(votes, "vote")));
    }
    if (comments > 0) {
      facts.add(Line.unbroken(Line.count(comments, "comment")));
    }
    return String.join(Line.NO_BREAK + "· ", facts);
  }

  private String authorsShortened() {
    List<String> names = authors.stream().map(Line::unbroken).toList();
    return names.size() <= 3
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 2)) + Line.NO_BREAK + "+" + (names.size() - 2);
  }

  /** Two or three sentences of the abstract. */
  public String excerpt() {
    return excerpt(EXCERPT);
  }

  /** Whole sentences of the abstract, in about so many characters; none for 0. */
  public String excerpt(int characters) {
    return Excerpt.of(abstractText, characters);
  }
}
