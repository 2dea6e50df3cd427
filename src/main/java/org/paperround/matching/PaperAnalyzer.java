package org.paperround.matching;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.paperround.topic.catalogue.Categories;
import org.paperround.topic.query.Field;
import org.paperround.topic.query.TextAnalysis;

/** Says for each field of the index what terms a paper has there. */
final class PaperAnalyzer extends AnalyzerWrapper {

  static final int SHORTEST_BEGINNING = 3;

  /** Longer words are known by their first letters, so that no text can blow up the index. */
  static final int LONGEST_BEGINNING = 30;

  private static final Categories CATEGORIES = Categories.known();
  private static final Analyzer CATEGORY =
      new CategoryAnalyzer(category -> List.of(CATEGORIES.canonical(category)));
  private static final Analyzer ARCHIVES = new CategoryAnalyzer(CATEGORIES::archives);

  PaperAnalyzer() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    boolean words = !IndexField.isOfBeginnings(field);
    return switch (IndexField.part(field)) {
      case TITLE, ABSTRACT -> words ? TextAnalysis.STEMMED : TextAnalysis.UNSTEMMED;
      case AUTHOR, ORGANIZATION -> TextAnalysis.UNSTEMMED;
      case CATEGORY -> words ? CATEGORY : ARCHIVES;
    };
  }

  @Override
  protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents words) {
    Field part = IndexField.part(field);
    if (!IndexField.isOfBeginnings(field)) {
      return part == Field.AUTHOR
          ? new TokenStreamComponents(words.getSource(), new Initials(words.getTokenStream()))
          : words;
    }
    if (part == Field.CATEGORY) {
      return words;
    }
    return new TokenStreamComponents(
        words.getSource(),
        new EdgeNGramTokenFilter(
            words.getTokenStream(), SHORTEST_BEGINNING, LONGEST_BEGINNING, false));
  }

  /** Wide, to keep a phrase from running on from one author into the next. */
  @Override
  public int getPositionIncrementGap(String field) {
    return 100;
  }
}
