package org.paperround.web;

import java.util.List;

/**
 * The front page.
 *
 * @param email as it was typed
 * @param previews what the topics would find, if that was asked
 * @param days the latest days with papers, newest first
 */
record HomeView(
    String email, ChoicesForm form, List<TopicPreviews.Told> previews, List<DayOfPapers> days) {

  /** What the topics of a field would find. */
  public List<TopicPreviews.Told> told(String field) {
    return previews.stream().filter(told -> told.field().equals(field)).toList();
  }

  /** Fills the row that script copies for each topic that is typed. */
  public FormTopic anyTopic() {
    return FormTopic.query("");
  }
}
