import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.paperround.matching.Breadth;
import org.paperround.matching.DayIndex;
import org.paperround.matching.PaperIndex;
import org.paperround.matching.PaperMatch;
import org.paperround.matching.PaperText;
import org.paperround.matching.Question;
import org.paperround.matching.QuestionIndex;
import org.paperround.matching.ReadyTopic;
import org.paperround.matching.Strengths;
import org.paperround.matching.WordStatistics;
import org.paperround.matching.meaning.Meanings;
import org.paperround.matching.meaning.Vectors;
import org.paperround.topic.catalogue.Catalogue;
import org.paperround.topic.Strength;
import org.paperround.topic.TopicKind;

/**
 * How often a topic is answered when there is nothing for it, and how much of what is sent belongs:
 * each category is asked for in the words of its own description, and its papers are those that
 * arXiv lists in it. Run by bench/silence.
 */
final class Silence {

  private static final int FEWEST = 3;

  /** So many papers of the recorded days make a category a common one. */
  private static final int COMMON = 20;

  private static final int FOREIGN = 200;

  private final WordStatistics statistics;
  private final Meanings meanings = new Meanings(!Boolean.getBoolean("words"));
  private final Breadth breadth = new Breadth(meanings, new Catalogue());
  private final Map<String, DayIndex> days = new TreeMap<>();
  private final Map<String, List<PaperText>> papers;
  private final Map<Long, PaperText> byId = new TreeMap<>();

  private Silence(Path listings) throws IOException {
    papers = Listings.read(listings);
    List<PaperText> all = papers.values().stream().flatMap(List::stream).toList();
    statistics = WordStatistics.of(all);
    for (Map.Entry<String, List<PaperText>> day : papers.entrySet()) {
      day.getValue().forEach(paper -> byId.put(paper.id(), paper));
      List<Vectors> vectors = Embedded.of(day.getValue(), meanings);
      List<PaperText> texts = day.getValue();
      days.put(
          day.getKey(),
          new DayIndex(
              PaperIndex.of(texts),
              () ->
                  meanings.isOn()
                      ? QuestionIndex.of(texts, vectors, breadth, statistics)
                      : QuestionIndex.of(texts, statistics)));
    }
  }

  private record Category(String id, String archive, ReadyTopic topic) {}

  public static void main(String[] given) throws IOException {
    Silence silence = new Silence(Path.of(given[0]));
    List<Category> categories = silence.categories(Path.of(given[1]));
    System.out.printf(
        Locale.ROOT, "days=%d papers=%d categories=%d%n", silence.papers.size(),
        silence.byId.size(), categories.size());
    boolean scores = given.length > 3;
    if (scores) {
      silence.scores(categories);
    }
    for (Strength strength : Strength.values()) {
      silence.tell("all", strength, categories);
    }
    List<Category> common = categories.stream().filter(silence::isCommon).toList();
    for (Strength strength : Strength.values()) {
      silence.tell("common", strength, common);
    }
    List<ReadyTopic> foreign = silence.foreign(Path.of(given[2]));
    for (Strength strength : Strength.values()) {
      silence.tell(strength, foreign);
    }
  }

  /** Questions of a field that has no papers here; none where they are missing. */
  private List<ReadyTopic> foreign(Path queries) throws IOException {
    List<ReadyTopic> foreign = new ArrayList<>();
    for (String line : Files.exists(queries) ? Files.readAllLines(queries) : List.<String>of()) {
      if (foreign.size() < FOREIGN) {
        String text = new ObjectMapper().readTree(line).path("text").asText();
        foreign.add(Question.about(text, meanings));
      }
    }
    return foreign;
  }

  private void tell(Strength strength, List<ReadyTopic> foreign) {
    int sent = 0;
    int silent = 0;
    for (ReadyTopic topic : foreign) {
      float least = least(strength, topic);
      for (DayIndex day : days.values()) {
        long found =
            day.answer(topic).best().stream().filter(match -> match.score() >= least).count();
        sent += found;
        silent += found == 0 ? 1 : 0;
      }
    }
    if (!foreign.isEmpty()) {
      System.out.printf(
          Locale.ROOT,
          "foreign=%d strength=%s sent_per_topic_and_week=%.2f silent=%.3f%n",
          foreign.size(),
          strength.name().toLowerCase(Locale.ROOT),
          7.0 * sent / foreign.size() / days.size(),
          (double) silent / foreign.size() / days.size());
    }
  }

