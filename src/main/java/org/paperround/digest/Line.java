package org.paperround.digest;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words from sources and readers, made fit for one line. Nothing in them is interpreted. */
final class Line {

  // Controls and lone surrogates cannot be shown; direction overrides would turn what follows.
  private static final Pattern UNSHOWABLE =
      Pattern.compile("[\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");

  /** A space at which no line ends. */
  static final String NO_BREAK = "\u00A0";

  private Line() {}

  /** The text with no place where a line could end. */
  static String unbroken(String text) {
    return text.replace(" ", NO_BREAK);
  }

  /** The text in one line, without anything that cannot be shown. */
  static String of(String text) {
    return spaced(text).strip();
  }

  /** As {@link #of}, but a space at either end stays. */
  static String spaced(String text) {
    return isPlain(text)
        ? text
        : SPACE.matcher(UNSHOWABLE.matcher(text).replaceAll("")).replaceAll(" ");
  }

  /** Most texts are ordinary letters in single spaces: there is nothing to look for. */
  private static boolean isPlain(String text) {
    char before = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isOrdinary(c) || c == ' ' && before == ' ') {
        return false;
      }
      before = c;
    }
    return true;
  }

  /** Of ASCII, of the European scripts and their neighbours, and of punctuation such as quotes. */
  private static boolean isOrdinary(char c) {
    return c >= ' ' && c <= '~' || c > '\u00A0' && c < '\u1680' || c >= '\u2010' && c <= '\u2027';
  }

  /** At most so many characters, cut between words where there are any. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    int space = Math.max(text.lastIndexOf(' ', end), text.lastIndexOf(NO_BREAK, end));
    if (space > longest * 2 / 3) {
      end = space;
    } else if (Character.isLowSurrogate(text.charAt(end))) {
      end--;
    }
    return text.substring(0, end).replaceFirst("[\\s\\u00A0,;:.·–—-]+$", "") + "…";
  }

  /** "1 paper", "1,204 papers". */
  static String count(int number, String what) {
    return number(number) + " " + what + (number == 1 ? "" : "s");
  }

  static String number(int number) {
    return number < 1000 ? Integer.toString(number) : String.format(Locale.ENGLISH, "%,d", number);
  }

  /** "one", "one and two", "one, two and three". */
  static String and(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
