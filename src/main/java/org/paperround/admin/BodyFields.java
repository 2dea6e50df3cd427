package org.paperround.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.paperround.subscription.FieldError;
import org.paperround.subscription.InvalidRequest;

/** Reads the few fields of an operator's request and collects what is wrong with all of them. */
final class BodyFields {

  private final JsonNode body;
  private final List<FieldError> errors = new ArrayList<>();

  BodyFields(JsonNode body) {
    this.body = body;
    if (!body.isObject()) {
      throw wrong("", "Send a JSON object.");
    }
  }

  static InvalidRequest wrong(String field, String detail) {
    return new InvalidRequest(List.of(new FieldError(field, detail, null)));
  }

  String requiredText(String name, String detail) {
    JsonNode field = body.get(name);
    if (field == null || !field.isTextual() || field.textValue().isBlank()) {
      errors.add(new FieldError(name, detail, null));
      return "";
    }
    return field.textValue();
  }

  <T> T text(String name, T otherwise, Function<String, T> read, String detail) {
    JsonNode field = body.get(name);
    if (field == null || field.isNull()) {
      return otherwise;
    }
    if (field.isTextual()) {
      try {
        return read.apply(field.textValue());
      } catch (DateTimeException malformed) {
        // The sentence below says it better.
      }
    }
    errors.add(new FieldError(name, detail, null));
    return otherwise;
  }

  void refuseOthersThan(String... known) {
    Set<String> names = Set.of(known);
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                errors.add(new FieldError(name, "There is no such field.", null));
              }
            });
  }

  void throwIfWrong() {
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
  }
}
