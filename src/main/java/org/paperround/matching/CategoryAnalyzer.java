package org.paperround.matching;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** A category is one term, or several in its place: itself under its one name, or its archives. */
final class CategoryAnalyzer extends Analyzer {

  private static final int LONGEST = 200;

  private final Function<String, Collection<String>> terms;

  CategoryAnalyzer(Function<String, Collection<String>> terms) {
    this.terms = terms;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    KeywordTokenizer source = new KeywordTokenizer();
    return new TokenStreamComponents(
        source, new InPlace(new TruncateTokenFilter(source, LONGEST), terms));
  }

  private static final class InPlace extends TokenFilter {
    private final Function<String, Collection<String>> terms;
    private final Queue<String> waiting = new ArrayDeque<>();
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position =
        addAttribute(PositionIncrementAttribute.class);

    InPlace(TokenStream input, Function<String, Collection<String>> terms) {
      super(input);
      this.terms = terms;
    }

    @Override
    public boolean incrementToken() throws IOException {
      String next = waiting.poll();
      if (next != null) {
        term.setEmpty().append(next);
        position.setPositionIncrement(0);
        return true;
      }
      if (!input.incrementToken()) {
        return false;
      }
      waiting.addAll(terms.apply(term.toString()));
      term.setEmpty().append(waiting.remove());
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      waiting.clear();
    }
  }
}
