package org.paperround.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Every page there is, and what each needs to be shown. */
@CheckedTemplate(basePath = "Pages")
class Pages {

  /** The latest papers and the sign-up form; with its errors, the answer to a 400. */
  static native TemplateInstance home(HomeView page);

  /** The papers of one day. */
  static native TemplateInstance day(DayView page);

  /** After sign-up, whoever the address is: what happens next. */
  static native TemplateInstance subscribed();

  /** The button that confirms. */
  static native TemplateInstance confirm(ConfirmView page);

  /** Confirmed, now or before. */
  static native TemplateInstance confirmed(ConfirmedView page);

  /** Leave, pause, weekly instead, come back. */
  static native TemplateInstance unsubscribe(UnsubscribeView page);

  /** What a post from {@link #unsubscribe} did. */
  static native TemplateInstance unsubscribed(UnsubscribedView page);

  /** The subscription and all that can be changed of it. */
  static native TemplateInstance preferences(PreferencesView page);

  /** Preferences were saved. */
  static native TemplateInstance saved(SavedView page);

  /** Everything about the reader is gone. */
  static native TemplateInstance erased();

  /** Asks for the address to mail a fresh preferences link to. */
  static native TemplateInstance link(LinkView page);

  /** After asking for a link, whoever the address is. */
  static native TemplateInstance linkSent();

  /** A digest in the browser. */
  static native TemplateInstance edition(EditionPageView page);

  /** Asks whether more or less like a paper is wanted. */
  static native TemplateInstance feedback(FeedbackView page);

  /** What was said of a paper, or taken back, by the links of a digest. */
  static native TemplateInstance feedbackGiven(FeedbackGivenView page);

  /** What was said of a paper was taken back on the page of preferences. */
  static native TemplateInstance feedbackTaken(String token);

  /** A short friendly page for what cannot be done. */
  static native TemplateInstance notice(NoticeView page);
}
