package org.paperround.topic;

import java.text.Normalizer;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.paperround.base.InvalidPaperId;
import org.paperround.base.PaperId;
import org.paperround.topic.query.Query;
import org.paperround.topic.query.QueryException;
import org.paperround.topic.query.TextAnalysis;

/**
 * A topic as somebody wrote it. What each kind may say is settled here.
 *
 * @param written a query; or words of the reader's own; or the identities of papers in any of the
 *     shapes {@link PaperId#parse(String)} knows, with spaces, commas or semicolons between
 */
public record TopicText(TopicKind kind, String written) {

  /** How many characters an {@link TopicKind#ABOUT} may have. */
  public static final int LONGEST_ABOUT = 4000;

  /** How many papers a {@link TopicKind#LIKE} may name. */
  public static final int MOST_EXAMPLES = 10;

  private static final int LONGEST_LABEL = 80;
  private static final int LONGEST_EXAMPLES = 1000;
  private static final int LONGEST_WRITTEN_EXAMPLES = 4000;
  private static final Pattern NAMED_PAPER = Pattern.compile("(?:(?i:arxiv|doi):\\s+)?[^\\s,;]+");

  /** A query in the query language. */
  public static TopicText ofQuery(String written) {
    return new TopicText(TopicKind.QUERY, written);
  }

  /**
   * The key under which all who ask the same share one topic.
   *
   * @throws QueryException if it cannot be read, with the place and what to do about it
   */
  public TopicKey key() {
    return switch (kind) {
      case QUERY -> new TopicKey(kind, Query.parse(written).canonical(), null);
      case ABOUT -> about();
      case LIKE -> new TopicKey(kind, String.join(" ", examples()), null);
    };
  }

  private TopicKey about() {
    String words = Normalizer.normalize(written, Normalizer.Form.NFC).strip();
    // Some letters grow when they are composed, and most shrink: neither may be too long to keep.
    int length = Math.max(words.length(), written.strip().length());
    if (length > LONGEST_ABOUT) {
      throw new QueryException(
          LONGEST_ABOUT, "At most %,d characters; these are %,d.".formatted(LONGEST_ABOUT, length));
    }
    if (TextAnalysis.words(words).stream().allMatch(TextAnalysis::isStopWord)) {
      throw new QueryException(0, "Say in a few words what the papers should be about.");
    }
    String wording = words.replaceAll("(?U)\\s+", " ").strip();
    return new TopicKey(kind, DigestUtils.sha256Hex(wording), wording);
  }

  private SortedSet<String> examples() {
    SortedSet<String> ids = new TreeSet<>();
    Matcher named = NAMED_PAPER.matcher(written);
    while (named.find()) {
      try {
        ids.add(PaperId.parse(named.group()).value());
      } catch (InvalidPaperId none) {
        throw new QueryException(
            named.start(),
            "“%s” names no paper; write an arXiv id such as 2509.22824, or a DOI."
                .formatted(shortened(named.group())));
      }
    }
    if (ids.isEmpty()) {
      throw new QueryException(0, "Name a paper, by its arXiv id such as 2509.22824 or its DOI.");
    }
    int length = ids.stream().mapToInt(id -> id.length() + 1).sum();
    if (ids.size() > MOST_EXAMPLES || length > LONGEST_EXAMPLES) {
      throw new QueryException(
          0, "At most %d papers; make two topics of them.".formatted(MOST_EXAMPLES));
    }
    if (written.strip().length() > LONGEST_WRITTEN_EXAMPLES) {
      throw new QueryException(
          LONGEST_WRITTEN_EXAMPLES,
          "At most %,d characters; name each paper once, by its id."
              .formatted(LONGEST_WRITTEN_EXAMPLES));
    }
    return ids;
  }

  /** The papers that a {@link TopicKind#LIKE} names, as they were written. */
  public List<String> namedPapers() {
    return NAMED_PAPER
        .matcher(written)
        .results()
        .map(named -> named.group().replaceFirst("\\s+", ""))
        .toList();
  }

  /** What a mail or page calls the topic: one line, shortened. */
  public String label() {
    return switch (kind) {
      case QUERY -> written;
      case ABOUT -> "about “" + shortened(written.strip().replaceAll("\\s+", " ")) + "”";
      case LIKE -> "like " + shortened(String.join(", ", namedPapers()));
    };
  }

  /** The beginning of a text, as far as it fits on a line. */
  public static String shortened(String text) {
    if (text.length() <= LONGEST_LABEL) {
      return text;
    }
    int space = text.lastIndexOf(' ', LONGEST_LABEL);
    int end = space > LONGEST_LABEL / 2 ? space : LONGEST_LABEL;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
