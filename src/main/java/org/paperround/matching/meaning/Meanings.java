package org.paperround.matching.meaning;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.spi.model.embedding.EmbeddingModelFactory;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into vectors, by the model that the build brought: the one {@link
 * EmbeddingModelFactory} on the class path. The model is loaded when the first text comes, which
 * takes a second or two and some 200 MB outside the heap.
 */
@ApplicationScoped
public class Meanings {

  private static final Logger LOG = Logger.getLogger(Meanings.class);

  private static final int LONGEST = 10_000;

  /** Texts; those of some papers. */
  private static final int FEW = 100;

  private final boolean wanted;
  private final @Nullable EmbeddingModelFactory factory;
  private @Nullable EmbeddingModel model;
  private volatile boolean broken;

  @Inject
  Meanings(MeaningConfig config) {
    this(config.semantic());
  }

  /**
   * @param wanted false to do without even where there is a model
   */
  public Meanings(boolean wanted) {
    this(wanted, wanted ? found() : null);
  }

  Meanings(boolean wanted, @Nullable EmbeddingModelFactory factory) {
    this.wanted = wanted;
    this.factory = factory;
  }

  private static @Nullable EmbeddingModelFactory found() {
    Iterator<EmbeddingModelFactory> found =
        ServiceLoader.load(EmbeddingModelFactory.class, Meanings.class.getClassLoader()).iterator();
    return found.hasNext() ? found.next() : null;
  }

  void start(@Observes StartupEvent event) {
    LOG.info(
        factory != null
            ? "Topics in a reader's own words are matched by words and by meaning"
            : wanted
                ? "Topics in a reader's own words are matched by words: this build has no model"
                : "Topics in a reader's own words are matched by words, as"
                    + " paperround.matching.semantic says");
  }

  /** Whether there is a model, it is wanted, and it works; loads it if that is not known yet. */
  public boolean isOn() {
    if (factory == null || broken) {
      return false;
    }
    try {
      loaded();
      return true;
    } catch (IllegalStateException failure) {
      return false;
    }
  }

  /** Which model makes the vectors; those of another are of no use. */
  public String model() {
    return factory == null ? "none" : factory.getClass().getSimpleName().replace("Factory", "");
  }

  /**
   * The vectors of some texts, in the same order. Of a text that is longer than the model reads,
   * some two pages, the first of them. Many are read by all processors, in one queue with those of
   * others; a few, for which somebody may be waiting, at once in the caller's own thread.
   *
   * @throws IllegalStateException if there is no model; if it cannot be loaded, that is so from
   *     then on
   */
  public List<float[]> of(List<String> texts) {
    List<TextSegment> segments = new ArrayList<>(texts.size());
    for (String text : texts) {
      String bounded = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
      segments.add(TextSegment.from(bounded.isBlank() ? "-" : bounded));
    }
    EmbeddingModel reader = loaded();
    return texts.size() <= FEW
        ? segments.stream().map(each -> reader.embed(each).content().vector()).toList()
        : reader.embedAll(segments).content().stream().map(Embedding::vector).toList();
  }

  private synchronized EmbeddingModel loaded() {
    if (model == null) {
      if (factory == null) {
        throw new IllegalStateException("There is no model");
      }
      // The library would otherwise look on the net for what is on the class path.
      System.setProperty("ai.djl.offline", "true");
      long began = System.nanoTime();
      try {
        model = factory.create();
      } catch (RuntimeException | LinkageError failure) {
        // Mostly a system that the native libraries were not made for.
        broken = true;
        LOG.errorf(failure, "%s cannot be loaded: words alone are compared from now on", model());
        throw new IllegalStateException("The model cannot be loaded", failure);
      }
      LOG.infof("%s loaded in %d ms", model(), (System.nanoTime() - began) / 1_000_000);
    }
    return model;
  }
}
