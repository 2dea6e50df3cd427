/**
 * What readers ask for. A topic is a standing question put to every new paper; this room holds the
 * language it is written in ({@code topic.query}) and the things it may name: the categories of
 * arXiv and the ready-made topics a reader can pick ({@code topic.catalogue}).
 *
 * <p>Text comes in from sign-up, is read once and either refused with the place and the remedy or
 * brought to its canonical form, by which readers who ask the same share one topic. Which papers
 * answer a topic is not decided here but in {@code matching}.
 */
@NullMarked
package org.paperround.topic;

import org.jspecify.annotations.NullMarked;
