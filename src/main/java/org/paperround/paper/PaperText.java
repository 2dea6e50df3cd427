package org.paperround.paper;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tidies text that came from outside. */
final class PaperText {

  // Control characters and halves of surrogate pairs: neither database stores all of them.
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cs}]+");

  private PaperText() {}

  /** The text in one line: NFC, every run of white space one space; empty for null. */
  static String line(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return BLANK.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }
}
