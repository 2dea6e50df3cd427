package org.paperround.delivery;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the renderer of each kind. */
@ApplicationScoped
class Renderers {

  private final Map<MailKind, MailRenderer> byKind = new EnumMap<>(MailKind.class);

  Renderers(@All List<MailRenderer> renderers) {
    for (MailRenderer renderer : renderers) {
      for (MailKind kind : renderer.kinds()) {
        MailRenderer other = byKind.put(kind, renderer);
        if (other != null) {
          throw new IllegalStateException("Two renderers for " + kind);
        }
      }
    }
  }

  /** Renders one mail; null when what it was about is gone. */
  @ActivateRequestContext
  @Nullable MailContent render(MailKind kind, long reference) {
    MailRenderer renderer = byKind.get(kind);
    if (renderer == null) {
      throw new IllegalStateException("Nobody renders " + kind);
    }
    return renderer.render(reference);
  }
}
