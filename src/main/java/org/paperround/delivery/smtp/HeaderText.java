package org.paperround.delivery.smtp;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Makes any text fit for a header: nothing that could end or break it gets through, what is not
 * ASCII becomes encoded words (RFC 2047), and lines are folded.
 */
public final class HeaderText {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String FOLD = "\r\n ";
  private static final int LONGEST_LINE = 76;
  private static final int LONGEST_WORD = 75;
  private static final String OPEN = "=?UTF-8?Q?";
  private static final String CLOSE = "?=";

  private HeaderText() {}

  /** One line without control characters, with single spaces where they stood. */
  public static String clean(String text) {
    if (isPlain(text) && !text.contains("  ")) {
      return text.strip();
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString().replaceAll(" {2,}", " ").strip();
  }

  /** The value of an unstructured header such as Subject. */
  public static String unstructured(String name, String text) {
    String clean = clean(text);
    return isPlain(clean) ? folded(name, clean) : encoded(name.length() + 2, clean);
  }

  /** The value of a header of tokens, addresses or URLs: folded at spaces, never encoded. */
  public static String structured(String name, String text) {
    return folded(name, clean(text));
  }

  /** A display name and its address, as in From. */
  public static String mailbox(String name, String displayName, String address) {
    String clean = clean(displayName);
    if (clean.isEmpty()) {
      return address;
    }
    String phrase =
        isPlain(clean)
            ? '"' + clean.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
            : encoded(name.length() + 2, clean);
    int lastLine = phrase.length() - phrase.lastIndexOf('\n') + name.length();
    boolean fits = lastLine + address.length() + 4 <= LONGEST_LINE;
    return phrase + (fits ? " " : FOLD) + "<" + address + ">";
  }

  /** Whether a text of one line goes into a header as it is: printable ASCII. */
  public static boolean isPlain(String clean) {
    for (int i = 0; i < clean.length(); i++) {
      if (clean.charAt(i) < ' ' || clean.charAt(i) > '~') {
        return false;
      }
    }
    return !clean.contains("=?");
  }

  private static String folded(String name, String text) {
    StringBuilder folded = new StringBuilder(text.length() + 16);
    int column = name.length() + 2;
    for (String word : text.split(" ")) {
      if (folded.length() > 0) {
        boolean fits = column + 1 + word.length() <= LONGEST_LINE;
        folded.append(fits ? " " : FOLD);
        column = fits ? column + 1 : 1;
      }
      folded.append(word);
      column += word.length();
    }
    return folded.toString();
  }

  /** Encoded words of whole characters, each in a line of at most 76. */
  private static String encoded(int firstColumn, String text) {
    StringBuilder all = new StringBuilder(text.length() * 3);
    StringBuilder word = new StringBuilder(LONGEST_WORD);
    int room = LONGEST_LINE - firstColumn;
    for (int c : text.codePoints().toArray()) {
      String letters = letters(c);
      if (OPEN.length() + word.length() + letters.length() + CLOSE.length()
          > Math.min(room, LONGEST_WORD)) {
        all.append(OPEN).append(word).append(CLOSE).append(FOLD);
        word.setLength(0);
        room = LONGEST_LINE - 1;
      }
      word.append(letters);
    }
    return all.append(OPEN).append(word).append(CLOSE).toString();
  }

  /** One character in the Q encoding, with only what RFC 2047 (5, rule 3) allows in a phrase. */
  private static String letters(int codePoint) {
    if (codePoint == ' ') {
      return "_";
    }
    if (codePoint < 128
        && (Character.isLetterOrDigit(codePoint) || "!*+-/".indexOf(codePoint) >= 0)) {
      return Character.toString(codePoint);
    }
    StringBuilder letters = new StringBuilder(12);
    for (byte octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      letters.append('=').append(HEX.toHexDigits(octet));
    }
    return letters.toString();
  }
}
