package org.paperround.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperround.base.FieldError;
import org.paperround.subscription.TopicChoice;
import org.paperround.topic.TopicKind;
import org.paperround.topic.TopicText;

/**
 * What a reader chooses, as it was typed: on a 400 the form comes back as it was, each error beside
 * its field. Values are strings for that reason.
 *
 * @param topics queries, one per line
 * @param about in the reader's own words, with empty lines between
 * @param like ids of papers; those of one line are one topic
 * @param mute queries, one per line
 * @param kept what is muted in other ways than by queries
 * @param asked all topics of the form, ticked ones too
 * @param picked values of the catalogue's checkboxes that are ticked
 * @param frequency {@code DAILY}, {@code WEEKDAYS} or {@code WEEKLY}
 * @param weekday {@code MONDAY} to {@code SUNDAY}
 * @param deliverAt {@code 07:00}
 * @param catalogue what can be ticked
 */
record ChoicesForm(
    String topics,
    String about,
    String like,
    String mute,
    List<Kept> kept,
    Set<String> picked,
    List<FormTopic> asked,
    String frequency,
    String weekday,
    String deliverAt,
    String timeZone,
    String maxPapers,
    boolean trending,
    boolean sendEmpty,
    List<CatalogueGroup> catalogue,
    List<FieldError> errors) {

  private static final List<Option> FREQUENCIES =
      List.of(
          new Option("DAILY", "Every day"),
          new Option("WEEKDAYS", "Monday to Friday"),
          new Option("WEEKLY", "Once a week"));
  private static final List<Option> WEEKDAYS =
      List.of(
          new Option("MONDAY", "Monday"),
          new Option("TUESDAY", "Tuesday"),
          new Option("WEDNESDAY", "Wednesday"),
          new Option("THURSDAY", "Thursday"),
          new Option("FRIDAY", "Friday"),
          new Option("SATURDAY", "Saturday"),
          new Option("SUNDAY", "Sunday"));
  private static final List<Option> STRENGTHS =
      List.of(
          new Option("few", "only the best"),
          new Option("normal", "what fits well"),
          new Option("many", "whatever may fit"));
  private static final Set<String> IN_OTHER_WAYS = Set.of(FormTopic.ABOUT, FormTopic.LIKE);
  private static final Set<String> IN_MORE = Set.of("mute", "maxPapers", "trending", "sendEmpty");

  /** The form of a newcomer, with the defaults of the service. */
  static ChoicesForm blank(List<CatalogueGroup> catalogue) {
    return new ChoicesForm(
        "", "", "", "", List.of(), Set.of(), List.of(), "DAILY", "MONDAY", "07:00", "UTC", "10",
        false, false, catalogue, List.of());
  }

  /** What is wrong with a field, or nothing. */
  public String error(String field) {
    return errors.stream()
        .filter(error -> error.field().equals(field))
        .map(FieldError::detail)
        .collect(Collectors.joining(" "));
  }

  public List<Option> frequencies() {
    return FREQUENCIES;
  }

  public List<Option> weekdays() {
    return WEEKDAYS;
  }

  public List<Zones.Region> regions() {
    return Zones.including(timeZone);
  }

  /** How much of a topic can be wanted. */
  public List<Option> strengths() {
    return STRENGTHS;
  }

  /** The topics to choose that for, each once. */
  public List<FormTopic> amounts() {
    Map<String, FormTopic> byMark = new LinkedHashMap<>();
    asked.forEach(topic -> byMark.putIfAbsent(topic.mark(), topic));
    return List.copyOf(byMark.values());
  }

  /** Whether the fields for other topics than queries have something to see. */
  public boolean othersOpen() {
    return !about.isBlank() || !like.isBlank() || isWrong(IN_OTHER_WAYS);
  }

  /** Whether a strength was chosen. */
  public boolean amountsOpen() {
    return !asked.stream().allMatch(FormTopic::isNormal);
  }

  /** Whether the part of the form that is folded away has something to see. */
  public boolean moreOpen() {
    return !mute.isBlank() || !kept.isEmpty() || isWrong(IN_MORE);
  }

  private boolean isWrong(Set<String> fields) {
    return errors.stream().anyMatch(error -> fields.contains(error.field()));
  }

  /** How many topics of a group are ticked. */
  public long pickedIn(CatalogueGroup group) {
    return group.choices().stream().filter(choice -> picked.contains(choice.value())).count();
  }

  /** A value of a closed list. */
  record Option(String value, String label) {}

  /**
   * Something muted that is no query: it cannot be written in the form, only kept.
   *
   * @param value what is posted while it is ticked: {@code about feuds}
   */
  record Kept(String value, String label, boolean ticked) {

    static Kept of(TopicText text, boolean ticked) {
      return new Kept(TopicChoice.word(text.kind()) + " " + text.written(), text.label(), ticked);
    }

    /** Those that are no queries. */
    static List<Kept> of(List<TopicChoice> mute) {
      return mute.stream()
          .map(TopicChoice::text)
          .filter(text -> text.kind() != TopicKind.QUERY)
          .map(text -> of(text, true))
          .toList();
    }
  }

  /** The groups of the catalogue by shelf. */
  public Map<String, List<CatalogueGroup>> shelves() {
    return catalogue.stream()
        .collect(
            Collectors.groupingBy(CatalogueGroup::shelf, LinkedHashMap::new, Collectors.toList()));
  }

  /** How many topics of a shelf are ticked. */
  public long pickedOn(List<CatalogueGroup> shelf) {
    return shelf.stream().mapToLong(this::pickedIn).sum();
  }

  /**
   * Topics that are offered together, such as those of an arXiv archive.
   *
   * @param shelf the part of the catalogue it stands in
   */
  record CatalogueGroup(String shelf, String label, List<Choice> choices) {}

  /**
   * A topic that is offered.
   *
   * @param value what is posted: a named topic's id, or {@code cat:cs.CL}
   * @param hint a few words more, such as the category's code; may be empty
   */
  record Choice(String value, String label, String hint) {

    /** The label with the hint. */
    String name() {
      return (label + " " + hint).strip();
    }
  }
}
