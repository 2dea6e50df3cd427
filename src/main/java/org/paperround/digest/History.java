package org.paperround.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paperround.delivery.MailKind;
import org.paperround.delivery.MailLedger;
import org.paperround.delivery.MailState;
import org.paperround.digest.DueDay.Outcome;
import org.paperround.paper.SourceTroubles;
import org.paperround.subscription.RoundOutcome;
import org.paperround.subscription.Silence;
import org.paperround.subscription.SubscriptionView;

/** Tells a reader what came on each due day, and why nothing did. */
@ApplicationScoped
public class History {

  /** How many due days are told at most. */
  public static final int MOST_DAYS = 31;

  private static final Duration BEFORE_THE_FIRST = Duration.ofDays(1);

  private final EditionRepository editions;
  private final MailLedger mails;
  private final SourceTroubles sources;

  History(EditionRepository editions, MailLedger mails, SourceTroubles sources) {
    this.editions = editions;
    this.mails = mails;
    this.sources = sources;
  }

  /** The last due days of a subscription, newest first. */
  @Transactional
  public List<DueDay> of(SubscriptionView subscription) {
    Map<Long, MailState> states = mails.states(subscription.id(), MailKind.EDITION);
    List<DueDay> days = new ArrayList<>();
    for (PastEdition edition : editions.past(subscription.id(), MOST_DAYS)) {
      Outcome outcome = outcome(states.get(edition.id()));
      days.add(
          new DueDay(
              edition.slotOn(),
              edition.at(),
              outcome,
              edition.papers(),
              edition.papersNew(),
              0,
              null));
    }
    for (Silence silence : subscription.silences()) {
      days.add(
          new DueDay(
              silence.day(),
              silence.at(),
              silence.outcome() == RoundOutcome.NO_PAPERS
                  ? Outcome.NO_PAPERS
                  : Outcome.NOTHING_MATCHED,
              0,
              silence.papersSeen(),
              silence.papersMuted(),
              null));
    }
    days.sort(Comparator.comparing(DueDay::at).reversed());
    return explained(days.subList(0, Math.min(MOST_DAYS, days.size())));
  }

  private static Outcome outcome(@Nullable MailState state) {
    if (state == null || state == MailState.SENT) {
      // A mail that is no longer kept was sent long ago.
      return Outcome.SENT;
    }
    return state.isFinal() ? Outcome.NOT_DELIVERED : Outcome.WAITING;
  }

  /** Adds which sources were in trouble between a silent day and the due day before it. */
  private List<DueDay> explained(List<DueDay> newestFirst) {
    if (newestFirst.stream().noneMatch(History::isSilent)) {
      return newestFirst;
    }
    SortedSet<Instant> moments = new TreeSet<>();
    newestFirst.forEach(day -> moments.add(day.at()));
    Map<Instant, List<String>> troubles =
        sources.at(moments, moments.first().minus(BEFORE_THE_FIRST));
    return newestFirst.stream()
        .map(
            day -> isSilent(day) ? explained(day, troubles.getOrDefault(day.at(), List.of())) : day)
        .toList();
  }

  private static boolean isSilent(DueDay day) {
    return day.outcome() == Outcome.NOTHING_MATCHED || day.outcome() == Outcome.NO_PAPERS;
  }

  private static DueDay explained(DueDay day, List<String> troubles) {
    return troubles.isEmpty()
        ? day
        : new DueDay(
            day.day(),
            day.at(),
            Outcome.SOURCE_TROUBLE,
            0,
            day.seen(),
            day.muted(),
            String.join(", and ", troubles));
  }
}
