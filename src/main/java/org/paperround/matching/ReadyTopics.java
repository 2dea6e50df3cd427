package org.paperround.matching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.paperround.base.PaperId;
import org.paperround.matching.meaning.Meanings;
import org.paperround.matching.meaning.Vectors;
import org.paperround.paper.IngestPapers;
import org.paperround.paper.Paper;
import org.paperround.paper.Papers;
import org.paperround.topic.Topic;
import org.paperround.topic.TopicKind;

/**
 * Makes topics ready to be put to papers. What one means is worked out once and kept; papers that
 * one names and nobody has are fetched.
 */
@ApplicationScoped
class ReadyTopics {

  private static final Logger LOG = Logger.getLogger(ReadyTopics.class);
  private static final int MOST_FETCHED = 50;
  private static final int MOST_REMEMBERED = 10_000;
  private static final Duration ASKED_AGAIN_AFTER = Duration.ofHours(1);

  private final MeaningStore store;
  private final Meanings meanings;
  private final PaperVectors vectors;
  private final Papers papers;
  private final IngestPapers ingest;
  // A new topic meets day after day: without this a paper that nobody knows is asked for as often.
  private final Cache<PaperId, Boolean> askedFor =
      Caffeine.newBuilder()
          .maximumSize(MOST_REMEMBERED)
          .expireAfterWrite(ASKED_AGAIN_AFTER)
          .build();

  ReadyTopics(
      MeaningStore store,
      Meanings meanings,
      PaperVectors vectors,
      Papers papers,
      IngestPapers ingest) {
    this.store = store;
    this.meanings = meanings;
    this.vectors = vectors;
    this.papers = papers;
    this.ingest = ingest;
  }

  /** Those of some topics that can be asked, by their ids, in the same order. */
  Map<Long, ReadyTopic> of(List<Topic> topics) {
    Map<Long, Vectors> known = known(topics);
    Map<PaperId, Paper> examples = examples(topics);
    Map<Long, Vectors> made = new HashMap<>();
    Map<Long, ReadyTopic> ready = new LinkedHashMap<>();
    for (Topic topic : topics) {
      try {
        switch (topic.kind()) {
          case QUERY -> ready.put(topic.id(), CompiledQuery.of(topic.query()));
          case ABOUT -> ready.put(topic.id(), about(topic, known, made));
          case LIKE ->
              like(topic, examples, known, made)
                  .ifPresent(question -> ready.put(topic.id(), question));
        }
      } catch (RuntimeException failure) {
        LOG.errorf(failure, "Topic %d cannot be read", topic.id());
      }
    }
    if (!made.isEmpty()) {
      store.keepTopics(made);
    }
    return ready;
  }

  private Map<Long, Vectors> known(List<Topic> topics) {
    List<Long> ids =
        topics.stream().filter(topic -> topic.kind() != TopicKind.QUERY).map(Topic::id).toList();
    return ids.isEmpty() || !meanings.isOn() ? Map.of() : store.ofTopics(ids);
  }

  private Question about(Topic topic, Map<Long, Vectors> known, Map<Long, Vectors> made) {
    if (!meanings.isOn()) {
      return Question.about(topic.wording(), (Vectors) null);
    }
    Vectors vector = known.get(topic.id());
    if (vector == null) {
      vector = Question.vector(topic.wording(), meanings);
      made.put(topic.id(), vector);
    }
    return Question.about(topic.wording(), vector);
  }

  private Optional<Question> like(
      Topic topic,
      Map<PaperId, Paper> examples,
      Map<Long, Vectors> known,
      Map<Long, Vectors> made) {
    List<Paper> named =
        topic.examples().stream()
            .filter(examples::containsKey)
            .map(id -> examples.get(id))
            .toList();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Vectors kept = known.getOrDefault(topic.id(), Vectors.NONE);
    // Of fewer if one could not be fetched before.
    if (meanings.isOn() && kept.count() != named.size()) {
      kept = wholes(named);
      if (kept.count() > 0) {
        made.put(topic.id(), kept);
      }
    }
    return Optional.of(like(named, kept));
  }

  private static Question like(List<Paper> named, Vectors wholes) {
    List<PaperText> texts = new ArrayList<>();
    List<Question.Example> examples = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      Paper paper = named.get(i);
      texts.add(PaperText.of(paper));
      Vectors whole = wholes.count() == 0 ? Vectors.NONE : Vectors.of(List.of(wholes.get(i)));
      examples.add(new Question.Example(paper.id(), paper.content().title(), whole));
    }
    return Question.like(texts, examples);
  }

  /** The papers that topics name. */
  private Map<PaperId, Paper> examples(List<Topic> topics) {
    Set<PaperId> named = new LinkedHashSet<>();
    topics.stream()
        .filter(topic -> topic.kind() == TopicKind.LIKE)
        .forEach(topic -> named.addAll(topic.examples()));
    Map<PaperId, Paper> held = held(named);
    List<PaperId> unknown =
        named.stream()
            .filter(id -> id.isArxiv() && !held.containsKey(id))
            .filter(id -> askedFor.getIfPresent(id) == null)
            .limit(MOST_FETCHED)
            .toList();
    if (!unknown.isEmpty() && fetch(unknown)) {
      held.putAll(held(Set.copyOf(unknown)));
    }
    return held;
  }

  /** The papers with these identities that are held. */
  Map<PaperId, Paper> held(Set<PaperId> ids) {
    Map<PaperId, Paper> held = new HashMap<>();
    ids.forEach(id -> papers.find(id).ifPresent(paper -> held.put(id, paper)));
    return held;
  }

  /** Papers like some, for whoever asks in passing. */
  Optional<Question> like(List<Paper> named) {
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(like(named, meanings.isOn() ? wholes(named) : Vectors.NONE));
  }

  /** The vector of each as a whole; none if one of them cannot be read. */
  private Vectors wholes(List<Paper> named) {
    List<Vectors> all = vectors.of(named);
    return all.stream().anyMatch(each -> each.count() == 0)
        ? Vectors.NONE
        : Vectors.of(all.stream().map(each -> each.get(0)).toList());
  }

  private boolean fetch(List<PaperId> unknown) {
    unknown.forEach(id -> askedFor.put(id, true));
    for (String source : ingest.announcingSources()) {
      try {
        LOG.infof("Fetched %s: %s", unknown, ingest.find(source, unknown).verdict());
        return true;
      } catch (RuntimeException failure) {
        LOG.warnf(failure, "%s could not be fetched; they are asked for again later", unknown);
      }
    }
    return false;
  }
}
