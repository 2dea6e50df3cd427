package org.paperround.admin.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.paperround.base.InvalidRequest;

/**
 * A file of rows as it comes in: UTF-8, with a byte order mark or without, any line ends, line
 * breaks within quotes, blank lines between. Only the row at hand is in memory.
 */
final class CsvUpload {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char NOT_UTF_8 = '\uFFFD';
  // Blank lines are rows here, so that lines are counted right; they are left out below.
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

  private final InputStream body;
  private final BoundedRows bounded;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> columns;

  /** Where the row at hand begins. */
  private long line;

  private boolean ended;

  /**
   * Begins to read.
   *
   * @throws InvalidRequest if the first line does not name the columns
   */
  CsvUpload(InputStream upload, Columns columns) throws IOException {
    body = new LimitedUpload(upload);
    bounded = new BoundedRows(withoutMark(body));
    parser = CSVParser.builder().setReader(bounded).setFormat(FORMAT).get();
    records = parser.iterator();
    this.columns = columns.read(header());
  }

  /** The next rows; none at the end. */
  List<CsvRow> next(int most) throws IOException {
    List<CsvRow> rows = new ArrayList<>(most);
    while (!ended && rows.size() < most) {
      try {
        CSVRecord record = record();
        if (record == null) {
          ended = true;
        } else {
          rows.add(row(record));
        }
      } catch (UncheckedIOException failure) {
        rows.add(unreadable(failure));
        ended = true;
        // The answer is for whoever has sent everything.
        body.transferTo(OutputStream.nullOutputStream());
      }
    }
    return rows;
  }

  private static Reader withoutMark(InputStream body) throws IOException {
    Reader text = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  private List<String> header() throws IOException {
    try {
      CSVRecord record = record();
      if (record == null) {
        throw InvalidRequest.of("", "The file is empty; its first line names the columns.");
      }
      return record.toList();
    } catch (UncheckedIOException failure) {
      throw InvalidRequest.of("", unreadable(failure).detail());
    }
  }

  /** The next row that is not blank; null at the end. */
  private @Nullable CSVRecord record() {
    boolean isBlank = true;
    CSVRecord record = null;
    while (isBlank) {
      bounded.rowEnded();
      line = parser.getCurrentLineNumber() + 1;
      record = records.hasNext() ? records.next() : null;
      isBlank = record != null && record.size() == 1 && record.get(0).isBlank();
    }
    return record;
  }

  private CsvRow row(CSVRecord record) {
    if (record.size() != columns.size()) {
      return new CsvRow.Broken(
          line,
          "The row has %d cells and the first line %d; put cells with commas in quotes."
              .formatted(record.size(), columns.size()));
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < record.size(); i++) {
      if (record.get(i).indexOf(NOT_UTF_8) >= 0) {
        return new CsvRow.Broken(line, "The row is not UTF-8; save the file as UTF-8.");
      }
      cells.put(columns.get(i), record.get(i));
    }
    return new CsvRow.Whole(line, cells);
  }

  private CsvRow.Broken unreadable(UncheckedIOException wrapped) throws IOException {
    IOException failure = Objects.requireNonNull(wrapped.getCause());
    String rest = " This row and all that follow were not read.";
    if (failure instanceof CSVException) {
      return new CsvRow.Broken(
          line, "A quote is opened here that is not closed, or text stands behind it." + rest);
    }
    if (failure instanceof BoundedRows.RowTooLong) {
      return new CsvRow.Broken(
          line,
          "The row is longer than "
              + BoundedRows.LONGEST / 1024
              + " KiB; most likely a quote is not closed."
              + rest);
    }
    // The one who sends is gone.
    throw failure;
  }
}
