package org.paperround.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of one paper, checked and tidied: text in one line, NFC, and TeX made
 * readable but in our own format; null or empty where the source says nothing. Built with {@link
 * #of}.
 *
 * @param source the name of the source, at most 40 characters
 * @param title required, at most 1000 characters
 * @param summary the abstract; required, at most 20,000 characters
 * @param authors at most 5000, each at most 300 characters
 * @param organization at most 300 characters
 * @param categories at most 50, such as {@code cs.CL}
 * @param publishedOn the paper's own date
 * @param announcedAt when the source announced it; null: when we first see it. Whole milliseconds
 * @param announcedBefore of a paper that is only mentioned again, such as a replacement: it was
 *     announced before this, nobody says when. Counts where no source gives the announcement
 * @param statedOn the day whose state this is, so that an older statement of the same source that
 *     comes late replaces nothing; null: the newest
 * @param votes not negative
 * @param comments not negative
 * @param written what title and abstract were before they were made readable; worked out here
 * @param links for an arXiv id the abstract and the PDF are arXiv's, whatever the source says
 */
public record SourcedPaper(
    String source,
    PaperId id,
    String title,
    String summary,
    List<String> authors,
    @Nullable String organization,
    List<String> categories,
    @Nullable LocalDate publishedOn,
    @Nullable Instant announcedAt,
    @Nullable Instant announcedBefore,
    @Nullable LocalDate statedOn,
    @Nullable Integer votes,
    @Nullable Integer comments,
    PaperLinks links,
    @Nullable TexSource written) {

  /** The most authors a paper may have. */
  public static final int MOST_AUTHORS = 5000;

  /** The longest name of an author or an organisation, in characters. */
  public static final int LONGEST_NAME = 300;

  static final int LONGEST_TITLE = 1000;
  static final int LONGEST_SUMMARY = 20_000;
  private static final int MOST_CATEGORIES = 50;
  private static final Pattern CATEGORY = Pattern.compile("[A-Za-z][A-Za-z0-9.-]{0,39}");
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2199;

  /**
   * Checks and tidies.
   *
   * @throws InvalidPaper naming the first field that cannot be kept
   */
  public SourcedPaper {
    String writtenTitle = title;
    String writtenSummary = summary;
    // What is handed over in our own format means what it says.
    UnaryOperator<String> line =
        source.equals(IngestPapers.FILE) ? PaperText::line : SourcedPaper::readableLine;
    title = required("title", line.apply(title), LONGEST_TITLE);
    summary = required("abstract", line.apply(summary), LONGEST_SUMMARY);
    written = TexSource.of(writtenTitle, title, writtenSummary, summary);
    authors = authors.stream().map(line).filter(name -> !name.isEmpty()).toList();
    if (authors.size() > MOST_AUTHORS) {
      throw new InvalidPaper("authors has more than " + MOST_AUTHORS + " names");
    }
    authors.forEach(name -> shortEnough("authors", name, LONGEST_NAME));
    organization = organization == null ? "" : line.apply(organization);
    shortEnough("organization", organization, LONGEST_NAME);
    organization = organization.isEmpty() ? null : organization;
    categories = categories.stream().map(String::strip).distinct().toList();
    if (categories.size() > MOST_CATEGORIES) {
      throw new InvalidPaper("categories has more than " + MOST_CATEGORIES + " entries");
    }
    if (!categories.stream().allMatch(category -> CATEGORY.matcher(category).matches())) {
      throw new InvalidPaper("categories must be like cs.CL");
    }
    if (publishedOn != null) {
      plausible("publishedOn", publishedOn);
    }
    if (announcedAt != null) {
      plausible("announcedAt", announcedAt.atZone(ZoneOffset.UTC).toLocalDate());
      announcedAt = announcedAt.truncatedTo(ChronoUnit.MILLIS);
    }
    notNegative("votes", votes);
    notNegative("comments", comments);
    links =
        new PaperLinks(
            id.isArxiv()
                ? id.abstractUrl().orElseThrow()
                : checked("abstract", links.abstractUrl()),
            id.isArxiv() ? id.pdfUrl().orElseThrow() : checked("pdf", links.pdfUrl()),
            checked("code", links.codeUrl()),
            checked("project", links.projectUrl()));
  }

  private static String required(String field, String line, int longest) {
    if (line.isEmpty()) {
      throw new InvalidPaper(field + " is missing");
    }
    shortEnough(field, line, longest);
    return line;
  }

  private static String readableLine(String text) {
    return PaperText.line(TexText.readable(PaperText.line(text)));
  }

  private static void shortEnough(String field, String line, int longest) {
    if (line.length() > longest) {
      throw new InvalidPaper(field + " is longer than " + longest + " characters");
    }
  }

  /** Whether a date is near enough to our time to be kept. */
  public static boolean isPlausible(LocalDate date) {
    return date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR;
  }

  private static void plausible(String field, LocalDate date) {
    if (!isPlausible(date)) {
      throw new InvalidPaper(
          field + " is not between the years " + EARLIEST_YEAR + " and " + LATEST_YEAR);
    }
  }

  private static void notNegative(String field, @Nullable Integer count) {
    if (count != null && count < 0) {
      throw new InvalidPaper(field + " is negative");
    }
  }

  private static @Nullable String checked(String link, @Nullable String address) {
    if (address == null) {
      return null;
    }
    return PaperLinks.address(address)
        .orElseThrow(() -> new InvalidPaper("links." + link + " is no http or https address"));
  }

  /** Begins with what every paper must have; nothing is checked before {@link Builder#build}. */
  public static Builder of(String source, PaperId id, String title, String summary) {
    return new Builder(source, id, title, summary);
  }

  /** Takes what a source may say besides; every part may be left out or null. */
  public static final class Builder {

    private final String source;
    private final PaperId id;
    private final String title;
    private final String summary;
    private List<String> authors = List.of();
    private @Nullable String organization;
    private List<String> categories = List.of();
    private @Nullable LocalDate publishedOn;
    private @Nullable Instant announcedAt;
    private @Nullable Instant announcedBefore;
    private @Nullable LocalDate statedOn;
    private @Nullable Integer votes;
    private @Nullable Integer comments;
    private PaperLinks links = PaperLinks.NONE;

    private Builder(String source, PaperId id, String title, String summary) {
      this.source = source;
      this.id = id;
      this.title = title;
      this.summary = summary;
    }

    /** In the order of the paper. */
    public Builder authors(List<String> names) {
      this.authors = names;
      return this;
    }

    /** Where it was written. */
    public Builder organization(@Nullable String name) {
      this.organization = name;
      return this;
    }

    /** The primary one first. */
    public Builder categories(List<String> names) {
      this.categories = names;
      return this;
    }

    /** The paper's own date. */
    public Builder publishedOn(@Nullable LocalDate date) {
      this.publishedOn = date;
      return this;
    }

    /** When this source announced it. */
    public Builder announcedAt(@Nullable Instant instant) {
      this.announcedAt = instant;
      return this;
    }

    /** It was announced before this, and is not announced now. */
    public Builder announcedBefore(@Nullable Instant instant) {
      this.announcedBefore = instant;
      return this;
    }

    /** The day whose state this is. */
    public Builder statedOn(@Nullable LocalDate day) {
      this.statedOn = day;
      return this;
    }

    /** How many people voted for it. */
    public Builder votes(@Nullable Integer count) {
      this.votes = count;
      return this;
    }

    /** How many comments it has. */
    public Builder comments(@Nullable Integer count) {
      this.comments = count;
      return this;
    }

    /** Where more is found. */
    public Builder links(PaperLinks addresses) {
      this.links = addresses;
      return this;
    }

    /**
     * The paper, checked.
     *
     * @throws InvalidPaper naming the first field that cannot be kept
     */
    public SourcedPaper build() {
      return new SourcedPaper(
          source,
          id,
          title,
          summary,
          authors,
          organization,
          categories,
          publishedOn,
          announcedAt,
          announcedBefore,
          statedOn,
          votes,
          comments,
          links,
          null);
    }
  }
}
