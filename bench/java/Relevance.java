import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.paperround.matching.Breadth;
import org.paperround.matching.PaperText;
import org.paperround.matching.Question;
import org.paperround.matching.QuestionIndex;
import org.paperround.matching.Scoring;
import org.paperround.matching.WordStatistics;
import org.paperround.matching.meaning.Meanings;
import org.paperround.matching.meaning.Vectors;
import org.paperround.topic.catalogue.Catalogue;

/**
 * How well the service's matcher ranks a collection in BEIR's form: each query is a topic in plain
 * words, or with --like the id of a document that others should be like. Run by bench/relevance.
 */
final class Relevance {

  private static final int CUT = 10;
  private static final int DEEP = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> ids = new ArrayList<>();
  private final List<PaperText> papers = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  public static void main(String[] given) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(given));
    boolean like = arguments.remove("--like");
    if (arguments.size() != 3) {
      System.err.println("Usage: bench/relevance [--like] CORPUS.jsonl QUERIES.jsonl QRELS.tsv");
      System.exit(2);
    }
    new Relevance()
        .run(Path.of(arguments.get(0)), Path.of(arguments.get(1)), Path.of(arguments.get(2)), like);
  }

  private void run(Path corpus, Path queries, Path qrels, boolean like) throws IOException {
    for (JsonNode line : lines(corpus)) {
      String id = line.path("_id").asText();
      places.put(id, ids.size());
      ids.add(id);
      papers.add(
          new PaperText(
              ids.size(),
              line.path("title").asText(""),
              line.path("text").asText(""),
              List.of(),
              null,
              List.of()));
    }
    Map<String, Map<String, Double>> judged = judged(qrels);
    Map<String, String> asked = new LinkedHashMap<>();
    for (JsonNode line : lines(queries)) {
      String id = line.path("_id").asText();
      if (judged.containsKey(id)) {
        asked.put(id, line.path("text").asText(""));
      }
    }
    say("papers=%d topics=%d kind=%s", papers.size(), asked.size(), like ? "like" : "about");
    Meanings meanings = new Meanings(true);
    Meanings none = new Meanings(false);
    WordStatistics statistics = WordStatistics.of(papers);
    List<Vectors> vectors = Embedded.of(papers, meanings);
    QuestionIndex words = QuestionIndex.of(papers, statistics);
    Breadth breadth = new Breadth(meanings, new Catalogue());
    QuestionIndex both = QuestionIndex.of(papers, vectors, breadth, statistics);
    long began = System.nanoTime();
    Map<String, Question> plain = questions(asked, like, none, null);
    say("topics_parsed_per_s=%.0f", asked.size() / since(began));
    began = System.nanoTime();
    Map<String, Question> meant = questions(asked, like, meanings, vectors);
    say("topics_embedded_per_s=%.1f", asked.size() / since(began));
    report("words", words, Scoring.WORDS, plain, judged);
    if (meanings.isOn()) {
      report("meaning", both, Scoring.MEANING, meant, judged);
      report("both", both, Scoring.BOTH, meant, judged);
    }
  }

  private Map<String, Question> questions(
      Map<String, String> asked, boolean like, Meanings meanings, List<Vectors> vectors) {
    Map<String, Question> questions = new LinkedHashMap<>();
    asked.forEach(
        (id, text) ->
            questions.put(
                id, like ? like(id, text, vectors) : Question.about(text, meanings)));
    return questions;
  }

  /** A document is named by the query's text or, failing that, by its id. */
  private Question like(String id, String text, List<Vectors> vectors) {
    String named = places.containsKey(text.strip()) ? text.strip() : id;
    Integer place = places.get(named);
    if (place == null) {
      throw new IllegalArgumentException("Query " + id + " names no document of the corpus");
    }
    PaperText paper = papers.get(place);
    return Question.like(
        List.of(paper),
        List.of(
            new Question.Example(
                paper.id(), paper.title(), vectors == null ? Vectors.NONE : vectors.get(place))));
  }

  private void report(
      String mode,
      QuestionIndex index,
      Scoring scoring,
      Map<String, Question> questions,
      Map<String, Map<String, Double>> judged) {
    double ndcg = 0;
    double deepNdcg = 0;
    double map = 0;
    double recall = 0;
    double precision = 0;
    double spent = 0;
    for (Map.Entry<String, Question> one : questions.entrySet()) {
      long began = System.nanoTime();
      List<Long> ranking = index.ranking(one.getValue(), scoring);
      spent += since(began);
      Map<String, Double> gains = judged.get(one.getKey());
      List<Double> found =
          ranking.stream()
              .map(id -> gains.getOrDefault(ids.get(id.intValue() - 1), 0.0))
              .toList();
      ndcg += ndcg(found, gains, CUT);
      deepNdcg += ndcg(found, gains, (int) Math.ceil(ranking.size() * 0.2));
      map += averagePrecision(found, gains);
      recall += (double) relevant(found, DEEP) / relevant(gains);
      precision += (double) relevant(found, CUT) / CUT;
    }
    int n = questions.size();
    say(
        "mode=%s ndcg@10=%.4f map=%.4f recall@100=%.4f p@10=%.4f ndcg%%20=%.4f topics_per_s=%.0f",
        mode, ndcg / n, map / n, recall / n, precision / n, deepNdcg / n, n / spent);
  }

  private static double ndcg(List<Double> found, Map<String, Double> gains, int cut) {
    List<Double> ideal = gains.values().stream().sorted(Comparator.reverseOrder()).toList();
    return dcg(found, cut) / dcg(ideal, cut);
  }

  private static double dcg(List<Double> gains, int cut) {
    double sum = 0;
    for (int i = 0; i < Math.min(cut, gains.size()); i++) {
      sum += gains.get(i) / (Math.log(i + 2) / Math.log(2));
    }
    return sum;
  }

  private static double averagePrecision(List<Double> found, Map<String, Double> gains) {
    double sum = 0;
    int relevant = 0;
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i) > 0) {
        relevant++;
        sum += (double) relevant / (i + 1);
      }
    }
    return sum / relevant(gains);
  }

  private static long relevant(List<Double> found, int cut) {
    return found.stream().limit(cut).filter(gain -> gain > 0).count();
  }

  private static long relevant(Map<String, Double> gains) {
    return gains.values().stream().filter(gain -> gain > 0).count();
  }

  /** What is relevant to each query that has anything relevant; lines are query, document, gain. */
  private Map<String, Map<String, Double>> judged(Path file) throws IOException {
    Map<String, Map<String, Double>> judged = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.strip().split("\t");
      if (cells.length < 3 || !cells[cells.length - 1].matches("-?[0-9.]+")) {
        continue;
      }
      double gain = Double.parseDouble(cells[cells.length - 1]);
      judged
          .computeIfAbsent(cells[0], query -> new HashMap<>())
          .put(cells[cells.length - 2], gain);
    }
    judged.values().removeIf(gains -> relevant(gains) == 0);
    return judged;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (Stream<String> all = Files.lines(file)) {
      for (String line : (Iterable<String>) all.filter(text -> !text.isBlank())::iterator) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static void say(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
