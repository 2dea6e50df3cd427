package org.paperround.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.paperround.base.FieldError;
import org.paperround.subscription.Choices;
import org.paperround.subscription.TopicChoice;
import org.paperround.topic.TopicKind;
import org.paperround.topic.TopicText;
import org.paperround.topic.catalogue.Archive;
import org.paperround.topic.catalogue.Catalogue;
import org.paperround.topic.catalogue.Category;
import org.paperround.topic.catalogue.NamedTopic;

/** The form's tick boxes: what can be ticked, and which query each stands for. */
@ApplicationScoped
class CatalogueForm {

  private final Map<String, String> queryByValue = new LinkedHashMap<>();
  private final Map<String, String> valueByQuery = new LinkedHashMap<>();
  private final Map<String, String> labelByValue = new HashMap<>();
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
    queryByValue.forEach((value, query) -> valueByQuery.putIfAbsent(query, value));
  }

  private void shelve(String shelf, Map<String, List<ChoicesForm.Choice>> byGroup) {
    byGroup.forEach(
        (label, all) -> {
          groups.add(new ChoicesForm.CatalogueGroup(shelf, label, all));
          all.forEach(choice -> labelByValue.put(choice.value(), choice.name()));
        });
  }

  List<ChoicesForm.CatalogueGroup> groups() {
    return groups;
  }

  /** The topic a ticked value stands for; a value nobody offered stands for itself. */
  FormTopic picked(String value) {
    return FormTopic.picked(
        value, queryByValue.getOrDefault(value, value), labelByValue.getOrDefault(value, value));
  }

  /** The form filled with what a reader chose before. */
  ChoicesForm filled(Choices choices, List<FieldError> errors) {
    List<FormTopic> topics = new ArrayList<>();
    for (TopicChoice choice : choices.topics()) {
      topics.add(topic(choice.text()).with(TopicChoice.word(choice.strength())));
    }
    return new ChoicesForm(
        typed(FormTopic.TOPICS, topics, "\n"),
        typed(FormTopic.ABOUT, topics, "\n\n"),
        typed(FormTopic.LIKE, topics, "\n"),
        choices.mute().stream()
            .map(TopicChoice::text)
            .filter(mute -> mute.kind() == TopicKind.QUERY)
            .map(TopicText::written)
            .collect(Collectors.joining("\n")),
        ChoicesForm.Kept.of(choices.mute()),
        topics.stream()
            .filter(topic -> topic.field().equals(FormTopic.PICK))
            .map(FormTopic::typed)
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        topics,
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

  private FormTopic topic(TopicText text) {
    return switch (text.kind()) {
      case QUERY -> {
        String value = valueByQuery.get(text.written());
        yield value == null ? FormTopic.query(text.written()) : picked(value);
      }
      case ABOUT -> FormTopic.about(text.written());
      case LIKE -> FormTopic.like(text.written());
    };
  }

  private static String typed(String field, List<FormTopic> topics, String between) {
    return topics.stream()
        .filter(topic -> topic.field().equals(field))
        .map(FormTopic::typed)
        .collect(Collectors.joining(between));
  }
}
