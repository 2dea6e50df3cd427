package org.paperround.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperround.base.FieldError;
import org.paperround.subscription.Choices;
import org.paperround.subscription.TopicChoice;
import org.paperround.topic.catalogue.Archive;
import org.paperround.topic.catalogue.Catalogue;
import org.paperround.topic.catalogue.Category;
import org.paperround.topic.catalogue.NamedTopic;

/** The form's tick boxes: what can be ticked, and which query each stands for. */
@ApplicationScoped
class CatalogueForm {

  private final Map<String, String> queryByValue = new LinkedHashMap<>();
  private final List<ChoicesForm.CatalogueGroup> groups = new ArrayList<>();

  CatalogueForm(Catalogue catalogue) {
    Map<String, List<ChoicesForm.Choice>> named = new LinkedHashMap<>();
    for (NamedTopic topic : catalogue.namedTopics()) {
      queryByValue.put(topic.id(), topic.query());
      named
          .computeIfAbsent(topic.group(), group -> new ArrayList<>())
          .add(new ChoicesForm.Choice(topic.id(), topic.name(), ""));
    }
    shelve("Ready-made topics", named);
    Map<String, List<ChoicesForm.Choice>> archives = new LinkedHashMap<>();
    for (Archive archive : catalogue.archives()) {
      List<ChoicesForm.Choice> choices =
          archives.computeIfAbsent(archive.name(), name -> new ArrayList<>());
      if (archive.isDivided()) {
        queryByValue.put(archive.query(), archive.query());
        choices.add(new ChoicesForm.Choice(archive.query(), "All of it", archive.id() + ".*"));
      }
    }
    for (Category category : catalogue.categories()) {
      String query = "cat:" + category.id();
      queryByValue.put(query, query);
      archives
          .computeIfAbsent(category.archiveName(), archive -> new ArrayList<>())
          .add(new ChoicesForm.Choice(query, category.name(), category.id()));
    }
    shelve("arXiv categories", archives);
  }

  private void shelve(String shelf, Map<String, List<ChoicesForm.Choice>> byGroup) {
    byGroup.forEach((label, all) -> groups.add(new ChoicesForm.CatalogueGroup(shelf, label, all)));
  }

  List<ChoicesForm.CatalogueGroup> groups() {
    return groups;
  }

  /** The queries that ticked values stand for; a value nobody offered stands for itself. */
  List<String> queries(Collection<String> ticked) {
    return ticked.stream().map(value -> queryByValue.getOrDefault(value, value)).toList();
  }

  /** The form filled with what a reader chose before. */
  ChoicesForm filled(Choices choices, List<FieldError> errors) {
    Map<String, String> valueByQuery =
        queryByValue.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, same) -> one));
    Set<String> picked = new LinkedHashSet<>();
    List<String> lines = new ArrayList<>();
    for (TopicChoice topic : choices.topics()) {
      String value = valueByQuery.get(topic.text().written());
      if (value == null) {
        lines.add(topic.text().written());
      } else {
        picked.add(value);
      }
    }
    return new ChoicesForm(
        String.join("\n", lines),
        choices.mute().stream()
            .map(mute -> mute.text().written())
            .collect(Collectors.joining("\n")),
        picked,
        choices.frequency().name(),
        choices.weekday().name(),
        choices.deliverAt().toString(),
        choices.timeZone().getId(),
        String.valueOf(choices.maxPapers()),
        choices.trending(),
        choices.sendEmpty(),
        groups,
        errors);
  }
}
