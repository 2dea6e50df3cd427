package org.paperround.dev;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages of the embedded inbox. */
@CheckedTemplate(basePath = "inbox")
class InboxPages {

  static native TemplateInstance list(List<ReceivedMail> mails);

  static native TemplateInstance mail(ReceivedMail mail, MailTab tab);
}
