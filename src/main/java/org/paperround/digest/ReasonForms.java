package org.paperround.digest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;

/** The template {@code DigestMail/reason} in every form it takes: there is one for each grammar. */
final class ReasonForms {

  private static final int MOST = 500;

  private final Cache<List<Boolean>, Forms> forms = Caffeine.newBuilder().maximumSize(MOST).build();

  private record Forms(Form html, Form text) {

    /**
     * Prints them.
     *
     * @param emphasised for each part of the reason
     */
    static Forms of(List<Boolean> emphasised) {
      List<Why.Part> gaps = new ArrayList<>();
      for (int i = 0; i < emphasised.size(); i++) {
        gaps.add(new Why.Part(Form.gap(i), emphasised.get(i)));
      }
      Why html = new Why(gaps);
      // Text has the sentence as one word.
      Why text = gaps.isEmpty() ? Why.NONE : Why.of(Why.Part.plain(Form.gap(0)));
      return new Forms(
          Form.of(DigestMail.reason(html), DigestMail.HTML),
          Form.of(DigestMail.reason(text), DigestMail.TEXT));
    }
  }

  /** The line that says it. */
  Twin print(Why why) {
    List<Boolean> emphasised = new ArrayList<>(why.parts().size());
    List<String> words = new ArrayList<>(why.parts().size());
    for (Why.Part part : why.parts()) {
      emphasised.add(part.emphasised());
      words.add(part.text());
    }
    Forms form = forms.get(emphasised, Forms::of);
    return Twin.of(form.html(), words, form.text(), List.of(why.wrapped()));
  }
}
