package org.paperround.paper;

import com.github.tomtung.latex2unicode.LaTeX2Unicode;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/**
 * Titles, abstracts and names as people read them: TeX accents, symbols and simple formulas in
 * Unicode, entities resolved. What has no plain form stays TeX.
 */
final class TexText {

  // As Pandoc does: no space inside, no digit behind, so that $5 and $10 are prices.
  private static final Pattern FORMULA =
      Pattern.compile("(?<!\\\\)\\$\\$?(?=[^\\s$])([^$]{0,400}?[^\\s$\\\\])\\$\\$?(?!\\d)");
  private static final Pattern COMMAND =
      Pattern.compile(
          "\\\\(?:['\"`^~=.]\\s*(?:\\{[^{}]{0,4}\\}|\\\\?[A-Za-z])"
              + "|[uvHtcdbkr](?:\\s*\\{[^{}]{0,4}\\}|\\s+\\\\?[A-Za-z])"
              + "|[%&_#$]"
              + "|[A-Za-z]+(?:\\{\\}|\\s(?=[a-z]))?)");
  private static final Pattern STYLE =
      Pattern.compile(
          "\\\\(?:text|textit|textbf|texttt|textrm|textsc|textsf|emph|mbox|mathrm|mathit|mathbf"
              + "|mathsf|mathtt|operatorname\\*?|boldsymbol|bm|ensuremath|mathcal|mathscr"
              + "|mathfrak)\\s*\\{([^{}]*)\\}");
  private static final Pattern OLD_STYLE =
      Pattern.compile("\\{\\\\(?:bf|it|em|tt|rm|sc|sf|cal)\\s+([^{}]*)\\}");
  private static final Pattern SPACING =
      Pattern.compile("\\\\(?:[,;:! ]|left(?![a-z])|right(?![a-z])|quad(?![a-z])|qquad(?![a-z]))");
  private static final Pattern BRACED_LETTER = Pattern.compile("\\{(\\P{ASCII}\\p{M}*)\\}");
  private static final Pattern TIE = Pattern.compile("(?<=[\\p{L}.\\d])~(?=[\\p{L}\\d\\\\])");
  private static final Pattern STYLED_LETTERS = Pattern.compile("[\\x{1D400}-\\x{1D7FF}]+");
  private static final Set<String> LETTERS =
      Set.of(
          "\\o", "\\O", "\\l", "\\L", "\\i", "\\j", "\\ss", "\\ae", "\\AE", "\\oe", "\\OE", "\\aa",
          "\\AA");

  private static final Pattern MARKED = Pattern.compile("[\\\\$~]|``");

  private TexText() {}

  /** The text as people read it; the text itself where there is nothing to do. */
  static String readable(String text) {
    String plain = text.indexOf('&') < 0 ? text : StringEscapeUtils.unescapeHtml4(text);
    if (!MARKED.matcher(plain).find()) {
      return plain;
    }
    plain = FORMULA.matcher(plain).replaceAll(TexText::formula);
    plain = OLD_STYLE.matcher(plain).replaceAll("$1");
    plain = STYLE.matcher(plain).replaceAll("$1");
    plain = COMMAND.matcher(plain).replaceAll(TexText::command);
    plain = BRACED_LETTER.matcher(plain).replaceAll("$1");
    plain = TIE.matcher(plain).replaceAll(" ");
    if (plain.contains("``")) {
      plain = plain.replace("``", "“").replace("''", "”");
    }
    return plain;
  }

  private static String formula(MatchResult found) {
    String tex = found.group(1);
    String simple = tex;
    String before;
    do {
      before = simple;
      simple = STYLE.matcher(simple).replaceAll("$1");
    } while (!simple.equals(before));
    String unicode = converted(SPACING.matcher(simple).replaceAll(""));
    return Matcher.quoteReplacement(isPlain(unicode) ? unicode : found.group());
  }

  private static String command(MatchResult found) {
    String tex = found.group();
    String name = tex.strip().replace("{}", "");
    String unicode = converted(LETTERS.contains(name) ? name : tex);
    return Matcher.quoteReplacement(isPlain(unicode) ? unicode : tex);
  }

  private static boolean isPlain(String text) {
    return text.indexOf('\\') < 0;
  }

  private static String converted(String tex) {
    try {
      String unicode = Normalizer.normalize(LaTeX2Unicode.convert(tex), Normalizer.Form.NFC);
      return STYLED_LETTERS
          .matcher(unicode)
          .replaceAll(styled -> Normalizer.normalize(styled.group(), Normalizer.Form.NFKC));
    } catch (RuntimeException | StackOverflowError beyondIt) {
      return tex;
    }
  }
}
