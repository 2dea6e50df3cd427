package org.paperround.matching.meaning;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A model to which all texts mean the same, and that cannot read some. */
public final class FakeModel implements EmbeddingModel {

  private final Predicate<String> readable;
  private final List<Integer> calls = new CopyOnWriteArrayList<>();

  public FakeModel(Predicate<String> readable) {
    this.readable = readable;
  }

  /** Meanings that this model makes. */
  public Meanings meanings() {
    return new Meanings(true, () -> this);
  }

  /** How many texts came in each call. */
  List<Integer> calls() {
    return calls;
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
    calls.add(texts.size());
    if (!texts.stream().map(TextSegment::text).allMatch(readable)) {
      throw new IllegalArgumentException("No model reads this");
    }
    return Response.from(texts.stream().map(text -> Embedding.from(same())).toList());
  }

  private static float[] same() {
    float[] vector = new float[Vectors.DIMENSIONS];
    Arrays.fill(vector, 1);
    return vector;
  }
}
