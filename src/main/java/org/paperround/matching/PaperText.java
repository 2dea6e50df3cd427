package org.paperround.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paperround.paper.Paper;
import org.paperround.paper.PaperContent;
import org.paperround.topic.query.Field;

/**
 * What of a paper topics are put to.
 *
 * @param id by which the paper comes back in a match
 * @param summary the abstract, possibly empty
 * @param organization null when unknown
 * @param categories as the sources name them; empty for sources that have none
 */
public record PaperText(
    long id,
    String title,
    String summary,
    List<String> authors,
    @Nullable String organization,
    List<String> categories) {

  public PaperText {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  static PaperText of(Paper paper) {
    PaperContent content = paper.content();
    return new PaperText(
        paper.id(),
        content.title(),
        content.summary(),
        content.authors(),
        content.organization(),
        content.categories());
  }

  List<String> values(Field field) {
    return switch (field) {
      case TITLE -> List.of(title);
      case ABSTRACT -> List.of(summary);
      case AUTHOR -> authors;
      case ORGANIZATION -> organization == null ? List.of() : List.of(organization);
      case CATEGORY -> categories;
    };
  }
}
