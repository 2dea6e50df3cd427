package org.paperround.paper.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.paperround.paper.IngestPapers;
import org.paperround.paper.InvalidPaper;
import org.paperround.paper.PaperJson;
import org.paperround.paper.PaperSource;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;

/** Papers in our own format, from a file: a reading list, another archive, the samples. */
@ApplicationScoped
class FileSource implements PaperSource {

  private static final String CLASSPATH = "classpath:";
  private static final int LONGEST = 20 * 1024 * 1024;

  private final ObjectMapper json;
  private final Optional<String> path;

  @Inject
  FileSource(ObjectMapper json, FileConfig config) {
    this(json, config.path());
  }

  FileSource(ObjectMapper json, Optional<String> path) {
    this.json = json;
    this.path = path;
  }

  @Override
  public String name() {
    return IngestPapers.FILE;
  }

  @Override
  public boolean hasDays() {
    return false;
  }

  @Override
  public SourceAnswer fetch(LocalDate date) {
    String path =
        this.path.orElseThrow(
            () -> SourceFailure.failed("No file is named: set paperround.sources.file.path"));
    try (InputStream file = open(path)) {
      byte[] bytes = file.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw SourceFailure.failed("The file " + path + " is larger than 20 MiB");
      }
      return PaperJson.read(json.readTree(bytes), name());
    } catch (InvalidPaper noList) {
      throw SourceFailure.failed("The file " + path + " cannot be read: " + noList.getMessage());
    } catch (JacksonException malformed) {
      throw SourceFailure.failed("The file " + path + " is no JSON");
    } catch (IOException unreadable) {
      throw SourceFailure.failed("The file " + path + " cannot be opened");
    }
  }

  private static InputStream open(String path) throws IOException {
    if (!path.startsWith(CLASSPATH)) {
      return Files.newInputStream(Path.of(path));
    }
    String name = path.substring(CLASSPATH.length());
    InputStream resource = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
    if (resource == null) {
      throw new FileNotFoundException(path);
    }
    return resource;
  }
}
