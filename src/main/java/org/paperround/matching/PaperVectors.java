package org.paperround.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.paperround.matching.MeaningStore.PaperKey;
import org.paperround.matching.meaning.Meanings;
import org.paperround.matching.meaning.PaperMeanings;
import org.paperround.matching.meaning.Vectors;
import org.paperround.paper.Paper;

/** The vectors of papers: those that are kept, and those that are missing, made now. */
@ApplicationScoped
class PaperVectors {

  private static final Logger LOG = Logger.getLogger(PaperVectors.class);

  /** Kept as they are made: a process killed in the middle loses no more. */
  private static final int AT_ONCE = 50;

  private final MeaningStore store;
  private final Meanings meanings;

  PaperVectors(MeaningStore store, Meanings meanings) {
    this.store = store;
    this.meanings = meanings;
  }

  /** How many of some papers have no vectors yet. */
  long missing(List<Paper> papers) {
    Set<PaperKey> known = store.knownPapers(papers.stream().map(Paper::id).toList());
    return papers.stream().filter(paper -> !known.contains(key(paper))).count();
  }

  /** The vectors of some papers, in the same order; to make one takes some 100 ms. */
  List<Vectors> of(List<Paper> papers) {
    Map<PaperKey, Vectors> known =
        new HashMap<>(store.ofPapers(papers.stream().map(Paper::id).toList()));
    List<Paper> missing = papers.stream().filter(paper -> !known.containsKey(key(paper))).toList();
    long began = System.nanoTime();
    for (int from = 0; from < missing.size(); from += AT_ONCE) {
      List<Paper> some = missing.subList(from, Math.min(from + AT_ONCE, missing.size()));
      List<Vectors> made = made(some);
      Map<PaperKey, Vectors> byKey = new HashMap<>();
      for (int i = 0; i < some.size(); i++) {
        byKey.put(key(some.get(i)), made.get(i));
      }
      store.keepPapers(byKey);
      known.putAll(byKey);
    }
    if (missing.size() > AT_ONCE) {
      double seconds = (System.nanoTime() - began) / 1e9;
      LOG.infof("Read %d papers in %.1f s", missing.size(), seconds);
    }
    List<Vectors> vectors = new ArrayList<>(papers.size());
    papers.forEach(paper -> vectors.add(known.getOrDefault(key(paper), Vectors.NONE)));
    return vectors;
  }

  /** A paper that the model cannot read is found by queries alone. */
  private List<Vectors> made(List<Paper> papers) {
    try {
      return PaperMeanings.of(papers.stream().map(PaperVectors::text).toList(), meanings);
    } catch (RuntimeException failure) {
      List<Vectors> made = new ArrayList<>(papers.size());
      for (Paper paper : papers) {
        made.add(readAlone(paper).orElse(Vectors.NONE));
      }
      if (made.stream().allMatch(vectors -> vectors.count() == 0)) {
        // No paper is to blame: they are read again later.
        throw failure;
      }
      return made;
    }
  }

  private Optional<Vectors> readAlone(Paper paper) {
    try {
      return Optional.of(PaperMeanings.of(List.of(text(paper)), meanings).get(0));
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "%s cannot be read", paper.identifier().value());
      return Optional.empty();
    }
  }

  private static PaperKey key(Paper paper) {
    return new PaperKey(paper.id(), paper.revision());
  }

  private static PaperMeanings.Text text(Paper paper) {
    return new PaperMeanings.Text(paper.content().title(), paper.content().summary());
  }
}
