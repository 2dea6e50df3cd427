package org.paperround.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Friendly pages for what cannot be done. */
final class Notices {

  private Notices() {}

  static Response page(int status, String detail) {
    return page(status, notice(status, detail));
  }

  static Response page(int status, NoticeView notice) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .entity(Pages.notice(notice).render())
        .build();
  }

  private static NoticeView notice(int status, String detail) {
    return switch (status) {
      case 400, 406, 415 -> NoticeView.badRequest();
      case 404 -> NoticeView.notFound();
      case 405 -> NoticeView.methodNotAllowed();
      case 410 -> new NoticeView("This link does not lead on", detail, true);
      case 413 -> NoticeView.tooLarge();
      case 429 -> new NoticeView("One moment, please", detail, false);
      default -> NoticeView.broken();
    };
  }
}
