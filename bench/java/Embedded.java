import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.paperround.matching.PaperText;
import org.paperround.matching.meaning.Meanings;
import org.paperround.matching.meaning.PaperMeanings;
import org.paperround.matching.meaning.Vectors;

/** Makes the vectors of papers, or takes them from the folder PAPERROUND_BENCH_CACHE. */
final class Embedded {

  private static final int AT_ONCE = 50;

  private Embedded() {}

  /** The vectors of papers, in the same order; of each {@link Vectors#NONE} without a model. */
  static List<Vectors> of(List<PaperText> papers, Meanings meanings) throws IOException {
    List<Vectors> vectors = new ArrayList<>();
    if (!meanings.isOn()) {
      System.out.println("this build has no model: words alone are compared");
      papers.forEach(paper -> vectors.add(Vectors.NONE));
      return vectors;
    }
    meanings.of(List.of("warm"));
    String folder = System.getenv("PAPERROUND_BENCH_CACHE");
    Map<Integer, Vectors> made = new TreeMap<>();
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < papers.size(); i++) {
      Path kept = folder == null ? null : Path.of(folder, key(papers.get(i)));
      if (kept != null && Files.exists(kept)) {
        made.put(i, new Vectors(Files.readAllBytes(kept)));
      } else {
        missing.add(i);
      }
    }
    long began = System.nanoTime();
    for (int from = 0; from < missing.size(); from += AT_ONCE) {
      List<Integer> some = missing.subList(from, Math.min(from + AT_ONCE, missing.size()));
      List<Vectors> read =
          PaperMeanings.of(
              some.stream()
                  .map(i -> new PaperMeanings.Text(papers.get(i).title(), papers.get(i).summary()))
                  .toList(),
              meanings);
      for (int i = 0; i < some.size(); i++) {
        made.put(some.get(i), read.get(i));
        if (folder != null) {
          Files.createDirectories(Path.of(folder));
          Files.write(Path.of(folder, key(papers.get(some.get(i)))), read.get(i).packed());
        }
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.println(
        missing.isEmpty()
            ? "docs_embedded_per_s=from the cache"
            : String.format(Locale.ROOT, "docs_embedded_per_s=%.1f", missing.size() / seconds));
    vectors.addAll(made.values());
    return vectors;
  }

  private static String key(PaperText paper) {
    return DigestUtils.sha256Hex(paper.title() + "\n" + paper.summary());
  }
}
