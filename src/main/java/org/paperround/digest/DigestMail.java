package org.paperround.digest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The twin templates {@code DigestMail/edition.html} and {@code .txt}. */
@CheckedTemplate(basePath = "DigestMail")
class DigestMail {

  static native TemplateInstance edition(EditionView edition, Fit fit);
}
