package org.paperround.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.base.InvalidEmailAddress;

/** Reads the fields of a JSON object one by one and collects what is wrong with all of them. */
final class RequestReader {

  private final JsonNode body;
  private final List<FieldError> errors = new ArrayList<>();

  RequestReader(JsonNode body) {
    this.body = body;
    if (!body.isObject()) {
      wrong("", "Send a JSON object.");
    }
  }

  void wrong(String field, String detail) {
    errors.add(new FieldError(field, detail, null));
  }

  void wrong(String field, String detail, int position) {
    errors.add(new FieldError(field, detail, position));
  }

  void throwIfWrong() {
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
  }

  /** The field, or null where it is absent or null. */
  @Nullable JsonNode field(String name) {
    JsonNode field = body.get(name);
    return field == null || field.isNull() ? null : field;
  }

  @Nullable EmailAddress address() {
    String typed = text("email", "", "Write the address as name@example.org.", text -> text);
    if (typed.isBlank()) {
      if (errors.isEmpty()) {
        wrong("email", "An address is needed: it is where the digest goes.");
      }
      return null;
    }
    try {
      return EmailAddress.parse(typed);
    } catch (InvalidEmailAddress invalid) {
      wrong("email", String.valueOf(invalid.getMessage()));
      return null;
    }
  }

  /** A text field read by a function that throws a runtime exception on what it cannot take. */
  <T> T text(String name, T otherwise, String detail, Function<String, T> read) {
    JsonNode field = field(name);
    if (field == null) {
      return otherwise;
    }
    if (field.isTextual()) {
      try {
        return read.apply(field.textValue());
      } catch (IllegalArgumentException | java.time.DateTimeException malformed) {
        // The sentence below says it better.
      }
    }
    wrong(name, detail);
    return otherwise;
  }

  <E extends Enum<E>> E oneOf(String name, E otherwise, Class<E> type) {
    String names =
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    return text(name, otherwise, "Use one of " + names + ".", text -> Enum.valueOf(type, text));
  }

  boolean flag(String name, boolean otherwise) {
    JsonNode field = field(name);
    if (field == null || field.isBoolean()) {
      return field == null ? otherwise : field.booleanValue();
    }
    wrong(name, "Use true or false.");
    return otherwise;
  }

  int number(String name, int otherwise, int least, int most) {
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
  void unchanged(String name, @Nullable String now) {
    JsonNode field = field(name);
    if (field != null && !field.asText().equals(now)) {
      wrong(name, "This cannot be changed here; leave it out.");
    }
  }

  void refuseOthersThan(Set<String> known, Set<String> alsoKnown) {
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name) && !alsoKnown.contains(name)) {
                wrong(name, "There is no such field.");
              }
            });
  }
}
