package org.paperround.paper.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.paperround.paper.SourcedPaper;

/** Reads JSON so that what is missing, null or of another type is empty. */
final class JsonFields {

  private static final int DATE = "2026-05-04".length();

  private JsonFields() {}

  /** A text, or a number as it is written. */
  static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isTextual() || value.isNumber() ? value.asText() : "";
  }

  /** A text without its HTML. */
  static String html(JsonNode object, String field) {
    return HtmlText.plain(text(object, field));
  }

  /** The first of some texts that says something. */
  static String first(String... texts) {
    return Stream.of(texts).filter(text -> !text.isBlank()).findFirst().orElse("");
  }

  /** A text of each entry of a list, such as the names of authors. */
  static List<String> texts(JsonNode list, Function<JsonNode, String> reading) {
    return StreamSupport.stream(list.spliterator(), false).map(reading).toList();
  }

  /** A date, or the UTC day of a time with its offset. */
  static Optional<LocalDate> day(JsonNode object, String field) {
    String text = text(object, field);
    try {
      LocalDate day =
          text.length() == DATE
              ? LocalDate.parse(text)
              : OffsetDateTime.parse(text).atZoneSameInstant(ZoneOffset.UTC).toLocalDate();
      return Optional.of(day).filter(SourcedPaper::isPlausible);
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /** A number that counts something. */
  static @Nullable Integer count(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.canConvertToInt() ? value.intValue() : null;
  }
}
