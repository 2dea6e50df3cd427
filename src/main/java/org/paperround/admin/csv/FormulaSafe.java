package org.paperround.admin.csv;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running what a cell holds: one that starts with = + - @ tab or carriage
 * return, apostrophes before it or not, gets an apostrophe in front, as OWASP's page on CSV
 * injection says. What was written so reads back as it was.
 */
public final class FormulaSafe {

  private static final Pattern RUNS = Pattern.compile("^'*[=+\\-@\\t\\r]");
  private static final Pattern NEUTRALISED = Pattern.compile("^'+[=+\\-@\\t\\r]");

  private FormulaSafe() {}

  /** The cell as a spreadsheet may have it. */
  public static String write(String cell) {
    return RUNS.matcher(cell).find() ? "'" + cell : cell;
  }

  /** The cell as it was before {@link #write}. */
  public static String read(String cell) {
    return NEUTRALISED.matcher(cell).find() ? cell.substring(1) : cell;
  }
}
