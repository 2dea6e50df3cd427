import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.paperround.matching.Answer;
import org.paperround.matching.Breadth;
import org.paperround.matching.CompiledQuery;
import org.paperround.matching.DayIndex;
import org.paperround.matching.PaperIndex;
import org.paperround.matching.PaperText;
import org.paperround.matching.Question;
import org.paperround.matching.QuestionIndex;
import org.paperround.matching.ReadyTopic;
import org.paperround.matching.WordStatistics;
import org.paperround.matching.meaning.Meanings;
import org.paperround.matching.meaning.Vectors;
import org.paperround.topic.catalogue.Catalogue;
import org.paperround.topic.query.Query;
import org.paperround.topic.query.TextAnalysis;

/**
 * How long N distinct topics, half of them queries and half in plain words, take to meet a day of
 * papers, with the service's own matcher. Run by bench/matching.
 */
final class Matching {

  private static final int PAPERS = 1000;
  private static final int READ = 1000;
  private static final int AT_ONCE = 50;
  private static final int WARM = 20_000;

  /** How long what is added to a vector is, against the vector. */
  private static final double OFF = 0.15;

  /** As many as the service matches between two writes. */
  private static final int TOGETHER = 500;

  private final Random dice = new Random(20260602);
  private final List<PaperText> papers = new ArrayList<>();
  private final List<PaperText> others = new ArrayList<>();
  private final Meanings meanings = new Meanings(true);
  private final Breadth breadth = new Breadth(meanings, new Catalogue());

  public static void main(String[] given) throws IOException {
    int most = given.length > 1 ? Integer.parseInt(given[1]) : 100_000;
    new Matching().run(Path.of(given[0]), most);
  }

  private void run(Path listings, int most) throws IOException {
    read(listings);
    say("papers=%d processors=%d", papers.size(), Runtime.getRuntime().availableProcessors());
    List<Vectors> vectors = Embedded.of(papers, meanings);
    long began = System.nanoTime();
    WordStatistics statistics = WordStatistics.of(papers);
    say("statistics_s=%.2f", since(began));
    List<ReadyTopic> topics = topics(most, meanings);
    // Some beforehand, so that the curve is not that of a cold machine.
    meet(vectors, statistics, topics.subList(0, Math.min(WARM, most)), meanings.isOn());
    meet(vectors, statistics, topics.subList(0, Math.min(WARM, most)), meanings.isOn());
    for (int size = 1000; size <= most; size *= 10) {
      tell(size, meet(vectors, statistics, topics.subList(0, size), meanings.isOn()));
    }
    if (most >= 2000) {
      tell(most / 2, meet(vectors, statistics, topics.subList(0, most / 2), meanings.isOn()));
    }
  }

