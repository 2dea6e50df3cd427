package org.paperround.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paperround.base.PaperId;

/**
 * What one source says of one paper, checked and tidied: text in one line, NFC, and TeX made
 * readable but in our own format; null or empty where the source says nothing. Built with {@link
 * #of}; a limit that an optional part exceeds is a mistake in our own format only, of other sources
 * the part is left out or cut.
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
 * @param written what title and abstract were before they were made readable
 * @param links for an arXiv id the abstract and the PDF are arXiv's, whatever the source says; for
 *     a DOI without a page that of doi.org, but in our own format
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
  // No digest looks further back.
  private static final int DAYS_OUT_OF_SIGHT = 15;

  /** Copies the lists; what is in it was checked by {@link Builder#build}. */
  public SourcedPaper {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /** Whether a date is near enough to our time to be kept. */
  public static boolean isPlausible(LocalDate date) {
    return PaperFields.isPlausible(date);
  }

  /**
   * What two statements of one source and one day say of a paper together: the content of the newer
   * one, which is the one that is only mentioned again, else the later; and the first announcement,
   * so that a paper that is revised on its first day stays news.
   */
  public SourcedPaper joinedWith(SourcedPaper later) {
    SourcedPaper newer = announcedBefore != null && later.announcedBefore == null ? this : later;
    SourcedPaper older = newer == this ? later : this;
    return new SourcedPaper(
        source,
        id,
        newer.title,
        newer.summary,
        newer.authors,
        newer.organization,
        newer.categories,
        newer.publishedOn == null ? older.publishedOn : newer.publishedOn,
        earlier(newer.announcedAt, older.announcedAt),
        older.announcedBefore == null ? null : newer.announcedBefore,
        newer.statedOn,
        newer.votes,
        newer.comments,
        newer.links,
        newer.written);
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
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

    /** It was announced on that day, whose state this is. */
    public Builder announcedOn(LocalDate day) {
      return statedOn(day).announcedAt(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** It is only mentioned again on that day, as with a new version, and is no news. */
    public Builder mentionedOn(LocalDate day) {
      return statedOn(day)
          .announcedBefore(
              day.minusDays(DAYS_OUT_OF_SIGHT).atStartOfDay(ZoneOffset.UTC).toInstant());
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

    /** Its page, and no other link. */
    public Builder page(@Nullable String address) {
      return links(new PaperLinks(address, null, null, null));
    }

    /** Where more is found. */
    public Builder links(PaperLinks addresses) {
      this.links = addresses;
      return this;
    }

    /**
     * The paper, checked and tidied. Papers in our own format must be right in everything; of other
     * sources optional fields that cannot be kept are left out.
     *
     * @throws InvalidPaper naming the first field that cannot be kept
     */
    public SourcedPaper build() {
      PaperFields fields = PaperFields.of(source);
      String readTitle = fields.required("title", title, LONGEST_TITLE);
      String readSummary = fields.required("abstract", summary, LONGEST_SUMMARY);
      return new SourcedPaper(
          source,
          id,
          readTitle,
          readSummary,
          fields.authors(authors),
          fields.organization(organization),
          fields.categories(categories),
          fields.day("publishedOn", publishedOn),
          fields.instant("announcedAt", announcedAt),
          announcedBefore,
          statedOn,
          fields.count("votes", votes),
          fields.count("comments", comments),
          fields.links(id, links),
          TexSource.of(title, readTitle, summary, readSummary));
    }
  }
}
