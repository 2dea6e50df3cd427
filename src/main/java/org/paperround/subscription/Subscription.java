package org.paperround.subscription;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a subscriber gets and when. */
@Entity
class Subscription {

  @Id
  @GeneratedValue(generator = "subscription_seq")
  @SequenceGenerator(name = "subscription_seq", sequenceName = "subscription_seq")
  long id;

  @OneToOne(fetch = FetchType.LAZY)
  Subscriber subscriber;

  @Enumerated(EnumType.STRING)
  SubscriptionStatus status;

  @Enumerated(EnumType.STRING)
  Frequency frequency;

  @Enumerated(EnumType.STRING)
  DayOfWeek weekday;

  LocalTime deliverAt;
  String timeZone;
  int maxPapers;
  boolean trending;
  boolean sendEmpty;

  @ElementCollection
  @CollectionTable(name = "subscription_topic", joinColumns = @JoinColumn(name = "subscription_id"))
  @OrderColumn(name = "place")
  List<AskedTopic> topics = new ArrayList<>();

  /** Topics whose papers are never wanted. */
  @ElementCollection
  @CollectionTable(name = "subscription_mute", joinColumns = @JoinColumn(name = "subscription_id"))
  @OrderColumn(name = "place")
  List<AskedTopic> mutes = new ArrayList<>();

  /** What the reader said of papers, by the paper's identity. */
  @ElementCollection
  @CollectionTable(name = "feedback", joinColumns = @JoinColumn(name = "subscription_id"))
  @MapKeyColumn(name = "paper")
  Map<String, Feedback> feedback = new HashMap<>();

  @Nullable Instant dueAt;
  boolean firstDigestDue;
  Instant confirmedAt;
  @Nullable Instant leftAt;

  @Nullable Instant lastRoundAt;

  @Enumerated(EnumType.STRING)
  @Nullable RoundOutcome lastOutcome;

  @Nullable Integer lastPapersSeen;

  /** Lines of {@link Silence}, newest first. */
  String silences = "";

  /** The reader's local day that was served last; it is not served again. */
  @Nullable LocalDate lastSlotOn;

  /** For Hibernate. */
  protected Subscription() {}

  Subscription(Subscriber subscriber, Choices choices, Instant confirmedAt) {
    this.subscriber = subscriber;
    choose(choices);
    confirm(confirmedAt);
  }

  Choices choices() {
    return new Choices(
        topics.stream().map(AskedTopic::choice).toList(),
        mutes.stream().map(AskedTopic::choice).toList(),
        frequency,
        weekday,
        deliverAt,
        ZoneId.of(timeZone),
        maxPapers,
        trending,
        sendEmpty);
  }

  /** Takes over everything but the topics and mutes, which are rows of their own. */
  final void choose(Choices choices) {
    frequency = choices.frequency();
    weekday = choices.weekday();
    deliverAt = choices.deliverAt();
    timeZone = choices.timeZone().getId();
    maxPapers = choices.maxPapers();
    trending = choices.trending();
    sendEmpty = choices.sendEmpty();
  }

  final void confirm(Instant now) {
    status = SubscriptionStatus.CONFIRMED;
    confirmedAt = now;
    leftAt = null;
    dueAt = now;
    firstDigestDue = true;
  }

  /**
   * The first slot after an instant on a day that was not served yet. Who moves west may live
   * through more than one day again.
   */
  Instant nextSlotAfter(Instant instant) {
    DeliverySlots slots = new DeliverySlots(choices());
    Instant slot = slots.firstAfter(instant);
    // Not only that day: a zone further west may be a day behind it.
    while (lastSlotOn != null && !slots.dayOf(slot).isAfter(lastSlotOn)) {
      slot = slots.firstAfter(slot);
    }
    return slot;
  }

  /** Leaves out the digest at confirmation: the first one comes at the ordinary slot. */
  void waitForSlot(Instant now) {
    firstDigestDue = false;
    dueAt = nextSlotAfter(now);
  }

  /** Keeps a pause as long as it was asked for, and ends it at a slot of what is chosen now. */
  void endPauseAtASlot() {
    Instant end = Objects.requireNonNull(dueAt, "a pause has an end");
    dueAt = new DeliverySlots(choices()).firstAfter(end.minusMillis(1));
  }

  void leave(Instant now) {
    status = SubscriptionStatus.UNSUBSCRIBED;
    leftAt = now;
    dueAt = null;
    firstDigestDue = false;
  }
}