  private static void tell(int size, Met met) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    say(
        "topics=%d index_s=%.2f match_s=%.2f total_s=%.2f topics_per_s=%.0f matches=%d"
            + " of_queries=%d heap_after_gc_mb=%d",
        size,
        met.indexing(),
        met.matching(),
        met.indexing() + met.matching(),
        size / (met.indexing() + met.matching()),
        met.matches(),
        met.ofQueries(),
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private record Met(double indexing, double matching, long matches, long ofQueries) {}

  private Met meet(
      List<Vectors> vectors, WordStatistics statistics, List<ReadyTopic> topics, boolean meaning) {
    long began = System.nanoTime();
    long matches = 0;
    long ofQueries = 0;
    double indexing;
    long matching;
    try (DayIndex index =
        new DayIndex(
            PaperIndex.of(papers),
            () ->
                meaning
                    ? QuestionIndex.of(papers, vectors, breadth, statistics)
                    : QuestionIndex.of(papers, statistics))) {
      index.answer(topics.get(1));
      indexing = since(began);
      matching = System.nanoTime();
      for (int from = 0; from < topics.size(); from += TOGETHER) {
        List<ReadyTopic> some = topics.subList(from, Math.min(from + TOGETHER, topics.size()));
        List<Answer> answers = index.answers(some);
        for (int i = 0; i < some.size(); i++) {
          int found = answers.get(i).best().size();
          matches += found;
          ofQueries += some.get(i) instanceof CompiledQuery ? found : 0;
        }
      }
    }
    return new Met(
        indexing, since(matching), matches, ofQueries);
  }

  private void read(Path listings) throws IOException {
    for (List<PaperText> day : Listings.read(listings).values()) {
      for (PaperText paper : day) {
        (papers.size() < PAPERS ? papers : others).add(paper);
      }
    }
  }

  /** Queries of two or three words of papers, and sentences of papers of other days, by turns. */
  private List<ReadyTopic> topics(int count, Meanings meanings) {
    List<String> sentences = sentences(count / 2);
    List<float[]> read = new ArrayList<>();
    if (meanings.isOn()) {
      long began = System.nanoTime();
      for (int from = 0; from < Math.min(READ, sentences.size()); from += AT_ONCE) {
        read.addAll(
            meanings.of(sentences.subList(from, Math.min(from + AT_ONCE, sentences.size()))));
      }
      say("topics_embedded_per_s=%.1f", read.size() / since(began));
    }
    List<String> words = words();
    Set<String> queries = new LinkedHashSet<>();
    while (queries.size() < count - count / 2) {
      queries.add(query(words));
    }
    List<ReadyTopic> topics = new ArrayList<>();
    int place = 0;
    long began = System.nanoTime();
    for (String query : queries) {
      topics.add(CompiledQuery.of(Query.parse(query)));
      if (place < sentences.size()) {
        topics.add(question(sentences.get(place), place, read));
        place++;
      }
    }
    say("topics_parsed_per_s=%.0f", topics.size() / since(began));
    return topics;
  }

  /**
   * To embed them all would take an hour: the others get the vector of one that was embedded, a
   * little off, so that as much is near to them as to that.
   */
  private ReadyTopic question(String sentence, int place, List<float[]> read) {
    Question plain = Question.about(sentence, new Meanings(false));
    if (read.isEmpty()) {
      return plain;
    }
    float[] vector = read.get(place % read.size());
    if (place >= read.size()) {
      vector = vector.clone();
      for (int i = 0; i < vector.length; i++) {
        vector[i] += (float) (dice.nextGaussian() * OFF / Math.sqrt(vector.length));
      }
    }
    return new Question(plain.words(), Vectors.of(List.of(vector)), List.of());
  }

  private List<String> sentences(int count) {
    Set<String> sentences = new LinkedHashSet<>();
    for (PaperText paper : others) {
      for (String sentence : paper.summary().split("(?<=[.!?])\\s+")) {
        if (sentence.length() > 60 && sentences.size() < count) {
          sentences.add(sentence);
        }
      }
    }
    List<String> all = new ArrayList<>(sentences);
    int single = all.size();
    while (all.size() < count) {
      all.add(all.get(dice.nextInt(single)) + " " + all.get(dice.nextInt(single)));
    }
    // So that a part of the topics is like the whole of them.
    Collections.shuffle(all, dice);
    return all;
  }

  private List<String> words() {
    Set<String> words = new LinkedHashSet<>();
    for (PaperText paper : papers) {
      for (String word : TextAnalysis.words(paper.title())) {
        if (word.length() > 3 && !TextAnalysis.isStopWord(word)) {
          words.add(word);
        }
      }
    }
    return List.copyOf(words);
  }

  private String query(List<String> words) {
    String one = words.get(dice.nextInt(words.size()));
    String two = words.get(dice.nextInt(words.size()));
    return switch (dice.nextInt(8)) {
      case 0 -> one + " OR " + two;
      case 1 -> "title:" + one + " -" + two;
      case 2, 3, 4 -> one + " (" + two + " OR " + words.get(dice.nextInt(words.size())) + ")";
      default -> one + " " + two;
    };
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static void say(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
