package org.paperround.paper;

import java.util.List;

/** Sources that the operator names, as many as are set. */
public interface PaperSourceGroup {

  /** The sources, each with a name of its own that no other source has. */
  List<PaperSource> sources();
}
