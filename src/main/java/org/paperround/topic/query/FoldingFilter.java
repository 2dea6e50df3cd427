package org.paperround.topic.query;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Brings a token to the form in which words are compared: compatibility forms resolved, no accents,
 * no letter case. Lucene's own folding knows the precomposed letters only, so accents typed as
 * combining characters and mathematical letters are resolved before it.
 */
final class FoldingFilter extends TokenFilter {

  /** Signs that the tokenizer, or NFKD, left at the edges. */
  private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}\\p{M}]+$");

  /** Accents of alphabetic scripts, invisible characters, and spaces that NFKD may bring in. */
  private static final Pattern DROPPED =
      Pattern.compile("[\\u0300-\\u036F\\u20D0-\\u20FF\\uFE00-\\uFE0F\\p{Cf}\\p{Z}]+");

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private char[] folded = new char[64];

  FoldingFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String token = term.toString();
    // Emoji are tokens too; taken apart they would be others.
    if (token.codePoints().anyMatch(Character::isLetterOrDigit)) {
      String word = isPlain(token) ? token.toLowerCase(Locale.ROOT) : fold(token);
      term.setEmpty().append(SignWords.written(word));
    }
    return true;
  }

  /** Most words; they are folded quickly. */
  private static boolean isPlain(String token) {
    return token.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
  }

  private String fold(String token) {
    String plain = Normalizer.normalize(token, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    plain = Normalizer.normalize(plain, Normalizer.Form.NFKD);
    plain = Normalizer.normalize(DROPPED.matcher(plain).replaceAll(""), Normalizer.Form.NFC);
    if (folded.length < plain.length() * 4) {
      folded = new char[plain.length() * 4];
    }
    int length = ASCIIFoldingFilter.foldToASCII(plain.toCharArray(), 0, folded, 0, plain.length());
    String ascii = new String(folded, 0, length).toLowerCase(Locale.ROOT);
    return EDGES.matcher(ascii).replaceAll("");
  }
}
