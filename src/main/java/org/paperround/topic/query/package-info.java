/**
 * The query language: from what a reader typed to a {@link Query}, or to a {@link QueryException}
 * that says where it went wrong and what to do.
 *
 * <p>A query passes a strict front (length, quotes, parentheses, depth, number of terms) before the
 * generated parser sees it; its tree becomes {@link Clause}s, in a normal form, so that the same
 * question asked in another order is the same query. {@link TextAnalysis} says what a word is, here
 * and for the papers alike. How clauses find papers is the business of {@code matching}, which
 * handles every kind of them.
 */
@NullMarked
package org.paperround.topic.query;

import org.jspecify.annotations.NullMarked;
