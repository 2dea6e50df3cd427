package org.paperround.paper;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Title and abstract as a source wrote them, each only where it reads otherwise there; see {@link
 * TexText}.
 */
@Embeddable
record TexSource(@Nullable String titleSource, @Nullable String summarySource) {

  static final TexSource NONE = new TexSource(null, null);

  /** What differs from the readable text; written text beyond a bound is not kept. */
  static TexSource of(String writtenTitle, String title, String writtenSummary, String summary) {
    return new TexSource(
        kept(writtenTitle, title, SourcedPaper.LONGEST_TITLE),
        kept(writtenSummary, summary, SourcedPaper.LONGEST_SUMMARY));
  }

  private static @Nullable String kept(String written, String readable, int longest) {
    String line = PaperText.line(written);
    return line.equals(readable) || line.length() > longest ? null : line;
  }
}
