package org.paperround.topic.query;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A part of a query, in normal form: exclusions stand only in {@link All}, no {@code All} is
 * directly wanted by another, no {@link Any} a direct choice of another or excluded; operands are
 * distinct and sorted. Only {@link Query} makes them so.
 */
public sealed interface Clause {

  /** What it asks, in the query language. */
  String text();

  /** Answers with the case that this clause is. */
  <T> T accept(Cases<T> cases);

  /** One method for each kind of clause, so that whoever handles clauses handles all of them. */
  interface Cases<T> {
    T all(All all);

    T any(Any any);

    T word(Word word);

    T phrase(Phrase phrase);

    T prefix(Prefix prefix);

    T inCategory(InCategory category);

    T inArchive(InArchive archive);
  }

  /** A paper answers when every wanted clause holds and no excluded one; something is wanted. */
  record All(List<Clause> wanted, List<Clause> excluded) implements Clause {
    public All {
      wanted = List.copyOf(wanted);
      excluded = List.copyOf(excluded);
    }

    @Override
    public String text() {
      String excludedText = excluded.stream().map(c -> " -" + operand(c)).collect(joining());
      return wanted.stream().map(Clause::operand).collect(joining(" ")) + excludedText;
    }

    @Override
    public <T> T accept(Cases<T> cases) {
      return cases.all(this);
    }
  }

  /** A paper answers when at least one of two or more choices holds. */
  record Any(List<Clause> choices) implements Clause {
    public Any {
      choices = List.copyOf(choices);
    }

    @Override
    public String text() {
      return choices.stream().map(Clause::operand).collect(joining(" OR "));
    }

    @Override
    public <T> T accept(Cases<T> cases) {
      return cases.any(this);
    }
  }

  /** One word, folded as {@link TextAnalysis#words} does; in prose any of its inflections. */
  record Word(Scope scope, String word) implements Clause {
    @Override
    public String text() {
      return scope.prefix() + word;
    }

    @Override
    public <T> T accept(Cases<T> cases) {
      return cases.word(this);
    }
  }

  /** Two or more words next to each other, in this order, each as in {@link Word}. */
  record Phrase(Scope scope, List<String> words) implements Clause {
    public Phrase {
      words = List.copyOf(words);
    }

    @Override
    public String text() {
      return scope.prefix() + '"' + String.join(" ", words) + '"';
    }

    @Override
    public <T> T accept(Cases<T> cases) {
      return cases.phrase(this);
    }
  }

  /** Every word that starts like this, uninflected; three letters or more. */
  record Prefix(Scope scope, String start) implements Clause {
    @Override
    public String text() {
      return scope.prefix() + start + '*';
    }

    @Override
    public <T> T accept(Cases<T> cases) {
      return cases.prefix(this);
    }
  }

  /** Papers of one category, by its canonical identifier, under any of its names. */
  record InCategory(String id) implements Clause {
    @Override
    public String text() {
      return "cat:" + id;
    }

    @Override
    public <T> T accept(Cases<T> cases) {
      return cases.inCategory(this);
    }
  }

  /** Papers of any category of an archive such as {@code cs}. */
  record InArchive(String archive) implements Clause {
    @Override
    public String text() {
      return "cat:" + archive + ".*";
    }

    @Override
    public <T> T accept(Cases<T> cases) {
      return cases.inArchive(this);
    }
  }

  private static String operand(Clause clause) {
    boolean compound = clause instanceof All || clause instanceof Any;
    return compound ? "(" + clause.text() + ")" : clause.text();
  }
}
