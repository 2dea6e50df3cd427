package org.paperround.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.paperround.admin.csv.Columns;
import org.paperround.admin.csv.CsvImport;
import org.paperround.admin.csv.FormulaSafe;
import org.paperround.admin.csv.RowOutcome;
import org.paperround.base.InvalidRequest;
import org.paperround.suppression.SuppressedAddress;
import org.paperround.suppression.SuppressionExport;
import org.paperround.suppression.SuppressionImport;
import org.paperround.suppression.SuppressionRow;

/** The suppression list as CSV, out and in; what was taken out can be brought in again. */
@ApplicationScoped
class SuppressionCsv {

  private static final List<String> HEADER = List.of("email", "reason", "detail", "suppressedAt");
  private static final Columns COLUMNS = new Columns(HEADER, Set.of("email"), Map.of());

  private final SuppressionExport export;
  private final SuppressionImport imports;
  private final Clock clock;

  SuppressionCsv(SuppressionExport export, SuppressionImport imports, Clock clock) {
    this.export = export;
    this.imports = imports;
    this.clock = clock;
  }

  Response write() {
    StreamingOutput lines = this::write;
    return Response.ok(lines, CsvImport.CSV).build();
  }

  Response read(InputStream body, boolean asJson) throws IOException {
    return CsvImport.run(body, COLUMNS, this::take, asJson);
  }

  private void write(OutputStream out) throws IOException {
    CSVPrinter printer =
        new CSVPrinter(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
            CSVFormat.DEFAULT);
    printer.printRecord(HEADER);
    export.each(line -> print(printer, line));
    printer.flush();
  }

  private static void print(CSVPrinter printer, SuppressedAddress line) {
    try {
      printer.printRecord(
          FormulaSafe.write(Optional.ofNullable(line.address()).orElse("")),
          line.reason(),
          FormulaSafe.write(line.detail()),
          line.suppressedAt());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private List<RowOutcome> take(List<Map<String, String>> rows) {
    Instant now = clock.instant();
    List<Optional<RowOutcome>> refused = new ArrayList<>(rows.size());
    List<SuppressionRow> wellFormed = new ArrayList<>(rows.size());
    for (Map<String, String> cells : rows) {
      try {
        wellFormed.add(SuppressionCells.read(cells, now));
        refused.add(Optional.empty());
      } catch (InvalidRequest invalid) {
        refused.add(Optional.of(RowOutcome.error(invalid.errors())));
      }
    }
    Queue<Boolean> news = new ArrayDeque<>(imports.take(wellFormed));
    return refused.stream().map(error -> error.orElseGet(() -> outcome(news.remove()))).toList();
  }

  private static RowOutcome outcome(boolean isNew) {
    return isNew
        ? RowOutcome.imported()
        : new RowOutcome(
            RowOutcome.Kind.UNCHANGED,
            "The address is on the list, from before or from a row above; its first reason stays.");
  }
}
