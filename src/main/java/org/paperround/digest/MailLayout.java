package org.paperround.digest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The template {@code mail/layout.html} that all mails stand in. */
@CheckedTemplate(basePath = "mail")
class MailLayout {

  /** What is the same in all of them, from the title on to where the mail itself begins. */
  static native TemplateInstance layout$fixed();
}
