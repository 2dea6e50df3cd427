package org.paperround.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;

/**
 * A well-formed request: whose subscription, and what they chose.
 *
 * @param address null where the request need not and does not say
 */
public record SubscriptionRequest(@Nullable EmailAddress address, Choices choices) {

  private static final Set<String> CHOICES =
      Set.of(
          "topics",
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
    RequestReader reader = new RequestReader(body);
    EmailAddress address = reader.address();
    Choices choices = new ChoicesReader(reader).read();
    reader.refuseOthersThan(CHOICES, Set.of("email"));
    reader.throwIfWrong();
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
    RequestReader reader = new RequestReader(body);
    Choices choices = new ChoicesReader(reader).read();
    reader.unchanged("email", now.email());
    reader.unchanged("status", now.status().name());
    reader.refuseOthersThan(CHOICES, Set.of("email", "status", "nextDueAt"));
    reader.throwIfWrong();
    return new SubscriptionRequest(null, choices);
  }

  /**
   * Reads the request for a fresh preferences link.
   *
   * @throws InvalidRequest naming every wrong field
   */
  public static EmailAddress link(JsonNode body) {
    RequestReader reader = new RequestReader(body);
    EmailAddress address = reader.address();
    reader.refuseOthersThan(Set.of("email"), Set.of());
    reader.throwIfWrong();
    return java.util.Objects.requireNonNull(address);
  }
}
