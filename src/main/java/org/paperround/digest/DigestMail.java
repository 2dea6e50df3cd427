package org.paperround.digest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import org.paperround.digest.EditionView.Item;

/**
 * The twin templates of a digest, each {@code .html} and {@code .txt}: {@code edition} frames
 * {@code papers}, which holds {@code heading}, {@code item} with its {@code reason}, and {@code
 * more}. A template, and each fragment of one, is whole lines.
 */
@CheckedTemplate(basePath = "DigestMail")
class DigestMail {

  static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);
  static final Variant TEXT = Variant.forContentType(Variant.TEXT_PLAIN);

  static native TemplateInstance edition(Around around, RawString papers);

  static native TemplateInstance papers(EditionView edition, Fit fit);

  static native TemplateInstance more(Object count, String url);

  static native TemplateInstance heading(String label, Boolean first);

  static native TemplateInstance item$paper(Item item, Fit fit);

  static native TemplateInstance item$links(Item item, Fit fit, String feedback);

  static native TemplateInstance reason(Why why);
}
