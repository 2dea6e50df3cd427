package org.paperround.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.paperround.paper.FollowedCategories;
import org.paperround.topic.Topic;
import org.paperround.topic.Topics;

/** The categories that topics name which somebody asks, so that their papers are brought in. */
@ApplicationScoped
class TopicCategories implements FollowedCategories {

  private static final Logger LOG = Logger.getLogger(TopicCategories.class);
  private static final int AT_ONCE = 1000;

  private final Topics topics;

  TopicCategories(Topics topics) {
    this.topics = topics;
  }

  @Override
  public Set<String> followed() {
    Set<String> followed = new TreeSet<>();
    NamedCategories named = new NamedCategories();
    List<Topic> some = topics.askedWithCategoriesAfter(0, AT_ONCE);
    while (!some.isEmpty()) {
      for (Topic topic : some) {
        try {
          followed.addAll(topic.query().root().accept(named));
        } catch (RuntimeException unreadable) {
          LOG.errorf(unreadable, "Topic %d cannot be read", topic.id());
        }
      }
      some = topics.askedWithCategoriesAfter(some.get(some.size() - 1).id(), AT_ONCE);
    }
    return followed;
  }
}
