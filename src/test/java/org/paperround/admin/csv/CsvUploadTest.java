package org.paperround.admin.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.base.FieldError;
import org.paperround.base.InvalidRequest;

class CsvUploadTest {

  private static final Columns COLUMNS =
      new Columns(List.of("email", "timeZone"), Set.of("email"), Map.of("zone", "timeZone"));

  private static List<CsvRow> read(String text) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<CsvRow> read(InputStream bytes) throws IOException {
    CsvUpload upload = new CsvUpload(bytes, COLUMNS);
    List<CsvRow> rows = new ArrayList<>();
    for (List<CsvRow> some = upload.next(2); !some.isEmpty(); some = upload.next(2)) {
      rows.addAll(some);
    }
    return rows;
  }

  private static CsvRow row(long line, String email, String zone) {
    return new CsvRow.Whole(line, Map.of("email", email, "timeZone", zone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesEndAsTheyLike(String end) throws IOException {
    assertThat(read(String.join(end, "email,timeZone", "a@b.org,UTC", "", "c@d.org,")))
        .containsExactly(row(2, "a@b.org", "UTC"), row(4, "c@d.org", ""));
  }

  @Test
  void columnsComeInAnyOrderAndCaseAndByTheirOtherNames() throws IOException {
    assertThat(read("\uFEFFZone, EMAIL \nUTC,a@b.org\n")).containsExactly(row(2, "a@b.org", "UTC"));
    assertThat(read("\uFEFF\"email\"\na@b.org"))
        .containsExactly(new CsvRow.Whole(2, Map.of("email", "a@b.org")));
  }

  @Test
  void rowsBeginInTheLineThatIsToldWhateverIsQuoted() throws IOException {
    assertThat(read("email,timeZone\r\n\"a\r\nb\n\",\"c,\"\"d\"\"\"\r\ne,f\r\n\r\ng,h"))
        .containsExactly(row(2, "a\r\nb\n", "c,\"d\""), row(5, "e", "f"), row(7, "g", "h"));
  }

  @Test
  void aRowOfAnotherWidthIsToldAndTheRestIsRead() throws IOException {
    assertThat(read("email,timeZone\na@b.org\nc@d.org,UTC,x\ne@f.org,UTC\n"))
        .satisfiesExactly(
            row -> assertBroken(row, 2, "1 cells and the first line 2"),
            row -> assertBroken(row, 3, "3 cells and the first line 2"),
            row -> assertThat(row).isEqualTo(row(4, "e@f.org", "UTC")));
  }

  @Test
  void whatIsNotUtf8IsToldAndTheRestIsRead() throws IOException {
    byte[] latin = "email\nj\u00FCrgen@b.org\na@b.org\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(new ByteArrayInputStream(latin)))
        .satisfiesExactly(
            row -> assertBroken(row, 2, "not UTF-8"), row -> assertThat(row.line()).isEqualTo(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"\"c@d.org,UTC", "\"c@d.org\"x,UTC"})
  void aQuoteThatIsNotClosedIsToldWithItsLineAndEndsTheReading(String row) throws IOException {
    assertThat(read("email,timeZone\na@b.org,UTC\n\n" + row + "\ne@f.org,UTC\n"))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo(row(2, "a@b.org", "UTC")),
            last -> assertBroken(last, 4, "all that follow were not read"));
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotFillMemory() throws IOException {
    InputStream head = new ByteArrayInputStream("email\na@b.org\n\"".getBytes());
    assertThat(read(new SequenceInputStream(head, new Endless(50_000_000))))
        .satisfiesExactly(
            first -> assertThat(first.line()).isEqualTo(2),
            last -> assertBroken(last, 3, "longer than 256 KiB"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|''|The file is empty",
        "timeZone|email|missing",
        "email,Zone,timezone|timeZone|twice",
        "email,colour|colour|no such column",
        "email;timeZone|email;timeZone|with commas"
      })
  void aFirstLineThatNamesNoColumnsSaysWhatToDo(String header, String field, String detail) {
    assertThatThrownBy(() -> read(header))
        .asInstanceOf(type(InvalidRequest.class))
        .satisfies(
            wrong ->
                assertThat(wrong.errors())
                    .anyMatch(
                        (FieldError e) -> e.field().equals(field) && e.detail().contains(detail)));
  }

  private static void assertBroken(CsvRow row, long line, String detail) {
    assertThat(row)
        .asInstanceOf(type(CsvRow.Broken.class))
        .satisfies(broken -> assertThat(broken.line()).isEqualTo(line))
        .satisfies(broken -> assertThat(broken.detail()).contains(detail));
  }

  /** So many bytes of text. */
  private static final class Endless extends InputStream {

    private long left;

    Endless(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }
  }
}
