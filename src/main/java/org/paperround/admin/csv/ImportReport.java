package org.paperround.admin.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The totals of an import, and the rows that were not taken: the first of them in memory, all in a
 * temporary file, since the totals are told before the rows. The file goes when it is closed, or
 * with the process.
 */
final class ImportReport implements AutoCloseable {

  private static final int FIRST = 1000;

  /** What a program is told; {@code more} counts the rows that are left out. */
  record Summary(long imported, long unchanged, long refused, List<ReportLine> rows, long more) {}

  private final List<ReportLine> first = new ArrayList<>();
  private final FileChannel file;
  private final CSVPrinter printer;
  private long imported;
  private long unchanged;
  private long refused;

  ImportReport() throws IOException {
    Path path = Files.createTempFile("paperround-import", ".csv");
    file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    printer =
        new CSVPrinter(
            new BufferedWriter(Channels.newWriter(file, StandardCharsets.UTF_8)),
            CSVFormat.DEFAULT);
    printer.printRecord("line", "email", "outcome", "detail");
  }

  void add(long line, String email, RowOutcome outcome) throws IOException {
    switch (outcome.kind()) {
      case IMPORTED -> {
        imported++;
        return;
      }
      case UNCHANGED -> unchanged++;
      case ERROR, SUPPRESSED -> refused++;
    }
    if (first.size() < FIRST) {
      first.add(new ReportLine(line, email, outcome.kind(), outcome.detail()));
    }
    printer.printRecord(
        line, FormulaSafe.write(email), outcome.kind(), FormulaSafe.write(outcome.detail()));
  }

  Summary summary() {
    return new Summary(
        imported, unchanged, refused, List.copyOf(first), unchanged + refused - first.size());
  }

  /** All rows as CSV. Closing what is answered closes the report. */
  InputStream rows() throws IOException {
    printer.flush();
    file.position(0);
    return Channels.newInputStream(file);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
