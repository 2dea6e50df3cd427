package org.paperround.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.paperround.subscription.Choices;
import org.paperround.subscription.Frequency;
import org.paperround.subscription.SubscriptionStatus;
import org.paperround.subscription.SubscriptionView;
import org.paperround.subscription.TopicChoice;

/** A subscription as the API shows it: the fields of a sign-up, and how it stands. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SubscriptionJson(
    String email,
    @Schema(type = SchemaType.ARRAY, implementation = Object.class) List<TopicChoice> topics,
    @Schema(type = SchemaType.ARRAY, implementation = Object.class) List<TopicChoice> mute,
    Frequency frequency,
    DayOfWeek weekday,
    String deliverAt,
    String timeZone,
    int maxPapers,
    boolean trending,
    boolean sendEmpty,
    SubscriptionStatus status,
    @Nullable Instant nextDueAt) {

  static SubscriptionJson of(SubscriptionView view) {
    Choices choices = view.choices();
    return new SubscriptionJson(
        view.email(),
        choices.topics(),
        choices.mute(),
        choices.frequency(),
        choices.weekday(),
        choices.deliverAt().toString(),
        choices.timeZone().getId(),
        choices.maxPapers(),
        choices.trending(),
        choices.sendEmpty(),
        view.status(),
        view.nextDueAt());
  }
}
