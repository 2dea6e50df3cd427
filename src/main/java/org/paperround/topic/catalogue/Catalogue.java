package org.paperround.topic.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What a reader can choose from at sign-up: categories and named topics. */
@ApplicationScoped
public class Catalogue {

  private final List<NamedTopic> namedTopics =
      List.of(ShippedFile.read("/catalogue/named-topics.json", NamedTopic[].class));

  /** The categories that still receive papers, in the order of the list, without aliases. */
  public List<Category> categories() {
    return Categories.known().all().stream()
        .filter(Category::active)
        .filter(category -> Categories.known().canonical(category.id()).equals(category.id()))
        .toList();
  }

  /** The archives of {@link #categories()}, in their order. */
  public List<Archive> archives() {
    return categories().stream()
        .map(category -> new Archive(category.archive(), category.archiveName()))
        .distinct()
        .toList();
  }

  /** The named topics, in the order in which they are shown. */
  public List<NamedTopic> namedTopics() {
    return namedTopics;
  }

  /** The named topic of that identifier. */
  public Optional<NamedTopic> namedTopic(String id) {
    return namedTopics.stream().filter(topic -> topic.id().equals(id)).findFirst();
  }
}
