package org.paperround.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The operator's pages. */
@CheckedTemplate(basePath = "AdminPages")
class AdminPages {

  /** What sources brought, newest first. */
  static native TemplateInstance ingestions(IngestionsView page);
}
