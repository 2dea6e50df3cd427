package org.paperround.admin.csv;

import java.util.Map;

/** One row of a file, with the line it begins in, counted from 1. */
sealed interface CsvRow {

  long line();

  /** A row that could be read: its cells by the name of their column. */
  record Whole(long line, Map<String, String> cells) implements CsvRow {}

  /** One that could not, and why. */
  record Broken(long line, String detail) implements CsvRow {}
}
