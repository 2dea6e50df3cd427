package org.paperround.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;

class FileSourceTest {

  @TempDir Path folder;

  @Test
  void aFileOfPapersIsRead() throws IOException {
    Path file = folder.resolve("papers.json");
    Files.writeString(file, "[{\"id\": \"a\", \"title\": \"T\", \"abstract\": \"A\"}, {}]");
    SourceAnswer answer = fetch(file.toString());
    assertThat(answer.papers()).hasSize(1);
    assertThat(answer.rejected()).hasSize(1);
  }

  @Test
  void aResourceOnTheClassPathIsRead() {
    assertThat(fetch("classpath:paper/two-papers.json").papers()).hasSize(2);
  }

  @Test
  void whatCannotBeReadIsAFailureThatSaysWhy() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.json"), "[{");
    assertFails(file.toString(), "The file " + file + " is no JSON");
    Files.writeString(file, "{}");
    assertFails(
        file.toString(), "The file " + file + " cannot be read: an array of papers is expected");
    assertFails("/no/such.json", "The file /no/such.json cannot be opened");
    assertFails("classpath:no.json", "The file classpath:no.json cannot be opened");
    assertFails(null, "No file is named: set paperround.sources.file.path");
  }

  private static void assertFails(String path, String reason) {
    assertThatThrownBy(() -> fetch(path)).isInstanceOf(SourceFailure.class).hasMessage(reason);
  }

  private static SourceAnswer fetch(String path) {
    return new FileSource(new ObjectMapper(), Optional.ofNullable(path))
        .fetch(LocalDate.parse("2026-05-04"));
  }
}
