package org.paperround.digest;

import io.quarkus.qute.RawString;
import io.quarkus.qute.Variant;
import org.paperround.delivery.smtp.EncodedText;

/**
 * An edition as a mail, printed whole: the same papers, reasons and links in both parts.
 *
 * @param subject one line of less than 150 characters
 */
public record EditionMail(String subject, String text, String html) {

  /** In octets as it is sent. */
  static final int LARGEST_HTML = 98 * 1024;

  /** Prints an edition, as amply as fits. */
  public static EditionMail of(EditionView edition) {
    for (Fit fit : Fit.values()) {
      String html = render(edition, fit, DigestMail.HTML);
      if (fit.isLast() || EncodedText.of(html).size() <= LARGEST_HTML) {
        return new EditionMail(edition.subject(), render(edition, fit, DigestMail.TEXT), html);
      }
    }
    throw new AssertionError("The last fit is always taken");
  }

  static String render(EditionView edition, Fit fit, Variant variant) {
    RawString papers = new RawString(DigestMail.papers(edition, fit).setVariant(variant).render());
    Around around = Around.of(edition);
    return DigestMail.edition(variant.equals(DigestMail.HTML) ? around : around.inColumns(), papers)
        .setVariant(variant)
        .render();
  }
}
