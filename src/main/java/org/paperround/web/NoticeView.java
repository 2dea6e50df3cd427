package org.paperround.web;

/**
 * A page that says kindly what cannot be done, and where to go on.
 *
 * @param offerLink whether to offer a fresh preferences link
 */
record NoticeView(String heading, String sentence, boolean offerLink) {

  /** 404: no such page, or a link we did not sign. */
  static NoticeView notFound() {
    return new NoticeView(
        "There is nothing here",
        "The address is not one of ours, or a part of it was lost on the way. If it came from a"
            + " mail, copy the whole link.",
        false);
  }

  /** 410: a confirmation link whose time is over. */
  static NoticeView confirmationExpired() {
    return new NoticeView(
        "This link is too old",
        "A confirmation link works for seven days. Sign up again and you get a new one.",
        false);
  }

  /** 410: a preferences link whose time is over. */
  static NoticeView preferencesExpired() {
    return new NoticeView(
        "This link is too old",
        "A preferences link works for thirty days, so that a forwarded mail cannot be used for"
            + " ever. A new one is mailed to you when you ask for it.",
        true);
  }

  /** 410: an edition that is kept no longer. */
  static NoticeView editionExpired() {
    return new NoticeView(
        "This digest is kept no longer",
        "Digests stay here for ninety days. The papers themselves are where they always were.",
        false);
  }

  /** 400: a form that no page of ours sent. */
  static NoticeView badRequest() {
    return new NoticeView(
        "That could not be read",
        "Something in the form is missing or not as it should be. Go back and try again.",
        false);
  }

  /** 405. */
  static NoticeView methodNotAllowed() {
    return new NoticeView(
        "That is not done here", "This address answers another kind of request.", false);
  }

  /** 413. */
  static NoticeView tooLarge() {
    return new NoticeView(
        "That is too much at once", "Send at most fifty topics, and less text in each.", false);
  }

  /** 429. */
  static NoticeView tooManyRequests(long retryAfterMinutes) {
    String minutes = retryAfterMinutes == 1 ? "a minute" : retryAfterMinutes + " minutes";
    return new NoticeView(
        "One moment, please",
        "Too many requests came from your network. Try again in " + minutes + ".",
        false);
  }

  /** 500. */
  static NoticeView broken() {
    return new NoticeView(
        "That did not work",
        "The fault is ours, and it is in the log. Nothing was changed. Please try again later.",
        false);
  }
}
