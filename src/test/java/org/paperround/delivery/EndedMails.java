package org.paperround.delivery;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears which mails ended. */
@Singleton
class EndedMails {

  private final List<MailEnded> heard = new CopyOnWriteArrayList<>();

  void hear(@Observes MailEnded ended) {
    heard.add(ended);
  }

  List<MailEnded> of(long mailId) {
    return heard.stream().filter(mail -> mail.mailId() == mailId).toList();
  }

  void clear() {
    heard.clear();
  }
}
