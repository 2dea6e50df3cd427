package org.paperround.base;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with one field of a request.
 *
 * @param field its name, with an index where it is one of several: {@code topics[2]}
 * @param detail a sentence for the one who wrote it
 * @param position where in the text it went wrong, as a 0-based offset; null when it is not there
 */
public record FieldError(String field, String detail, @Nullable Integer position) {}
