package org.paperround.paper;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a digest shows of a paper. When any of it changes the paper gets a new revision; votes and
 * comments are not part of it.
 *
 * @param title one line
 * @param summary the abstract, in one paragraph
 * @param authors in the order of the paper
 * @param organization where it was written, as the source names it
 * @param categories arXiv categories, the primary one first; empty when no source gave any
 * @param publishedOn the paper's own date
 */
@Embeddable
public record PaperContent(
    String title,
    String summary,
    List<String> authors,
    @Nullable String organization,
    List<String> categories,
    @Nullable LocalDate publishedOn,
    @Embedded PaperLinks links) {

  /** Copies the lists; the database's way of saying "no link" becomes {@link PaperLinks#NONE}. */
  @SuppressWarnings("NullAway") // Hibernate hands in null for an embeddable without any value.
  public PaperContent {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    links = links == null ? PaperLinks.NONE : links;
  }
}
