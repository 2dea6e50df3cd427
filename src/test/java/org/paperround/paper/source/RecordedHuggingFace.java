package org.paperround.paper.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.paperround.paper.SourcedPaper;

/** Reads recorded days of Hugging Face, for tests outside this package. */
public final class RecordedHuggingFace {

  private RecordedHuggingFace() {}

  /** The papers of a day. */
  public static List<SourcedPaper> read(
      SourceHttp http, ObjectMapper json, URI url, LocalDate day) {
    return new HuggingFaceSource(new SourceJson(http, json), () -> url).fetch(day).papers();
  }
}
