package org.paperround.digest;

import java.util.ArrayList;
import java.util.List;

/**
 * The reason a paper is in an edition, as a sentence in pieces: "because <em>preference
 * optimization</em> stands in the title · cs.CL". No pieces, no line.
 */
public record Why(List<Part> parts) {

  /** No reason is shown, as for papers that trend. */
  public static final Why NONE = new Why(List.of());

  private static final int PART = 40;

  public Why {
    parts = List.copyOf(parts);
  }

  public static Why of(Part... parts) {
    return new Why(List.of(parts));
  }

  /** The sentence without emphasis. */
  public String plain() {
    StringBuilder plain = new StringBuilder();
    for (Part part : parts) {
      plain.append(part.text());
    }
    return plain.toString();
  }

  /** The sentence in the columns of plain text. */
  public String wrapped() {
    return PlainText.wrap(plain());
  }

  /** The sentence with more at its end. */
  Why with(String more) {
    List<Part> longer = new ArrayList<>(parts);
    longer.add(Part.plain(more));
    return new Why(longer);
  }

  /** About how many characters of memory it takes. */
  int letters() {
    int letters = 0;
    for (Part part : parts) {
      letters += PART + part.text().length();
    }
    return letters;
  }

  /** The same reason in at most so many characters. */
  Why cut(int longest) {
    if (plain().length() < longest) {
      return this;
    }
    List<Part> kept = new ArrayList<>();
    int left = longest;
    for (Part part : parts) {
      if (left < 2) {
        break;
      }
      kept.add(new Part(Line.cut(part.text(), left), part.emphasised()));
      left -= part.text().length();
    }
    return new Why(kept);
  }

  /**
   * A piece of the sentence; spaces at its ends count.
   *
   * @param emphasised whether it is the reader's word that was found
   */
  public record Part(String text, boolean emphasised) {

    public Part {
      text = Line.spaced(text);
    }

    public static Part plain(String text) {
      return new Part(text, false);
    }

    public static Part found(String words) {
      return new Part(words, true);
    }
  }
}
