package org.paperround.matching;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Searches papers that do not change for many thousand queries with the same words in them. What a
 * word weighs, and where it stands first in a paper, is looked up once. Of a word that stands
 * several times in one part of a paper the first place is all that matches tell.
 */
final class WordSearcher extends IndexSearcher {

  private final Map<Asked, Weight> words = new ConcurrentHashMap<>();

  private record Asked(Query word, float boost) {}

  WordSearcher(IndexReader reader) {
    super(reader);
    setSimilarity(new FixedStatistics());
    // Every query comes by once: there is nothing to remember.
    setQueryCache(null);
  }

  @Override
  public Weight createWeight(Query query, ScoreMode mode, float boost) throws IOException {
    if (query instanceof BoostQuery boosted) {
      return createWeight(boosted.getQuery(), mode, boost * boosted.getBoost());
    }
    if (!(query instanceof TermQuery) || mode != ScoreMode.COMPLETE) {
      return super.createWeight(query, mode, boost);
    }
    Asked asked = new Asked(query, boost);
    Weight known = words.get(asked);
    if (known == null) {
      // Two threads that come at once make it twice, to the same end.
      known = new Word((TermQuery) query, super.createWeight(query, mode, boost));
      words.put(asked, known);
    }
    return known;
  }

  private static final class Word extends FilterWeight {

    private final Term term;
    private final Map<Object, Map<Integer, Place>> places = new ConcurrentHashMap<>();

    Word(TermQuery query, Weight weight) {
      super(weight);
      term = query.getTerm();
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      return in.scorerSupplier(leaf);
    }

    @Override
    public @Nullable Matches matches(LeafReaderContext leaf, int document) throws IOException {
      Map<Integer, Place> known = places.get(leaf.id());
      if (known == null) {
        known = places(leaf.reader());
        places.put(leaf.id(), known);
      }
      Place place = known.get(document);
      return place == null ? null : MatchesUtils.forField(term.field(), () -> new Only(place));
    }

    /** Of all papers at once, which takes hardly longer than of one. */
    private Map<Integer, Place> places(LeafReader reader) throws IOException {
      Map<Integer, Place> first = new HashMap<>();
      PostingsEnum papers = reader.postings(term, PostingsEnum.OFFSETS);
      while (papers != null && papers.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int position = papers.nextPosition();
        first.put(
            papers.docID(),
            new Place(getQuery(), position, papers.startOffset(), papers.endOffset()));
      }
      return first;
    }
  }

  private record Place(Query word, int position, int start, int end) {}

  /** One place and no other. */
  private static final class Only implements MatchesIterator {

    private final Place place;
    private boolean begun;

    Only(Place place) {
      this.place = place;
    }

    @Override
    public boolean next() {
      boolean first = !begun;
      begun = true;
      return first;
    }

    @Override
    public int startPosition() {
      return place.position();
    }

    @Override
    public int endPosition() {
      return place.position();
    }

    @Override
    public int startOffset() {
      return place.start();
    }

    @Override
    public int endOffset() {
      return place.end();
    }

    @Override
    public @Nullable MatchesIterator getSubMatches() {
      return null;
    }

    @Override
    public Query getQuery() {
      return place.word();
    }
  }
}
