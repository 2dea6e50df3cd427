package org.paperround.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.paperround.delivery.MailKind;
import org.paperround.delivery.MailRequest;
import org.paperround.delivery.Outbox;
import org.paperround.subscription.AskedTopic;
import org.paperround.subscription.DueSubscription;
import org.paperround.subscription.RoundOutcome;
import org.paperround.subscription.Served;
import org.paperround.subscription.TopicChoice;

/**
 * Makes the editions of some readers and their mails, in the transaction that moves them on. How
 * many statements that takes does not depend on how many readers they are.
 */
@ApplicationScoped
class EditionComposer {

  /** How far back papers are eligible. */
  static final Duration WINDOW = Duration.ofDays(14);

  private final EditionRows editions;
  private final Outbox outbox;
  private final Clock clock;

  EditionComposer(EditionRows editions, Outbox outbox, Clock clock) {
    this.editions = editions;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Composes for each reader, unless there is nothing to send.
   *
   * @return what became of each, in the same order
   */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Served> compose(List<DueSubscription> readers, Round round) {
    Instant now = clock.instant();
    Map<Long, MutedPapers> mutes = round.mutes().of(readers);
    Map<Long, PaperScores> leanings = round.leanings().of(readers);
    Map<Long, List<RankedMatch>> matches = round.matches().of(topicIds(readers));
    Map<Long, EarlierEditions> earlier = earlier(readers, round.news(), now);
    List<Served> served = new ArrayList<>(readers.size());
    List<Edition> composed = new ArrayList<>();
    List<DueSubscription> mailed = new ArrayList<>();
    for (DueSubscription due : readers) {
      EarlierEditions had = earlier.getOrDefault(due.id(), EarlierEditions.none());
      MutedPapers muted = mutes.getOrDefault(due.id(), MutedPapers.NONE);
      Instant since = since(due, round.at());
      int papersNew = round.news().newSince(since);
      String period = period(due, had);
      if (had.periods().contains(period)) {
        served.add(new Served(due, RoundOutcome.ALREADY_SERVED, papersNew, 0));
        continue;
      }
      Map<Long, List<RankedMatch>> ranked =
          Leaning.of(due.leaningTopics(), leanings)
              .rank(due.topics(), round.matches().wanted(due.topics(), matches));
      ShownTitles titles = round.news().shownWith(had.papers());
      List<EditionItem> items = items(due, had, muted, ranked, titles, round.news());
      if (!isWorthSending(due, items)) {
        RoundOutcome outcome =
            papersNew == 0 ? RoundOutcome.NO_PAPERS : RoundOutcome.NOTHING_MATCHED;
        int papersMuted = muted.among(due.topics(), matches, since);
        served.add(new Served(due, outcome, papersNew, papersMuted));
        continue;
      }
      composed.add(
          new Edition(
              due.id(),
              period,
              due.slotDay(),
              round.at(),
              now,
              papersNew,
              due.choices().topics().stream().map(TopicChoice::label).toList(),
              items,
              titles.passedOver()));
      mailed.add(due);
      served.add(new Served(due, RoundOutcome.EDITION, papersNew, 0));
    }
    write(composed, mailed);
    return served;
  }

  private void write(List<Edition> composed, List<DueSubscription> mailed) {
    if (composed.isEmpty()) {
      return;
    }
    editions.insert(composed);
    List<MailRequest> mails = new ArrayList<>(composed.size());
    for (int i = 0; i < composed.size(); i++) {
      DueSubscription due = mailed.get(i);
      mails.add(new MailRequest(MailKind.EDITION, due.address(), composed.get(i).id, due.id()));
    }
    outbox.acceptAll(mails);
  }

  private static Set<Long> topicIds(List<DueSubscription> readers) {
    return readers.stream()
        .flatMap(due -> due.topics().stream())
        .map(AskedTopic::topicId)
        .collect(Collectors.toSet());
  }

  private Map<Long, EarlierEditions> earlier(
      List<DueSubscription> readers, RoundNews news, Instant now) {
    // Nobody had an edition whom no round has served.
    List<DueSubscription> known =
        readers.stream().filter(due -> due.lastRoundAt() != null).toList();
    return known.isEmpty()
        ? new HashMap<>()
        : editions.earlier(known, min(news.firstSeenAt(), min(news.at(), now).minus(WINDOW)));
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant since(DueSubscription due, Instant at) {
    return due.lastRoundAt() == null ? at.minus(WINDOW) : due.lastRoundAt();
  }

  private static String period(DueSubscription due, EarlierEditions had) {
    // Who left and came back by a new confirmation had a first edition already.
    return due.first() && !had.periods().contains(Edition.FIRST)
        ? Edition.FIRST
        : due.slotDay().toString();
  }

  private static boolean isWorthSending(DueSubscription due, List<EditionItem> items) {
    if (items.isEmpty()) {
      return due.choices().sendEmpty() && !due.first();
    }
    boolean matched = items.stream().anyMatch(item -> item.section() == Section.MATCH);
    return matched || due.topics().isEmpty() || due.choices().sendEmpty() && !due.first();
  }

  private static List<EditionItem> items(
      DueSubscription due,
      EarlierEditions had,
      MutedPapers muted,
      Map<Long, List<RankedMatch>> matches,
      ShownTitles titles,
      RoundNews news) {
    Set<Long> known = had.papers();
    Selection selection = new Selection(due.topics(), due.choices().maxPapers(), titles);
    LongPredicate leftOut = paper -> known.contains(paper) || muted.contains(paper);
    List<EditionItem> items = new ArrayList<>(selection.matched(matches, leftOut));
    if (due.choices().trending()) {
      items.forEach(item -> known.add(item.paperId()));
      items.addAll(selection.trending(news.mostVoted(), had.latest(), leftOut));
    }
    return items;
  }
}
