package org.paperround.delivery;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the renderer of each kind. */
@ApplicationScoped
class Renderers {

  private final Map<MailKind, MailRenderer> single = new EnumMap<>(MailKind.class);
  private final Map<MailKind, BulkRenderer> bulk = new EnumMap<>(MailKind.class);

  Renderers(@All List<MailRenderer> single, @All List<BulkRenderer> bulk) {
    single.forEach(renderer -> renderer.kinds().forEach(kind -> put(this.single, kind, renderer)));
    bulk.forEach(renderer -> renderer.kinds().forEach(kind -> put(this.bulk, kind, renderer)));
  }

  private static <T> void put(Map<MailKind, T> byKind, MailKind kind, T renderer) {
    if (byKind.put(kind, renderer) != null) {
      throw new IllegalStateException("Two renderers for " + kind);
    }
  }

  /** Renders one mail somebody waits for; null when what it was about is gone. */
  @ActivateRequestContext
  @Nullable MailContent render(MailKind kind, long reference) {
    return of(single, kind).render(reference);
  }

  /** Renders some of many, by their references; what is missing is gone. */
  @ActivateRequestContext
  Map<Long, BulkContent> render(MailKind kind, Collection<Long> references) {
    return of(bulk, kind).render(references);
  }

  private static <T> T of(Map<MailKind, T> byKind, MailKind kind) {
    T renderer = byKind.get(kind);
    if (renderer == null) {
      throw new IllegalStateException("Nobody renders " + kind);
    }
    return renderer;
  }
}
