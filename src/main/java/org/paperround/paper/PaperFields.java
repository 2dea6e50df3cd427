package org.paperround.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paperround.base.PaperId;

/**
 * Tidies and checks what is said of a paper: text in one line, and readable. A mistake in our own
 * format is named. Of other sources optional parts that cannot be kept are left out, as nobody is
 * there to mend them.
 *
 * @param exact whether it is in our own format: means what it says, and every mistake counts
 */
record PaperFields(boolean exact) {

  private static final int MOST_CATEGORIES = 50;
  private static final Pattern CATEGORY = Pattern.compile("[A-Za-z][A-Za-z0-9.-]{0,39}");
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2199;
  // TeX and white space are longer than what is read; beyond this they are not even looked at.
  private static final int WRITTEN_PER_READ = 2;

  static PaperFields of(String source) {
    return new PaperFields(source.equals(IngestPapers.FILE));
  }

  String required(String field, @Nullable String written, int longest) {
    String line =
        line(written, longest).orElseThrow(() -> new InvalidPaper(tooLong(field, longest)));
    if (line.isEmpty()) {
      throw new InvalidPaper(field + " is missing");
    }
    return line;
  }

  List<String> authors(List<String> written) {
    List<String> names =
        written.stream()
            .map(name -> name("authors", name))
            .filter(name -> !name.isEmpty())
            .limit(SourcedPaper.MOST_AUTHORS + 1)
            .toList();
    return bounded("authors", "names", names, SourcedPaper.MOST_AUTHORS);
  }

  @Nullable String organization(@Nullable String written) {
    String name = name("organization", written);
    return name.isEmpty() ? null : name;
  }

  List<String> categories(List<String> written) {
    List<String> names =
        written.stream()
            .filter(Objects::nonNull)
            .map(String::strip)
            .filter(
                name -> keeps(CATEGORY.matcher(name).matches(), "categories must be like cs.CL"))
            .distinct()
            .toList();
    return bounded("categories", "entries", names, MOST_CATEGORIES);
  }

  @Nullable LocalDate day(String field, @Nullable LocalDate day) {
    return day != null
            && keeps(
                isPlausible(day),
                field + " is not between the years " + EARLIEST_YEAR + " and " + LATEST_YEAR)
        ? day
        : null;
  }

  @Nullable Instant instant(String field, @Nullable Instant instant) {
    return instant != null && day(field, instant.atZone(ZoneOffset.UTC).toLocalDate()) != null
        ? instant.truncatedTo(ChronoUnit.MILLIS)
        : null;
  }

  @Nullable Integer count(String field, @Nullable Integer count) {
    return count != null && keeps(count >= 0, field + " is negative") ? count : null;
  }

  /**
   * The abstract and the PDF of an arXiv id are arXiv's; a DOI has a page of its own where a source
   * names none.
   */
  PaperLinks links(PaperId id, PaperLinks links) {
    String named = id.isArxiv() ? null : link("abstract", links.abstractUrl());
    return new PaperLinks(
        named == null && (id.isArxiv() || !exact) ? id.abstractUrl().orElse(null) : named,
        id.isArxiv() ? id.pdfUrl().orElseThrow() : link("pdf", links.pdfUrl()),
        link("code", links.codeUrl()),
        link("project", links.projectUrl()));
  }

  private @Nullable String link(String name, @Nullable String written) {
    Optional<String> address = PaperLinks.address(written);
    return written != null
            && keeps(address.isPresent(), "links." + name + " is no http or https address")
        ? address.orElse(null)
        : null;
  }

  static boolean isPlausible(LocalDate day) {
    return day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR;
  }

  private String name(String field, @Nullable String written) {
    Optional<String> name = line(written, SourcedPaper.LONGEST_NAME);
    return keeps(name.isPresent(), tooLong(field, SourcedPaper.LONGEST_NAME))
        ? name.orElse("")
        : "";
  }

  private List<String> bounded(String field, String what, List<String> names, int most) {
    return keeps(names.size() <= most, field + " has more than " + most + " " + what)
        ? names
        : List.copyOf(names.subList(0, most));
  }

  /** The text as it is kept; nothing if it is too long. */
  private Optional<String> line(@Nullable String written, int longest) {
    if (written != null && written.length() > WRITTEN_PER_READ * longest) {
      return Optional.empty();
    }
    String line = PaperText.line(written);
    String read = exact ? line : PaperText.line(TexText.readable(line));
    return Optional.of(read).filter(kept -> kept.length() <= longest);
  }

  private boolean keeps(boolean right, String mistake) {
    if (!right && exact) {
      throw new InvalidPaper(mistake);
    }
    return right;
  }

  private static String tooLong(String field, int longest) {
    return field + " is longer than " + longest + " characters";
  }
}
