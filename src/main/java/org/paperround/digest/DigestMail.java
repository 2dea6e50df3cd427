package org.paperround.digest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import org.paperround.digest.EditionView.Item;

/**
 * The twin templates of a digest, each {@code .html} and {@code .txt}: {@code edition} frames
 * {@code papers}, which holds {@code heading} and {@code item}. A template, and each fragment of
 * one, is whole lines.
 */
@CheckedTemplate(basePath = "DigestMail")
class DigestMail {

  static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);
  static final Variant TEXT = Variant.forContentType(Variant.TEXT_PLAIN);

  static native TemplateInstance edition(EditionView edition, RawString papers);

  static native TemplateInstance papers(EditionView edition, Fit fit);

  static native TemplateInstance papers$more(EditionView edition);

  static native TemplateInstance heading(String label, Boolean first);

  static native TemplateInstance item$paper(Item item, Fit fit);

  static native TemplateInstance item$reason(Item item, Fit fit);

  static native TemplateInstance item$links(Item item, Fit fit);
}
