package org.paperround.base;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a JSON object one by one and collects what is wrong with all of them. A field
 * that is absent or null has its default; one that is wrong has it too, until {@link
 * #throwIfWrong}.
 */
public final class RequestFields {

  private final JsonNode body;
  private final List<FieldError> errors = new ArrayList<>();

  /**
   * Begins to read.
   *
   * @throws InvalidRequest if the body is no JSON object
   */
  public RequestFields(JsonNode body) {
    if (!body.isObject()) {
      throw InvalidRequest.of("", "Send a JSON object.");
    }
    this.body = body;
  }

  /** Notes that a field is wrong. */
  public void wrong(String field, String detail) {
    errors.add(new FieldError(field, detail, null));
  }

  /** Notes that a text is wrong from a position on, a 0-based offset. */
  public void wrong(String field, String detail, int position) {
    errors.add(new FieldError(field, detail, position));
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidRequest naming every field that is wrong
   */
  public void throwIfWrong() {
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
  }

  /** The field, or null where it is absent or null. */
  public @Nullable JsonNode field(String name) {
    JsonNode field = body.get(name);
    return field == null || field.isNull() ? null : field;
  }

  /** A text that must be there and not be blank. */
  public String requiredText(String name, String detail) {
    JsonNode field = field(name);
    if (field == null || !field.isTextual() || field.textValue().isBlank()) {
      wrong(name, detail);
      return "";
    }
    return field.textValue();
  }

  /**
   * A text.
   *
   * @param read throws an {@link IllegalArgumentException} or a {@link DateTimeException} on what
   *     it cannot take
   */
  public <T> T text(String name, T otherwise, String detail, Function<String, T> read) {
    JsonNode field = field(name);
    if (field == null) {
      return otherwise;
    }
    if (field.isTextual()) {
      try {
        return read.apply(field.textValue());
      } catch (IllegalArgumentException | DateTimeException malformed) {
        // The sentence below says it better.
      }
    }
    wrong(name, detail);
    return otherwise;
  }

  /** The name of a constant, in upper case. */
  public <E extends Enum<E>> E oneOf(String name, E otherwise, Class<E> type) {
    String names =
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    return text(name, otherwise, "Use one of " + names + ".", text -> Enum.valueOf(type, text));
  }

  /** True or false. */
  public boolean flag(String name, boolean otherwise) {
    JsonNode field = field(name);
    if (field == null || field.isBoolean()) {
      return field == null ? otherwise : field.booleanValue();
    }
    wrong(name, "Use true or false.");
    return otherwise;
  }

  /** A whole number within bounds, both included. */
  public int number(String name, int otherwise, int least, int most) {
    JsonNode field = field(name);
    if (field == null) {
      return otherwise;
    }
    if (field.isIntegralNumber() && field.canConvertToInt()) {
      int number = field.intValue();
      if (number >= least && number <= most) {
        return number;
      }
    }
    wrong(name, "Use a whole number from " + least + " to " + most + ".");
    return otherwise;
  }

  /** A field that can be read but not set: it may come back as it was. */
  public void unchanged(String name, @Nullable String now) {
    JsonNode field = field(name);
    if (field != null && !field.asText().equals(now)) {
      wrong(name, "This cannot be changed here; leave it out.");
    }
  }

  /** Refuses every field that is neither among the known nor among the others given. */
  public void refuseOthersThan(Collection<String> known, String... also) {
    List<String> others = List.of(also);
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name) && !others.contains(name)) {
                wrong(name, "There is no such field.");
              }
            });
  }
}
