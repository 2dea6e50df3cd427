package org.paperround.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The operator's pages. */
@CheckedTemplate(basePath = "AdminPages")
class AdminPages {

  /** What sources brought lately, newest first. */
  static native TemplateInstance ingestions(List<IngestionView> ingestions);
}
