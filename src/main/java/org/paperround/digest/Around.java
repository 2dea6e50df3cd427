package org.paperround.digest;

import java.util.List;

/** The words around the papers of a mail, as the template {@code edition} prints them. */
record Around(
    String subject,
    String dateline,
    String whyYouGetIt,
    String editionUrl,
    String preferencesUrl,
    String unsubscribeUrl,
    String postalAddress,
    boolean nothingMatched) {

  /** Those of an edition, as they stand in HTML. */
  static Around of(EditionView edition) {
    return new Around(
        edition.subject(),
        edition.dateline(),
        edition.whyYouGetIt(),
        edition.editionUrl(),
        edition.preferencesUrl(),
        edition.unsubscribeUrl(),
        edition.postalAddress(),
        edition.nothingMatched());
  }

  /** The same laid out in the columns of plain text. */
  Around inColumns() {
    return new Around(
        subject,
        PlainText.underline(dateline, "="),
        PlainText.wrap(whyYouGetIt),
        editionUrl,
        preferencesUrl,
        unsubscribeUrl,
        PlainText.wrap(postalAddress),
        nothingMatched);
  }

  /** A gap for each of the {@link #words}. */
  static Around gaps(boolean nothingMatched) {
    return new Around(
        Form.gap(0),
        Form.gap(1),
        Form.gap(2),
        Form.gap(3),
        Form.gap(4),
        Form.gap(5),
        Form.gap(6),
        nothingMatched);
  }

  /** What goes into the gaps, in their order. */
  List<String> words() {
    return List.of(
        subject, dateline, whyYouGetIt, editionUrl, preferencesUrl, unsubscribeUrl, postalAddress);
  }
}
