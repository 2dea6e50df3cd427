package org.paperround.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.base.InvalidEmailAddress;
import org.paperround.base.InvalidRequest;
import org.paperround.base.RequestFields;

/**
 * A well-formed request: whose subscription, and what they chose.
 *
 * @param address null where the request need not and does not say
 */
public record SubscriptionRequest(@Nullable EmailAddress address, Choices choices) {

  static final Set<String> CHOICES =
      Set.of(
          "topics",
          "mute",
          "frequency",
          "weekday",
          "deliverAt",
          "timeZone",
          "maxPapers",
          "trending",
          "sendEmpty");

  /**
   * Reads a sign-up.
   *
   * @throws InvalidRequest naming every wrong field
   */
  public static SubscriptionRequest signUp(JsonNode body) {
    RequestFields fields = new RequestFields(body);
    EmailAddress address = address(fields);
    Choices choices = new ChoicesReader(fields).read();
    fields.refuseOthersThan(CHOICES, "email");
    fields.throwIfWrong();
    return new SubscriptionRequest(address, choices);
  }

  /**
   * Reads the whole new state of a subscription; what was read from the resource may come back with
   * it: an address and a status that still hold, and a due instant, which counts for nothing since
   * it follows from the rest.
   *
   * @param now the subscription as it stands
   * @throws InvalidRequest naming every wrong field
   */
  public static SubscriptionRequest replacement(JsonNode body, SubscriptionView now) {
    RequestFields fields = new RequestFields(body);
    Choices choices = new ChoicesReader(fields).read();
    fields.unchanged("email", now.email());
    fields.unchanged("status", now.status().name());
    fields.refuseOthersThan(CHOICES, "email", "status", "nextDueAt");
    fields.throwIfWrong();
    return new SubscriptionRequest(null, choices);
  }

  /**
   * Reads the request for a fresh preferences link.
   *
   * @throws InvalidRequest naming every wrong field
   */
  public static EmailAddress link(JsonNode body) {
    RequestFields fields = new RequestFields(body);
    EmailAddress address = address(fields);
    fields.refuseOthersThan(Set.of("email"));
    fields.throwIfWrong();
    return Objects.requireNonNull(address);
  }

  static @Nullable EmailAddress address(RequestFields fields) {
    String typed = fields.requiredText("email", "Write the address as name@example.org.");
    try {
      return typed.isEmpty() ? null : EmailAddress.parse(typed);
    } catch (InvalidEmailAddress invalid) {
      fields.wrong("email", String.valueOf(invalid.getMessage()));
      return null;
    }
  }
}