  private float least(Strength strength, ReadyTopic topic) {
    List<Float> scores =
        days.values().stream()
            .flatMap(day -> day.answer(topic).best().stream())
            .map(PaperMatch::score)
            .toList();
    return Strengths.least(TopicKind.ABOUT, strength, scores, days.size());
  }

  private boolean isCommon(Category category) {
    return byId.values().stream().filter(paper -> belongs(paper, category)).count() >= COMMON;
  }

  private List<Category> categories(Path taxonomy) throws IOException {
    List<Category> categories = new ArrayList<>();
    JsonNode all = new ObjectMapper().readTree(Files.readString(taxonomy)).path("categories");
    for (JsonNode category : all) {
      String description = category.path("description").asText("");
      if (category.path("active").asBoolean() && description.split("\\s+").length >= FEWEST) {
        String text = category.path("name").asText() + ". " + description;
        categories.add(
            new Category(
                category.path("id").asText(),
                category.path("archive").asText(),
                Question.about(text, meanings)));
      }
    }
    return categories;
  }

  /** Where scores of papers lie that belong and that do not, for choosing what is weak. */
  private void scores(List<Category> categories) {
    int[][] histogram = new int[3][21];
    for (Category category : categories) {
      for (DayIndex day : days.values()) {
        for (PaperMatch match : day.answer(category.topic()).best()) {
          int bin = Math.max(0, Math.min(20, (int) (match.score() * 20)));
          PaperText paper = byId.get(match.paperId());
          histogram[belongs(paper, category) ? 0 : near(paper, category) ? 1 : 2][bin]++;
        }
      }
    }
    for (int bin = 0; bin <= 20; bin++) {
      System.out.printf(
          Locale.ROOT, "score=%.2f in=%d same_archive=%d elsewhere=%d%n", bin / 20.0,
          histogram[0][bin], histogram[1][bin], histogram[2][bin]);
    }
  }

  private static boolean belongs(PaperText paper, Category category) {
    return paper.categories().contains(category.id());
  }

  private static boolean near(PaperText paper, Category category) {
    return paper.categories().stream().anyMatch(each -> each.startsWith(category.archive()));
  }

  private void tell(String which, Strength strength, List<Category> categories) {
    int sent = 0;
    int right = 0;
    int near = 0;
    int belonging = 0;
    int emptyDays = 0;
    int silentDays = 0;
    double precision = 0;
    int answered = 0;
    int asked = 0;
    for (Category category : categories) {
      float least = least(strength, category.topic());
      int sentHere = 0;
      int rightHere = 0;
      for (Map.Entry<String, DayIndex> day : days.entrySet()) {
        List<PaperText> found =
            day.getValue().answer(category.topic()).best().stream()
                .filter(match -> match.score() >= least)
                .map(match -> byId.get(match.paperId()))
                .toList();
        long there =
            papers.get(day.getKey()).stream().filter(paper -> belongs(paper, category)).count();
        belonging += there;
        sentHere += found.size();
        rightHere += found.stream().filter(paper -> belongs(paper, category)).count();
        near += found.stream().filter(paper -> near(paper, category)).count();
        if (there == 0) {
          emptyDays++;
          silentDays += found.isEmpty() ? 1 : 0;
        }
      }
      asked++;
      sent += sentHere;
      right += rightHere;
      if (sentHere > 0) {
        answered++;
        precision += (double) rightHere / sentHere;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "categories=%s strength=%s sent_per_topic_and_week=%.1f precision=%.3f same_archive=%.3f"
            + " precision_by_topic=%.3f recall=%.3f empty_days=%d silent=%.3f answered=%d/%d%n",
        which,
        strength.name().toLowerCase(Locale.ROOT),
        7.0 * sent / asked / days.size(),
        (double) right / sent,
        (double) near / sent,
        precision / answered,
        (double) right / belonging,
        emptyDays,
        (double) silentDays / emptyDays,
        answered,
        asked);
  }
}
