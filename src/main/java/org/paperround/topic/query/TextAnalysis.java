package org.paperround.topic.query;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * What a word is, in queries and in papers. Words are Unicode's, without regard to letter case,
 * accents, compatibility forms and possessive endings; {@code C++} and {@code C#} are words. Both
 * analyzers keep stop words, so that a phrase matches exactly what it says: it is the query that
 * drops them where they stand alone.
 */
public final class TextAnalysis {

  /** For prose: inflections of an English word are the same word. */
  public static final Analyzer STEMMED = new Words(true);

  /** For names, and for words that are matched by how they start. */
  public static final Analyzer UNSTEMMED = new Words(false);

  private static final int LONGEST_WORD = StandardTokenizer.MAX_TOKEN_LENGTH_LIMIT;

  private TextAnalysis() {}

  /** The words of a text, unstemmed and in order; none if it is all signs. */
  public static List<String> words(String text) {
    return terms(UNSTEMMED, text);
  }

  /** The words of a text as one of the analyzers here sees them, in order. */
  public static List<String> terms(Analyzer analyzer, String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.add(term.toString());
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return terms;
  }

  /** Whether a word, as {@link #words} gives it, is too common to be looked for alone. */
  public static boolean isStopWord(String word) {
    return EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word);
  }

  private static final class Words extends Analyzer {

    private final boolean stemmed;

    Words(boolean stemmed) {
      this.stemmed = stemmed;
    }

    @Override
    protected Reader initReader(String fieldName, Reader reader) {
      return new SignWords(reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
      StandardTokenizer source = new StandardTokenizer();
      TokenStream words = new EnglishPossessiveFilter(new FoldingFilter(source));
      words = new LengthFilter(words, 1, LONGEST_WORD);
      return new TokenStreamComponents(source, stemmed ? new PorterStemFilter(words) : words);
    }
  }
}
