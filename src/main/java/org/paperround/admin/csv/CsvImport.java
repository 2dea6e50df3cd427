package org.paperround.admin.csv;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;

/** Takes a file in chunks of rows and answers what became of those that were not taken. */
public final class CsvImport {

  /** The media type that lists are answered in. */
  public static final MediaType CSV =
      new MediaType("text", "csv", Map.of("charset", "utf-8", "header", "present"));

  private static final int CHUNK = 2000;

  private CsvImport() {}

  /** What a room makes of some rows, whose cells come by the name of their column. */
  public interface Room extends Function<List<Map<String, String>>, List<RowOutcome>> {}

  /**
   * Takes a file; the answer has the totals in its head.
   *
   * @param asJson totals and the first thousand rows as JSON, else all rows as CSV
   * @throws org.paperround.base.InvalidRequest if the first line does not name the columns
   */
  public static Response run(InputStream upload, Columns columns, Room room, boolean asJson)
      throws IOException {
    CsvUpload rows = new CsvUpload(upload, columns);
    ImportReport report = new ImportReport();
    try {
      for (List<CsvRow> chunk = rows.next(CHUNK); !chunk.isEmpty(); chunk = rows.next(CHUNK)) {
        take(chunk, room, report);
      }
      return answer(report, asJson);
    } catch (IOException | RuntimeException failure) {
      report.close();
      throw failure;
    }
  }

  private static void take(List<CsvRow> chunk, Room room, ImportReport report) throws IOException {
    List<Map<String, String>> whole =
        chunk.stream()
            .filter(CsvRow.Whole.class::isInstance)
            .map(row -> ((CsvRow.Whole) row).cells())
            .toList();
    Queue<RowOutcome> outcomes = new ArrayDeque<>(room.apply(whole));
    for (CsvRow row : chunk) {
      if (row instanceof CsvRow.Whole read) {
        report.add(row.line(), read.cells().getOrDefault("email", ""), outcomes.remove());
      } else if (row instanceof CsvRow.Broken broken) {
        report.add(row.line(), "", new RowOutcome(RowOutcome.Kind.ERROR, broken.detail()));
      }
    }
  }

  private static Response answer(ImportReport report, boolean asJson) throws IOException {
    ImportReport.Summary totals = report.summary();
    Response.ResponseBuilder answer;
    if (asJson) {
      report.close();
      answer = Response.ok(totals, MediaType.APPLICATION_JSON_TYPE);
    } else {
      answer = Response.ok(report.rows(), CSV);
    }
    return answer
        .header("Paperround-Imported", totals.imported())
        .header("Paperround-Unchanged", totals.unchanged())
        .header("Paperround-Refused", totals.refused())
        .build();
  }
}
