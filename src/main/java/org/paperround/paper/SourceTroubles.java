package org.paperround.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.paperround.paper.Ingestion.Verdict;
import org.paperround.paper.SourceStanding.Asked;

/**
 * Which sources are in trouble, and since when. A source is judged by the newest day it was asked
 * for: it is in trouble since the first bad ingestion after its last good one, and an ingestion
 * counts only if no later day had been asked for before, and its day is not still to come. So a
 * good answer for yesterday does not excuse a bad one for today, and an old day that cannot be read
 * again is no trouble.
 */
@ApplicationScoped
public class SourceTroubles {

  /** How far back the newest day is looked for: as far as a digest looks for papers. */
  private static final Duration LOOK_BACK = Duration.ofDays(14);

  /** As they write themselves. */
  private static final Map<String, String> NAMES =
      Map.of(
          "arxiv",
          "arXiv",
          "huggingface",
          "Hugging Face",
          "biorxiv",
          "bioRxiv",
          "medrxiv",
          "medRxiv",
          IngestPapers.FILE,
          "the file of papers");

  private final EntityManager entities;
  private final IngestPapers ingest;
  private final Config config;

  SourceTroubles(EntityManager entities, IngestPapers ingest, Config config) {
    this.entities = entities;
    this.ingest = ingest;
    this.config = config;
  }

  /**
   * Whether somebody counts on a source: its schedule is set, be it to {@code off}, or it gave an
   * answer once. One that was only tried in vain is nobody's trouble.
   */
  private boolean isCountedOn(String source) {
    // Feeds have their settings elsewhere.
    String settings =
        ingest.dailySources().stream()
            .filter(each -> each.name().equals(source))
            .map(PaperSource::settings)
            .findFirst()
            .orElse(IngestAnnouncements.settings(source));
    return config.getOptionalValue(settings + ".cron", String.class).isPresent()
        || entities
                .createQuery(
                    "select count(i) from IngestionRow i"
                        + " where i.source = :source and i.verdict in :good",
                    Long.class)
                .setParameter("source", source)
                .setParameter("good", List.of(Verdict.NEW_PAPERS, Verdict.NOTHING_NEW))
                .getSingleResult()
            > 0;
  }

  /**
   * Since when the source of an ingestion that just ended has been in trouble.
   *
   * @return nothing if it is in none, or if another ingestion is the one that decides
   */
  @Transactional
  public Optional<Instant> since(Ingestion ended) {
    if (!isCountedOn(ended.source())) {
      return Optional.empty();
    }
    SourceStanding standing = new SourceStanding();
    entities
        .createQuery(
            "select new org.paperround.paper.SourceStanding$Asked("
                + "i.source, i.id, i.date, i.startedAt, i.verdict)"
                + " from IngestionRow i where i.source = :source and i.byId = false order by i.startedAt, i.id",
            Asked.class)
        .setParameter("source", ended.source())
        .getResultList()
        .forEach(standing::take);
    return since(standing, ended);
  }

  /** The same of its categories, by name: those that are in trouble. */
  @Transactional
  public Map<String, Instant> categoriesSince(Ingestion ended) {
    List<String> troubled =
        ended.categories().stream()
            .filter(of -> of.verdict().isTrouble())
            .map(CategoryVerdict::category)
            .toList();
    if (troubled.isEmpty()) {
      return Map.of();
    }
    Map<String, SourceStanding> standings = new TreeMap<>();
    entities
        .createQuery(
            "select new org.paperround.paper.SourceStanding$Asked("
                + "c.key.category, i.id, i.date, i.startedAt, c.verdict)"
                + " from IngestionRow i join IngestionCategoryRow c on c.key.ingestionId = i.id"
                + " where i.source = :source and c.key.category in :troubled"
                + " order by i.startedAt, i.id",
            Asked.class)
        .setParameter("source", ended.source())
        .setParameter("troubled", troubled)
        .getResultList()
        .forEach(
            asked -> standings.computeIfAbsent(asked.of(), of -> new SourceStanding()).take(asked));
    Map<String, Instant> since = new LinkedHashMap<>();
    standings.forEach(
        (category, standing) ->
            since(standing, ended).ifPresent(instant -> since.put(category, instant)));
    return since;
  }

  private static Optional<Instant> since(SourceStanding standing, Ingestion ended) {
    return standing
        .last()
        .filter(asked -> asked.id() == ended.id())
        .flatMap(asked -> standing.troubledSince());
  }

  /**
   * Which sources were in trouble at some moments: for each moment what is to say of those that
   * were asked since the moment before, and were in trouble then. It is meant for readers, so it
   * holds no reasons, which are the operator's.
   *
   * @param since the moment before the first; not included
   */
  @Transactional
  public Map<Instant, List<String>> at(SortedSet<Instant> moments, Instant since) {
    Map<String, Boolean> counted = new HashMap<>();
    List<Asked> asked =
        entities
            .createQuery(
                "select new org.paperround.paper.SourceStanding$Asked("
                    + "i.source, i.id, i.date, i.startedAt, i.verdict)"
                    + " from IngestionRow i where i.startedAt > :from and i.startedAt <= :until"
                    + " and i.byId = false"
                    + " order by i.startedAt, i.id",
                Asked.class)
            .setParameter("from", since.minus(LOOK_BACK))
            .setParameter("until", moments.last())
            .getResultList();
    asked =
        asked.stream().filter(one -> counted.computeIfAbsent(one.of(), this::isCountedOn)).toList();
    Map<Instant, List<String>> troubles = new HashMap<>();
    Map<String, SourceStanding> standings = new TreeMap<>();
    int next = 0;
    Instant before = since;
    for (Instant moment : moments) {
      while (next < asked.size() && !asked.get(next).startedAt().isAfter(moment)) {
        Asked one = asked.get(next++);
        standings.computeIfAbsent(one.of(), of -> new SourceStanding()).take(one);
      }
      troubles.put(moment, told(standings.values(), before));
      before = moment;
    }
    return troubles;
  }

  private static List<String> told(Collection<SourceStanding> standings, Instant since) {
    List<Asked> last =
        standings.stream()
            .flatMap(standing -> standing.last().stream())
            .filter(asked -> asked.startedAt().isAfter(since))
            .toList();
    return Stream.of(
            told(last, Verdict.FAILED, " could not be read"),
            told(last, Verdict.STALE, " had not brought the day's list"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> told(List<Asked> last, Verdict verdict, String what) {
    List<String> names =
        last.stream()
            .filter(asked -> asked.verdict() == verdict)
            .map(asked -> NAMES.getOrDefault(asked.of(), asked.of()))
            .toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(list(names) + what);
  }

  private static String list(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
