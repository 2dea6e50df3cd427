package org.paperround.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;
import org.paperround.topic.query.Query;

/**
 * Papers held in memory for queries to be put to them, from any number of threads. Scores do not
 * depend on which papers are in it together.
 */
public final class PaperIndex implements AutoCloseable {

  private static final Comparator<Found> BEST_FIRST =
      Comparator.comparing(Found::score).reversed().thenComparing(found -> found.paper().id());

  private static final float USUAL_SUM = 2;

  private final List<PaperText> papers;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private PaperIndex(List<PaperText> papers, DirectoryReader reader) {
    this.papers = papers;
    this.reader = reader;
    searcher = new WordSearcher(reader);
  }

  /** Indexes these papers; an id that comes twice is two papers. */
  public static PaperIndex of(Collection<PaperText> papers) {
    List<PaperText> inOrder = List.copyOf(papers);
    IndexWriterConfig config =
        new IndexWriterConfig(new PaperAnalyzer())
            .setSimilarity(new FixedStatistics())
            // Without merges the n-th paper is the n-th document.
            .setMergePolicy(NoMergePolicy.INSTANCE);
    // As arrays, for every term of every match opens its file anew, and buffers do that slowly.
    ByteBuffersDirectory directory =
        new ByteBuffersDirectory(
            new SingleInstanceLockFactory(),
            ByteBuffersDataOutput::new,
            ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
    try {
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (PaperText paper : inOrder) {
          writer.addDocument(PaperDocument.of(paper));
        }
      }
      return new PaperIndex(inOrder, DirectoryReader.open(directory));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** Every paper that answers the query, best first. */
  public List<PaperMatch> search(Query query) {
    return search(CompiledQuery.of(query), Integer.MAX_VALUE).best();
  }

  /**
   * The papers that answer a query, by score, then by ascending id.
   *
   * @param most how many of them to return; all are counted
   */
  public Answer search(CompiledQuery query, int most) {
    try {
      Weight weight = searcher.createWeight(query.lucene(), ScoreMode.COMPLETE, 1);
      List<Found> found = new ArrayList<>();
      for (LeafReaderContext leaf : reader.leaves()) {
        Scorer scorer = weight.scorer(leaf);
        if (scorer != null) {
          collect(scorer, leaf, found);
        }
      }
      found.sort(BEST_FIRST);
      List<PaperMatch> best = new ArrayList<>();
      for (Found one : found.subList(0, Math.min(most, found.size()))) {
        Matches matches = Objects.requireNonNull(weight.matches(one.leaf(), one.document()));
        Reason reason = ReasonFinder.reason(matches, one.paper());
        best.add(new PaperMatch(one.paper().id(), one.score(), reason));
      }
      return new Answer(found.size(), best);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** The ids of all papers that answer a query, ascending. */
  public List<Long> ids(CompiledQuery query) {
    try {
      Weight weight = searcher.createWeight(query.lucene(), ScoreMode.COMPLETE_NO_SCORES, 1);
      List<Long> ids = new ArrayList<>();
      for (LeafReaderContext leaf : reader.leaves()) {
        Scorer scorer = weight.scorer(leaf);
        if (scorer != null) {
          DocIdSetIterator documents = scorer.iterator();
          while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            ids.add(papers.get(leaf.docBase + documents.docID()).id());
          }
        }
      }
      Collections.sort(ids);
      return ids;
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private void collect(Scorer scorer, LeafReaderContext leaf, List<Found> found)
      throws IOException {
    DocIdSetIterator documents = scorer.iterator();
    for (int document = documents.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = documents.nextDoc()) {
      found.add(
          new Found(papers.get(leaf.docBase + document), score(scorer.score()), leaf, document));
    }
  }

  /**
   * Puts a sum of words on the scale of all topics: whatever answers a query answers it for
   * certain, so it is half of the whole at least; one word in the title makes three quarters.
   */
  private static float score(float sum) {
    return 0.5f + 0.5f * sum / (sum + USUAL_SUM);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private record Found(PaperText paper, float score, LeafReaderContext leaf, int document) {}
}
