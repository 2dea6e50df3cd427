package org.paperround.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paperround.delivery.MailKind;
import org.paperround.delivery.MailRequest;
import org.paperround.delivery.Outbox;
import org.paperround.matching.MatchedPaper;
import org.paperround.matching.Matching;
import org.paperround.paper.Paper;
import org.paperround.paper.Papers;
import org.paperround.subscription.AskedTopic;
import org.paperround.subscription.DueSubscription;
import org.paperround.subscription.RoundOutcome;

/** Makes one reader's edition and its mail, in the transaction that moves the reader on. */
@ApplicationScoped
class EditionComposer {

  /** How far back papers are eligible. */
  static final Duration WINDOW = Duration.ofDays(14);

  private static final Duration TRENDING_WINDOW = Duration.ofDays(3);

  private final EditionRepository editions;
  private final Matching matching;
  private final Papers papers;
  private final Outbox outbox;
  private final Clock clock;

  EditionComposer(
      EditionRepository editions, Matching matching, Papers papers, Outbox outbox, Clock clock) {
    this.editions = editions;
    this.matching = matching;
    this.papers = papers;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Composes, unless there is nothing to send.
   *
   * @param news what was announced, looked up once for all readers of the round
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Composed compose(DueSubscription due, RoundNews news) {
    Instant at = news.at();
    Instant since = due.lastRoundAt() == null ? at.minus(WINDOW) : due.lastRoundAt();
    int papersNew = news.newSince(since);
    String period = period(due);
    if (editions.exists(due.id(), period)) {
      return new Composed(RoundOutcome.ALREADY_SERVED, papersNew);
    }
    List<EditionItem> items = items(due, news);
    if (!isWorthSending(due, items)) {
      return new Composed(
          papersNew == 0 ? RoundOutcome.NO_PAPERS : RoundOutcome.NOTHING_MATCHED, papersNew);
    }
    Edition edition =
        new Edition(
            due.id(),
            period,
            due.slotDay(),
            at,
            clock.instant(),
            papersNew,
            due.choices().topics(),
            items);
    editions.persist(edition);
    outbox.accept(new MailRequest(MailKind.EDITION, due.address(), edition.id, due.id()));
    return new Composed(RoundOutcome.EDITION, papersNew);
  }

  private String period(DueSubscription due) {
    // Who left and came back by a new confirmation had a first edition already.
    return due.first() && !editions.exists(due.id(), Edition.FIRST)
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

  private List<EditionItem> items(DueSubscription due, RoundNews news) {
    List<MatchedPaper> matches = matches(due, news.at());
    Map<Long, Paper> eligible = eligible(matches, news.at());
    List<Edition> earlier =
        editions.arriving(due.id(), news.at().minus(WINDOW), firstSeen(eligible.values(), news));
    Set<Long> known = new HashSet<>();
    earlier.forEach(edition -> known.addAll(Selection.ids(edition.items)));
    eligible.keySet().removeAll(known);
    Selection selection = new Selection(due.topics(), due.choices().maxPapers());
    List<EditionItem> items = new ArrayList<>(selection.matched(matches, eligible));
    if (due.choices().trending()) {
      known.addAll(Selection.ids(items));
      Instant latest = earlier.isEmpty() ? Instant.MIN : earlier.get(0).composedFor;
      Instant earliest = news.at().minus(TRENDING_WINDOW);
      Instant since = latest.isAfter(earliest) ? latest : earliest;
      items.addAll(selection.trending(news.mostVotedSince(since), known));
    }
    return items;
  }

  /** No edition composed before this can hold one of the papers, whatever day they bear now. */
  private static Instant firstSeen(Collection<Paper> eligible, RoundNews news) {
    return Stream.concat(eligible.stream(), news.mostVotedSince(Instant.MIN).stream())
        .map(Paper::firstSeenAt)
        .min(Comparator.naturalOrder())
        .orElse(news.at());
  }

  private List<MatchedPaper> matches(DueSubscription due, Instant at) {
    LocalDate to = LocalDate.ofInstant(at, ZoneOffset.UTC);
    LocalDate from = LocalDate.ofInstant(at.minus(WINDOW), ZoneOffset.UTC);
    Set<Long> topicIds = due.topics().stream().map(AskedTopic::topicId).collect(Collectors.toSet());
    return matching.of(topicIds, from, to);
  }

  private Map<Long, Paper> eligible(List<MatchedPaper> matches, Instant at) {
    Set<Long> paperIds = matches.stream().map(MatchedPaper::paperId).collect(Collectors.toSet());
    return papers.findAll(paperIds).stream()
        .filter(paper -> !paper.announcedAt().isAfter(at))
        .filter(paper -> paper.announcedAt().isAfter(at.minus(WINDOW)))
        .collect(Collectors.toMap(Paper::id, Function.identity(), (a, b) -> a, HashMap::new));
  }

  /** What became of one due subscription. */
  record Composed(RoundOutcome outcome, int papersNew) {}
}
