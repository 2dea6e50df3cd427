/**
 * Rounds and editions: chooses and orders the papers of each digest that is due, renders it as HTML
 * and text, and hands it to the outbox exactly once.
 *
 * <p>Flow: a round takes the due subscriptions, composes one {@link
 * org.paperround.digest.EditionView} each, and {@link org.paperround.digest.EditionPrinter} prints
 * it from pieces that mails share; the edition's page shows the same view later. What readers said
 * of earlier papers moves the matched ones up and down ({@link org.paperround.digest.Leaning}).
 *
 * <p>Edge: what matches is settled in {@code matching}, who may be mailed in {@code delivery}.
 */
@NullMarked
package org.paperround.digest;

import org.jspecify.annotations.NullMarked;
