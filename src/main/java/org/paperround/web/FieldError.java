package org.paperround.web;

/**
 * What is wrong with one field, in a sentence that stands beside it.
 *
 * @param field the form field's name
 */
record FieldError(String field, String detail) {}
