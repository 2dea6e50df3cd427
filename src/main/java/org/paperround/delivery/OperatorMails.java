package org.paperround.delivery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The twin templates of mails to the operator, {@code .html} and {@code .txt}. */
@CheckedTemplate(basePath = "OperatorMails")
class OperatorMails {

  static native TemplateInstance paused(OperatorAlertView mail);

  static native TemplateInstance source(OperatorAlertView mail);
}
