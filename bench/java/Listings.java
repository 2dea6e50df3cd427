import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.paperround.matching.PaperText;

/** The papers of recorded arXiv listings. */
final class Listings {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Listings() {}

  /** The papers of each file, in the order of their names; a paper that comes again comes once. */
  static Map<String, List<PaperText>> read(Path folder) throws IOException {
    Map<String, List<PaperText>> days = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).sorted().toList()) {
        List<PaperText> papers = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
          JsonNode paper = JSON.readTree(line);
          if (seen.add(paper.path("id").asText())) {
            papers.add(text(seen.size(), paper));
          }
        }
        days.put(file.getFileName().toString().replace(".jsonl", ""), papers);
      }
    }
    return days;
  }

  private static PaperText text(int id, JsonNode paper) {
    List<String> authors = new ArrayList<>();
    paper.path("authors").forEach(author -> authors.add(author.asText()));
    List<String> categories = new ArrayList<>();
    paper.path("categories").forEach(category -> categories.add(category.asText()));
    return new PaperText(
        id,
        paper.path("title").asText(),
        paper.path("summary").asText(),
        authors,
        null,
        categories);
  }
}
