package org.paperround.digest;

import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paperround.delivery.smtp.EncodedText;

/**
 * A template printed with gaps, into which the words of each mail are put. So Qute is asked once,
 * not for every mail, and lines without gaps are encoded once; the bytes are those the template
 * prints when it is given the words themselves.
 */
final class Form {

  // Gaps are looked for before there are words, so a word may hold any character.
  private static final char FIRST_GAP = '\uE000';
  private static final char LAST_GAP = '\uF8FF';

  private final List<Lines> lines = new ArrayList<>();
  private final @Nullable HtmlEscaper escaper;

  private Form(boolean html) {
    escaper = html ? new HtmlEscaper(List.of()) : null;
  }

  /**
   * Some lines one after another: encoded where they are every mail's, else what stands before,
   * between and after their gaps.
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Lines(byte[] encoded, List<String> around, List<Integer> gaps) {}

  /** What the template is given for a word, by the word's place. */
  static String gap(int word) {
    return Character.toString(FIRST_GAP + word);
  }

  /**
   * The form of whole lines.
   *
   * @param template was given {@link #gap} for every word that it prints as it gets it
   */
  static Form of(TemplateInstance template, Variant variant) {
    return of(template.setVariant(variant).render(), variant);
  }

  /** The form of whole lines that were printed with gaps. */
  static Form of(String printed, Variant variant) {
    Form form = new Form(variant.equals(DigestMail.HTML));
    int start = 0;
    while (start < printed.length()) {
      boolean gaps = hasGap(line(printed, start));
      int end = start;
      while (end < printed.length() && hasGap(line(printed, end)) == gaps) {
        end += line(printed, end).length();
      }
      String run = printed.substring(start, end);
      form.lines.add(
          gaps ? withGaps(run) : new Lines(EncodedText.encode(run), List.of(), List.of()));
      start = end;
    }
    return form;
  }

  private static String line(String printed, int start) {
    int end = printed.indexOf('\n', start);
    return printed.substring(start, end < 0 ? printed.length() : end + 1);
  }

  private static boolean hasGap(String line) {
    return line.chars().anyMatch(Form::isGap);
  }

  private static boolean isGap(int c) {
    return c >= FIRST_GAP && c <= LAST_GAP;
  }

  private static Lines withGaps(String run) {
    List<String> around = new ArrayList<>();
    List<Integer> gaps = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < run.length(); i++) {
      if (isGap(run.charAt(i))) {
        around.add(run.substring(start, i));
        gaps.add(run.charAt(i) - FIRST_GAP);
        start = i + 1;
      }
    }
    around.add(run.substring(start));
    return new Lines(new byte[0], around, gaps);
  }

  /** The lines with these words, as pieces; those without gaps are shared. */
  List<byte[]> fill(List<String> words) {
    List<byte[]> pieces = new ArrayList<>(lines.size());
    for (Lines some : lines) {
      pieces.add(some.gaps().isEmpty() ? some.encoded() : EncodedText.encode(filled(some, words)));
    }
    return pieces;
  }

  private String filled(Lines some, List<String> words) {
    StringBuilder filled = new StringBuilder(512);
    for (int i = 0; i < some.gaps().size(); i++) {
      String word = words.get(some.gaps().get(i));
      filled.append(some.around().get(i)).append(escaper == null ? word : escaper.map(word, null));
    }
    return filled.append(some.around().get(some.gaps().size())).toString();
  }
}
