package org.paperround.paper;

import java.util.Set;

/** Which categories somebody waits for: what active topics can match by name. */
public interface FollowedCategories {

  /** Categories as arXiv spells them, such as {@code cs.CL}; aliases by their usual name. */
  Set<String> followed();
}
