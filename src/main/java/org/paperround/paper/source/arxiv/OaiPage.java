package org.paperround.paper.source.arxiv;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paperround.paper.AnnouncingSource.Announcements;

/**
 * A page of an OAI-PMH answer.
 *
 * @param error the code of an error, null if there is none
 * @param resumptionToken asks for the next page, null on the last
 */
record OaiPage(Announcements content, @Nullable String error, @Nullable String resumptionToken) {

  static OaiPage failed(String error) {
    return new OaiPage(new Announcements(List.of(), List.of()), error, null);
  }
}
