package org.paperround.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;
import org.paperround.matching.meaning.Vectors;

/**
 * Scores papers for some questions at once, because that takes less time than one question after
 * the other: what is known of a paper is read from memory for all of them.
 */
final class Ranking {

  private static final Comparator<Place> BEST_FIRST =
      Comparator.comparingLong(found -> -order(found.score(), found.place()));

  private final List<PaperText> papers;
  private final @Nullable MeaningIndex meanings;

  /**
   * @param papers in ascending order of their ids
   * @param meanings of the same papers; null where words alone are compared
   */
  Ranking(List<PaperText> papers, @Nullable MeaningIndex meanings) {
    this.papers = papers;
    this.meanings = meanings;
  }

  /**
   * A question.
   *
   * @param words its words as they stand in these papers
   * @param meaning what it means; null where words alone count
   * @param scoring how both make a score
   */
  record Asked(
      Question question, WeighedWords words, float @Nullable [] meaning, Scoring scoring) {}

  /**
   * A paper that was found.
   *
   * @param place its place among the papers
   * @param passage the place of the nearest among its passages; -1 where words alone were compared
   */
  record Place(int place, float score, int passage) {}

  /**
   * What a question found.
   *
   * @param total how many papers have such a score; where meanings count, of those looked at
   *     closely
   * @param best the best of them, by score, then by place
   */
  record Found(int total, List<Place> best) {}

  /**
   * The papers that are found by each of some questions.
   *
   * @param least the score from which on a paper is found
   * @param most how many to return for each
   */
  List<Found> best(List<Asked> asked, float least, int most) {
    float[][] cosines = cosines(asked);
    List<Found> found = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Asked one = asked.get(i);
      float[] shares = one.words().shares(papers.size());
      if (isByMeaning(one)) {
        // Few of those further down would come among the wanted by a passage of theirs.
        int looked = (int) Math.min(papers.size(), most + most / 2L);
        double first = least - one.scoring().mostByPassage();
        Best best = new Best(one, cosines[i], shares, first, looked);
        for (int place : best.places()) {
          candidates.add(new Candidate(i, place, cosines[i][place], shares[place]));
        }
        found.add(new Found(0, new ArrayList<>()));
      } else {
        Best best = new Best(one, cosines[i], shares, least, most);
        List<Place> places = new ArrayList<>();
        for (int place : best.places()) {
          places.add(new Place(place, one.scoring().score(0, shares[place]), -1));
        }
        found.add(new Found(best.total(), places));
      }
    }
    lookClosely(candidates, asked, least, found);
    return found.stream().map(one -> first(one, most)).toList();
  }

  private boolean isByMeaning(Asked asked) {
    return meanings != null && asked.meaning() != null;
  }

  private float[][] cosines(List<Asked> asked) {
    float[] none = new float[Vectors.DIMENSIONS];
    List<float[]> vectors =
        asked.stream().map(one -> Objects.requireNonNullElse(one.meaning(), none)).toList();
    return meanings == null ? new float[asked.size()][papers.size()] : meanings.whole(vectors);
  }

  private record Candidate(int question, int place, float cosine, float share) {}

  private void lookClosely(
      List<Candidate> candidates, List<Asked> asked, float least, List<Found> found) {
    candidates.sort(Comparator.comparingInt(Candidate::place));
    for (Candidate one : candidates) {
      Asked by = asked.get(one.question());
      float[] vector = Objects.requireNonNull(by.meaning());
      MeaningIndex.Nearest nearest = Objects.requireNonNull(meanings).nearest(vector, one.place());
      double nearness = Scoring.nearness(one.cosine(), nearest.cosine());
      float score = by.scoring().score(nearness, one.share());
      if (score >= least) {
        found.get(one.question()).best().add(new Place(one.place(), score, nearest.passage()));
      }
    }
  }

  private static Found first(Found found, int most) {
    List<Place> all = found.best();
    all.sort(BEST_FIRST);
    int total = Math.max(found.total(), all.size());
    return new Found(total, all.subList(0, Math.min(most, all.size())));
  }

  /** The papers of the best scores among those that reach the least. */
  private final class Best {

    private final LongHeap best;
    private int total;

    Best(Asked asked, float[] cosines, float[] shares, double least, int most) {
      best = new LongHeap(Math.max(1, Math.min(most, papers.size())));
      Set<Long> examples = asked.question().exampleIds();
      for (int place = 0; place < papers.size(); place++) {
        float score = asked.scoring().score(cosines[place], shares[place]);
        if (score >= least && (examples.isEmpty() || !examples.contains(papers.get(place).id()))) {
          total++;
          best.insertWithOverflow(order(score, place));
        }
      }
    }

    /** How many reach the least. */
    int total() {
      return total;
    }

    /** The places of the best, in no order. */
    int[] places() {
      int[] places = new int[best.size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = ~(int) best.get(i + 1);
      }
      return places;
    }
  }

  /** A number that is greater for a greater score, and of two with one score for the first. */
  private static long order(float score, int place) {
    return (long) NumericUtils.floatToSortableInt(score) << Integer.SIZE | ~place & 0xFFFFFFFFL;
  }
}
