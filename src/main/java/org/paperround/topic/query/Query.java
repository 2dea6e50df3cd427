package org.paperround.topic.query;

/**
 * What a reader asks for, read from text. Two queries are equal when they ask the same: order,
 * spacing, letter case of words, redundant parentheses, repetitions and aliases of categories make
 * no difference.
 *
 * <p>Words beside each other must all be found; {@code AND}, {@code OR}, {@code NOT} and {@code -}
 * combine them, quotes keep them together, {@code title: abstract: author: org: cat:} say where,
 * and a {@code *} ends the start of a word. Anything else is text: {@code C++} and {@code TCP/IP}
 * are what they look like.
 */
public final class Query {

  /** The longest text a reader may write, in characters (UTF-16). */
  public static final int MAX_LENGTH = 500;

  /** The longest canonical text; it can be longer than what was written, as fields are repeated. */
  public static final int MAX_CANONICAL_LENGTH = 1000;

  /** How many words, phrases and categories a query may have. */
  public static final int MAX_TERMS = 32;

  /** How deep parentheses may be nested. */
  public static final int MAX_DEPTH = 8;

  private final Clause root;
  private final String canonical;

  private Query(Clause root, String canonical) {
    this.root = root;
    this.canonical = canonical;
  }

  /**
   * Reads a query as a person wrote it.
   *
   * @throws QueryException if it breaks the language or a limit, or has nothing to look for
   */
  public static Query parse(String text) {
    return read(text, MAX_LENGTH);
  }

  /**
   * Reads a query back from its {@link #canonical} text.
   *
   * @throws QueryException if the text is not a query, for example since a category is gone
   */
  public static Query ofCanonical(String canonical) {
    return read(canonical, MAX_CANONICAL_LENGTH);
  }

  private static Query read(String text, int maxLength) {
    Clause root = QueryReader.read(text, maxLength);
    String canonical = root.text();
    if (canonical.length() > MAX_CANONICAL_LENGTH) {
      throw new QueryException(0, "This query is too long once spelled out. Use fewer words.");
    }
    return new Query(root, canonical);
  }

  /** What must hold for a paper to answer. */
  public Clause root() {
    return root;
  }

  /** The one text of all queries that ask the same; reading it gives this query again. */
  public String canonical() {
    return canonical;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Query query && query.canonical.equals(canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return canonical;
  }
}
