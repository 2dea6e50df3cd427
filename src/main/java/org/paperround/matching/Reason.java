package org.paperround.matching;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.paperround.topic.query.Field;

/**
 * Why a paper answers a topic: words of the topic as they stand in the paper, at most a few for
 * each part of it, and of topics that are matched by meaning what is nearest. Exclusions, and
 * choices that were not met, are no reasons. As JSON it is its grounds, nothing else.
 *
 * @param grounds at most one for each place, in the order of {@link Where}; a word that stands in
 *     the title is not given again for the abstract
 */
public record Reason(List<Ground> grounds) {
  public Reason {
    grounds = List.copyOf(grounds);
  }

  /** Where a ground is found; by these names it is kept. */
  public enum Where {
    /** Words that stand in the title. */
    TITLE,
    /** Words that stand in the abstract. */
    ABSTRACT,
    /** Whole names of authors. */
    AUTHOR,
    /** The whole name of the organization. */
    ORGANIZATION,
    /** Categories, as the paper names them. */
    CATEGORY,
    /** The sentence of the abstract that is nearest in meaning; no words if it is the title. */
    SENTENCE,
    /** The title of the paper, of those the topic names, that this one is most like. */
    EXAMPLE;

    static Where of(Field part) {
      return valueOf(part.name());
    }
  }

  /** What was found in one place, which JSON calls a field. */
  public record Ground(@JsonProperty("field") Where where, List<String> words) {
    public Ground {
      words = List.copyOf(words);
    }
  }

  /**
   * The reason in few letters, for keeping: for each ground the place's name, then its words.
   * {@link #ofTerse} reads it.
   */
  public List<List<String>> terse() {
    List<List<String>> terse = new ArrayList<>(grounds.size());
    for (Ground ground : grounds) {
      List<String> one = new ArrayList<>(1 + ground.words().size());
      one.add(ground.where().name());
      one.addAll(ground.words());
      terse.add(one);
    }
    return terse;
  }

  /**
   * The reason that was written by {@link #terse}.
   *
   * @throws IllegalArgumentException if a ground names no place
   */
  public static Reason ofTerse(List<List<String>> terse) {
    List<Ground> grounds = new ArrayList<>(terse.size());
    for (List<String> ground : terse) {
      grounds.add(new Ground(Where.valueOf(ground.get(0)), ground.subList(1, ground.size())));
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
