package org.paperround.matching;

import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.paperround.topic.query.Clause;
import org.paperround.topic.query.Field;
import org.paperround.topic.query.Scope;
import org.paperround.topic.query.TextAnalysis;

/** Says in Lucene's terms what each kind of clause looks for, and what finding it is worth. */
final class ClauseCompiler implements Clause.Cases<Query> {

  /** What stands in the title is what the paper is about. */
  private static final float TITLE_BOOST = 3;

  /** About what a word that stands once in an abstract is worth. */
  private static final float PREFIX_SCORE = 0.45f;

  /** Says little of what a paper is about, but something where it is one choice of several. */
  private static final float CATEGORY_SCORE = 0.1f;

  @Override
  public Query all(Clause.All all) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    all.wanted().forEach(clause -> query.add(clause.accept(this), Occur.MUST));
    all.excluded().forEach(clause -> query.add(clause.accept(this), Occur.MUST_NOT));
    return query.build();
  }

  @Override
  public Query any(Clause.Any any) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    any.choices().forEach(clause -> query.add(clause.accept(this), Occur.SHOULD));
    return query.build();
  }

  @Override
  public Query word(Clause.Word word) {
    return words(word.scope(), word.word());
  }

  @Override
  public Query phrase(Clause.Phrase phrase) {
    return words(phrase.scope(), String.join(" ", phrase.words()));
  }

  @Override
  public Query prefix(Clause.Prefix prefix) {
    String start = prefix.start();
    int letters = start.codePointCount(0, start.length());
    int length = Math.min(letters, PaperAnalyzer.LONGEST_BEGINNING);
    String beginning = start.substring(0, start.offsetByCodePoints(0, length));
    return inEach(
        prefix.scope(), part -> constant(IndexField.ofBeginnings(part), beginning, PREFIX_SCORE));
  }

  @Override
  public Query inCategory(Clause.InCategory category) {
    return constant(IndexField.of(Field.CATEGORY), category.id(), CATEGORY_SCORE);
  }

  @Override
  public Query inArchive(Clause.InArchive archive) {
    return constant(IndexField.ofBeginnings(Field.CATEGORY), archive.archive(), CATEGORY_SCORE);
  }

  private static Query words(Scope scope, String text) {
    List<String> terms =
        TextAnalysis.terms(scope.isProse() ? TextAnalysis.STEMMED : TextAnalysis.UNSTEMMED, text);
    if (scope == Scope.AUTHOR && terms.size() > 1) {
      return PersonName.query(terms);
    }
    return inEach(
        scope,
        part ->
            terms.size() == 1
                ? new TermQuery(new Term(IndexField.of(part), terms.get(0)))
                : new PhraseQuery(IndexField.of(part), terms.toArray(String[]::new)));
  }

  private static Query inEach(Scope scope, Function<Field, Query> query) {
    BooleanQuery.Builder anyPart = new BooleanQuery.Builder();
    for (Field part : scope.fields()) {
      Query inPart = query.apply(part);
      anyPart.add(part == Field.TITLE ? new BoostQuery(inPart, TITLE_BOOST) : inPart, Occur.SHOULD);
    }
    return anyPart.build();
  }

  private static Query constant(String field, String term, float score) {
    return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, term))), score);
  }
}
