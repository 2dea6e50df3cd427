package org.paperround.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.paperround.topic.catalogue.Archive;
import org.paperround.topic.catalogue.Catalogue;
import org.paperround.topic.catalogue.Category;
import org.paperround.topic.catalogue.NamedTopic;

/** The catalogue people choose topics from. */
@Path("/api/topics")
@Produces(MediaType.APPLICATION_JSON)
class TopicsResource {

  private final Catalogue catalogue;
  private final TopicPreviews previews;

  TopicsResource(Catalogue catalogue, TopicPreviews previews) {
    this.catalogue = catalogue;
    this.previews = previews;
  }

  @GET
  @Path("/preview")
  public TopicPreviews.Preview preview(
      @RestQuery List<String> query,
      @RestQuery List<String> about,
      @RestQuery List<String> like,
      @RestQuery @Nullable String strength) {
    return previews.of(PreviewRequest.read(query, about, like, strength));
  }

  /**
   * What there is to choose.
   *
   * @param named ready-made topics with their queries
   * @param archives arXiv's archives, each with the query that asks for all of it
   * @param categories arXiv's categories, likewise
   */
  record Choice(
      List<NamedTopic> named, List<ArchiveTopic> archives, List<CategoryTopic> categories) {}

  /** An archive and its query. */
  record ArchiveTopic(String id, String name, String query) {

    static ArchiveTopic of(Archive archive) {
      return new ArchiveTopic(archive.id(), archive.name(), archive.query());
    }
  }

  /** A category and its query. */
  record CategoryTopic(
      String id, String name, String archive, String archiveName, String group, String query) {

    static CategoryTopic of(Category category) {
      return new CategoryTopic(
          category.id(),
          category.name(),
          category.archive(),
          category.archiveName(),
          category.groupName(),
          "cat:" + category.id());
    }
  }

  @GET
  public Choice all() {
    return new Choice(
        catalogue.namedTopics(),
        catalogue.archives().stream().map(ArchiveTopic::of).toList(),
        catalogue.categories().stream().map(CategoryTopic::of).toList());
  }
}
