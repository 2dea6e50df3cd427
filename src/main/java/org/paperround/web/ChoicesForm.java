package org.paperround.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperround.base.FieldError;

/**
 * What a reader chooses, as it was typed: on a 400 the form comes back as it was, each error beside
 * its field. Values are strings for that reason.
 *
 * @param topics one per line, in the reader's words
 * @param mute one per line, in the reader's words
 * @param picked values of the catalogue's checkboxes that are ticked
 * @param frequency {@code DAILY}, {@code WEEKDAYS} or {@code WEEKLY}
 * @param weekday {@code MONDAY} to {@code SUNDAY}
 * @param deliverAt {@code 07:00}
 * @param catalogue what can be ticked
 */
record ChoicesForm(
    String topics,
    String mute,
    Set<String> picked,
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
  private static final Set<String> IN_MORE = Set.of("mute", "maxPapers", "trending", "sendEmpty");

  /** The form of a newcomer, with the defaults of the service. */
  static ChoicesForm blank(List<CatalogueGroup> catalogue) {
    return new ChoicesForm(
        "", "", Set.of(), "DAILY", "MONDAY", "07:00", "UTC", "10", false, false, catalogue,
        List.of());
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

  /** Whether the part of the form that is folded away has something to see. */
  public boolean moreOpen() {
    return !mute.isBlank() || errors.stream().anyMatch(error -> IN_MORE.contains(error.field()));
  }

  /** How many topics of a group are ticked. */
  public long pickedIn(CatalogueGroup group) {
    return group.choices().stream().filter(choice -> picked.contains(choice.value())).count();
  }

  /** A value of a closed list. */
  record Option(String value, String label) {}

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
  record Choice(String value, String label, String hint) {}
}
