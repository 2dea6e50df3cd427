package org.paperround.topic.query;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.paperround.topic.query.grammar.QueryLexer;
import org.paperround.topic.query.grammar.QueryParser.ExpressionContext;
import org.paperround.topic.query.grammar.QueryParser.FurtherContext;
import org.paperround.topic.query.grammar.QueryParser.OperandContext;

/**
 * From the parser's tree to clauses. Terms that say nothing (signs, stop words) are left out, and
 * an expression of nothing else is left out itself; what is then left of the query must look for
 * something.
 */
final class ClauseBuilder {

  Clause root(ExpressionContext query) {
    Clause root = clause(parts(query, null));
    if (root == null) {
      throw new QueryException(
          query.getStart().getStartIndex(),
          "There are only signs and very common words here. Add a word to look for.");
    }
    return root;
  }

  /** What an expression wants and excludes, for whoever it stands in. */
  private static final class Parts {
    final List<Clause> wanted = new ArrayList<>();
    final List<Clause> excluded = new ArrayList<>();
    @Nullable Token exclusion;
  }

  private Parts parts(ExpressionContext expression, @Nullable Token field) {
    List<OperandContext> operands = new ArrayList<>();
    operands.add(expression.operand());
    for (FurtherContext further : expression.further()) {
      refuseMixture(expression.further(0), further);
      operands.add(further.operand());
    }
    boolean choice = operands.size() > 1 && isOr(expression.further(0));
    return choice ? choice(operands, field) : requirements(operands, field);
  }

  private static void refuseMixture(FurtherContext first, FurtherContext further) {
    if (isOr(first) != isOr(further)) {
      throw new QueryException(
          further.getStart().getStartIndex(),
          "AND and OR meet here, and words side by side mean AND. Put parentheses around what"
              + " belongs together, as in (one OR other) third.");
    }
  }

  private static boolean isOr(FurtherContext further) {
    return further.operator != null && further.operator.getType() == QueryLexer.OR;
  }

  private Parts requirements(List<OperandContext> operands, @Nullable Token field) {
    Parts parts = new Parts();
    for (OperandContext operand : operands) {
      if (operand.exclusion != null) {
        Clause excluded = clause(parts(operand, field));
        if (excluded != null) {
          parts.excluded.add(excluded);
          parts.exclusion = parts.exclusion == null ? operand.exclusion : parts.exclusion;
        }
      } else {
        Parts inner = parts(operand, field);
        parts.wanted.addAll(inner.wanted);
        parts.excluded.addAll(inner.excluded);
        parts.exclusion = parts.exclusion == null ? inner.exclusion : parts.exclusion;
      }
    }
    return parts;
  }

  private Parts choice(List<OperandContext> operands, @Nullable Token field) {
    List<Clause> choices = new ArrayList<>();
    for (OperandContext operand : operands) {
      if (operand.exclusion != null) {
        throw onlyExcludes(operand.exclusion);
      }
      Clause choice = clause(parts(operand, field));
      if (choice != null) {
        choices.add(choice);
      }
    }
    Parts parts = new Parts();
    if (!choices.isEmpty()) {
      parts.wanted.add(NormalForm.any(choices));
    }
    return parts;
  }

  private Parts parts(OperandContext operand, @Nullable Token outerField) {
    if (operand.field != null && outerField != null) {
      throw new QueryException(
          operand.field.getStartIndex(),
          "A field cannot stand inside %s(...). Close that parenthesis before it."
              .formatted(outerField.getText()));
    }
    Token field = operand.field == null ? outerField : operand.field;
    if (operand.group != null) {
      return parts(operand.group, field);
    }
    Parts parts = new Parts();
    Clause term = TermReader.read(field, operand.word == null ? operand.phrase : operand.word);
    if (term != null) {
      parts.wanted.add(term);
    }
    return parts;
  }

  private static @Nullable Clause clause(Parts parts) {
    if (!parts.wanted.isEmpty()) {
      return NormalForm.all(parts.wanted, parts.excluded);
    }
    if (parts.exclusion != null) {
      throw onlyExcludes(parts.exclusion);
    }
    return null;
  }

  private static QueryException onlyExcludes(Token exclusion) {
    return new QueryException(
        exclusion.getStartIndex(),
        "This only says what to leave out, so nearly every paper would answer. Add what to look"
            + " for beside it.");
  }
}
