package org.paperround.digest;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import java.nio.charset.StandardCharsets;

/**
 * An edition as a mail: the same papers, reasons and links in both parts.
 *
 * @param subject one line of less than 150 characters
 */
public record EditionMail(String subject, String text, String html) {

  // Room is left for what quoted-printable adds on the wire.
  private static final int LARGEST_HTML = 92 * 1024;

  /** Prints an edition, as amply as fits. */
  public static EditionMail of(EditionView edition) {
    for (Fit fit : Fit.values()) {
      String html = render(edition, fit, Variant.TEXT_HTML);
      if (fit == Fit.BARE || html.getBytes(StandardCharsets.UTF_8).length <= LARGEST_HTML) {
        return new EditionMail(edition.subject(), render(edition, fit, Variant.TEXT_PLAIN), html);
      }
    }
    throw new AssertionError("The last fit is always taken");
  }

  static String render(EditionView edition, Fit fit, String contentType) {
    TemplateInstance template = DigestMail.edition(edition, fit);
    return template.setVariant(Variant.forContentType(contentType)).render();
  }
}
