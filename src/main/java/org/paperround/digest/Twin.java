package org.paperround.digest;

import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.TemplateInstance;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.paperround.delivery.smtp.EncodedText;

/**
 * The same lines for the HTML of mails and for their text, as {@link EncodedText} has them. Shared,
 * so nobody may change the bytes.
 */
record Twin(byte[] html, byte[] text) {

  /** No word of a paper or reader holds it. */
  static final String LEFT_OUT = "\0";

  private static final HtmlEscaper HTML = new HtmlEscaper(List.of());

  /** Prints a template in both its variants. */
  static Twin of(Supplier<TemplateInstance> template) {
    return new Twin(
        EncodedText.encode(template.get().setVariant(DigestMail.HTML).render()),
        EncodedText.encode(template.get().setVariant(DigestMail.TEXT).render()));
  }

  /**
   * Prints a template that leaves out one word, which differs from mail to mail.
   *
   * @param template is given {@link #LEFT_OUT} for the word
   * @return what stands before, between and after; the word's {@link #inLine} goes between
   */
  static List<Twin> around(Supplier<TemplateInstance> template) {
    String[] html = split(template.get().setVariant(DigestMail.HTML).render());
    String[] text = split(template.get().setVariant(DigestMail.TEXT).render());
    List<Twin> around = new ArrayList<>(html.length);
    for (int i = 0; i < html.length - 1; i++) {
      around.add(new Twin(EncodedText.encodeOpen(html[i]), EncodedText.encodeOpen(text[i])));
    }
    around.add(
        new Twin(
            EncodedText.encode(html[html.length - 1]), EncodedText.encode(text[text.length - 1])));
    return around;
  }

  private static String[] split(String printed) {
    return printed.split(LEFT_OUT, -1);
  }

  /** A word in the middle of a line. */
  static Twin inLine(String word) {
    return new Twin(EncodedText.encodeOpen(HTML.map(word, null)), EncodedText.encodeOpen(word));
  }

  /** Prints the forms of a template with the words that each of them wants. */
  static Twin of(Form html, List<String> inHtml, Form text, List<String> inText) {
    return new Twin(joined(html.fill(inHtml)), joined(text.fill(inText)));
  }

  private static byte[] joined(List<byte[]> pieces) {
    if (pieces.size() == 1) {
      return pieces.get(0);
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream(512);
    pieces.forEach(joined::writeBytes);
    return joined.toByteArray();
  }

  /** How many octets it has. */
  int size() {
    return html.length + text.length;
  }
}
