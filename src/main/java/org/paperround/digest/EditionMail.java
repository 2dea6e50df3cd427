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

  private static final int LARGEST_HTML = 98 * 1024;

  /** Prints an edition, as amply as fits. */
  public static EditionMail of(EditionView edition) {
    for (Fit fit : Fit.values()) {
      String html = render(edition, fit, Variant.TEXT_HTML);
      if (fit == Fit.BARE || encodedSize(html) <= LARGEST_HTML) {
        return new EditionMail(edition.subject(), render(edition, fit, Variant.TEXT_PLAIN), html);
      }
    }
    throw new AssertionError("The last fit is always taken");
  }

  // As quoted-printable (RFC 2045) makes it: three octets for one outside ASCII, and line ends.
  private static int encodedSize(String html) {
    int size = 0;
    for (byte octet : html.getBytes(StandardCharsets.UTF_8)) {
      size += octet < 0 || octet == '=' ? 3 : 1;
    }
    return size + size / 25;
  }

  static String render(EditionView edition, Fit fit, String contentType) {
    TemplateInstance template = DigestMail.edition(edition, fit);
    return template.setVariant(Variant.forContentType(contentType)).render();
  }
}
