package org.paperround.paper;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Joins what several sources say of one paper. Each field keeps the word of the source we believe
 * most in that field ({@link PaperField}); a source's newer word, by the day it is of, replaces its
 * older one, and saying nothing replaces nothing. So the order in which they come does not matter.
 */
final class PaperMerge {

  private final @Nullable PaperFacts known;
  private final SourcedPaper said;
  private final Origin speaker;
  private final EnumMap<PaperField, Origin> origins = new EnumMap<>(PaperField.class);

  private PaperMerge(@Nullable PaperFacts known, SourcedPaper said) {
    this.known = known;
    this.said = said;
    this.speaker = new Origin(said.source(), said.statedOn());
    if (known != null) {
      origins.putAll(known.origins().sources());
    }
  }

  /**
   * What is known after a source spoke.
   *
   * @param known what earlier sources said, null for a new paper
   * @param seenAt the announcement of a paper that no source dates
   */
  static PaperFacts merge(@Nullable PaperFacts known, SourcedPaper said, Instant seenAt) {
    return new PaperMerge(known, said).merged(seenAt);
  }

  private PaperFacts merged(Instant seenAt) {
    TexSource before = known == null ? TexSource.NONE : known.written();
    TexSource now = Objects.requireNonNull(said.written());
    // Asked before the fields are taken, as what is written belongs to what is read.
    TexSource written =
        new TexSource(
            isPreferred(PaperField.TITLE) ? now.titleSource() : before.titleSource(),
            isPreferred(PaperField.SUMMARY) ? now.summarySource() : before.summarySource());
    PaperContent content =
        new PaperContent(
            Objects.requireNonNull(choose(PaperField.TITLE, said.title(), PaperContent::title)),
            Objects.requireNonNull(
                choose(PaperField.SUMMARY, said.summary(), PaperContent::summary)),
            list(PaperField.AUTHORS, said.authors(), PaperContent::authors),
            choose(PaperField.ORGANIZATION, said.organization(), PaperContent::organization),
            list(PaperField.CATEGORIES, said.categories(), PaperContent::categories),
            choose(PaperField.PUBLISHED_ON, said.publishedOn(), PaperContent::publishedOn),
            links());
    int votes = count(PaperField.VOTES, said.votes(), PaperFacts::votes);
    int comments = count(PaperField.COMMENTS, said.comments(), PaperFacts::comments);
    Instant announcedAt = announcedAt(seenAt);
    TreeSet<String> sources = new TreeSet<>(known == null ? List.of() : known.sources());
    sources.add(said.source());
    return new PaperFacts(
        content,
        written,
        announcedAt,
        votes,
        comments,
        List.copyOf(sources),
        new PaperOrigins(origins));
  }

  private PaperLinks links() {
    PaperLinks links = said.links();
    return new PaperLinks(
        choose(PaperField.ABSTRACT_URL, links.abstractUrl(), c -> c.links().abstractUrl()),
        choose(PaperField.PDF_URL, links.pdfUrl(), c -> c.links().pdfUrl()),
        choose(PaperField.CODE_URL, links.codeUrl(), c -> c.links().codeUrl()),
        choose(PaperField.PROJECT_URL, links.projectUrl(), c -> c.links().projectUrl()));
  }

  private Instant announcedAt(Instant seenAt) {
    Instant now = said.announcedAt();
    if (known == null) {
      if (now == null) {
        return said.announcedBefore() == null ? seenAt : said.announcedBefore();
      }
      origins.put(PaperField.ANNOUNCED_AT, speaker);
      return now;
    }
    boolean guessed = !origins.containsKey(PaperField.ANNOUNCED_AT);
    if (now == null) {
      return guessed ? earlier(known.announcedAt(), said.announcedBefore()) : known.announcedAt();
    }
    if (!guessed && !now.isBefore(known.announcedAt())) {
      return known.announcedAt();
    }
    origins.put(PaperField.ANNOUNCED_AT, speaker);
    return now;
  }

  private static Instant earlier(Instant guess, @Nullable Instant other) {
    return other != null && other.isBefore(guess) ? other : guess;
  }

  private <T> @Nullable T choose(
      PaperField field, @Nullable T now, Function<PaperContent, @Nullable T> before) {
    if (now != null && accepts(field)) {
      return now;
    }
    return known == null ? null : before.apply(known.content());
  }

  private List<String> list(
      PaperField field, List<String> now, Function<PaperContent, List<String>> before) {
    if (!now.isEmpty() && accepts(field)) {
      return now;
    }
    return known == null ? List.of() : before.apply(known.content());
  }

  private int count(PaperField field, @Nullable Integer now, Function<PaperFacts, Integer> before) {
    if (now != null && accepts(field)) {
      return now;
    }
    return known == null ? 0 : before.apply(known);
  }

  private boolean accepts(PaperField field) {
    if (!isPreferred(field)) {
      return false;
    }
    origins.put(field, speaker);
    return true;
  }

  private boolean isPreferred(PaperField field) {
    Origin owner = origins.get(field);
    return owner == null || field.prefers(speaker, owner);
  }
}
