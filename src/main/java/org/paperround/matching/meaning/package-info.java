/**
 * What texts mean, as vectors: the nearer two texts in meaning, the smaller the angle between
 * theirs. A language model in this process makes them; it comes with the build or it does not, and
 * is loaded by the first text. Nothing here knows of topics.
 */
@NullMarked
package org.paperround.matching.meaning;

import org.jspecify.annotations.NullMarked;
