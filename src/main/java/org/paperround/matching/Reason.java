package org.paperround.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.paperround.topic.query.Field;

/**
 * Why a paper answers a topic: words of the query as they stand in the paper, at most a few for
 * each part of it. Exclusions, and choices that were not met, are no reasons. As JSON it is its
 * grounds, nothing else.
 *
 * @param grounds at most one for each part of the paper, in the order of {@link Field}; a word that
 *     stands in the title is not given again for the abstract
 */
public record Reason(List<Ground> grounds) {
  public Reason {
    grounds = List.copyOf(grounds);
  }

  /**
   * Words found in one part of the paper. Of authors and of the organization it is the whole name
   * they stand in, of categories the category as the paper names it.
   */
  public record Ground(Field field, List<String> words) {
    public Ground {
      words = List.copyOf(words);
    }
  }

  /**
   * The reason in few letters, for keeping: for each ground the field's name, then its words.
   * {@link #ofTerse} reads it.
   */
  public List<List<String>> terse() {
    List<List<String>> terse = new ArrayList<>(grounds.size());
    for (Ground ground : grounds) {
      List<String> one = new ArrayList<>(1 + ground.words().size());
      one.add(ground.field().name());
      one.addAll(ground.words());
      terse.add(one);
    }
    return terse;
  }

  /**
   * The reason that was written by {@link #terse}.
   *
   * @throws IllegalArgumentException if a ground names no field
   */
  public static Reason ofTerse(List<List<String>> terse) {
    List<Ground> grounds = new ArrayList<>(terse.size());
    for (List<String> ground : terse) {
      grounds.add(new Ground(Field.valueOf(ground.get(0)), ground.subList(1, ground.size())));
    }
    return new Reason(grounds);
  }

  /** A piece of the sentence; words of the paper are emphasized. */
  public record Part(String text, boolean emphasized) {}

  /** The reason for people, such as "because RLHF stands in the title · cs.CL", in pieces. */
  public List<Part> parts() {
    return new ReasonSentence(this).parts();
  }

  /** The reason for people as plain text; it is data, to be escaped like the title. */
  public String sentence() {
    return parts().stream().map(Part::text).collect(Collectors.joining());
  }
}
