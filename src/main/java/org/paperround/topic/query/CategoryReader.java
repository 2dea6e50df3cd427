package org.paperround.topic.query;

import org.paperround.topic.catalogue.Categories;
import org.paperround.topic.query.Clause.InArchive;
import org.paperround.topic.query.Clause.InCategory;

/** Reads what stands after {@code cat:}: a category, or an archive with {@code .*} after it. */
final class CategoryReader {

  private static final String ALL_OF = ".*";

  private CategoryReader() {}

  static Clause read(String text, int position) {
    String name = text.strip();
    if (name.endsWith(ALL_OF)) {
      return archive(name.substring(0, name.length() - ALL_OF.length()), position);
    }
    Categories categories = Categories.known();
    if (categories.archive(name).filter(categories::isDivided).isPresent()) {
      throw new QueryException(
          position,
          "%s has many categories. Write cat:%s.* for all of them.".formatted(name, name));
    }
    if (categories.find(name).isEmpty()) {
      throw new QueryException(
          position, "arXiv has no category “%s”. %s".formatted(name, hint(name)));
    }
    return new InCategory(categories.canonical(name));
  }

  private static Clause archive(String name, int position) {
    Categories categories = Categories.known();
    String archive =
        categories
            .archive(name)
            .orElseThrow(
                () ->
                    new QueryException(
                        position, "arXiv has no archive “%s”. %s".formatted(name, hint(name))));
    return categories.isDivided(archive)
        ? new InArchive(archive)
        : new InCategory(categories.canonical(archive));
  }

  private static String hint(String name) {
    return Categories.known()
        .nearest(name)
        .map(near -> "Did you mean cat:%s (%s)?".formatted(near.id(), near.name()))
        .orElse("Write one such as cat:cs.CL, or cat:cs.* for a whole archive.");
  }
}
