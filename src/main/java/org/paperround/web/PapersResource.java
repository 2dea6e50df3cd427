package org.paperround.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.paperround.matching.PaperSearch;
import org.paperround.paper.InvalidPaper;
import org.paperround.paper.Paper;
import org.paperround.paper.PaperId;
import org.paperround.paper.PaperView;
import org.paperround.paper.Papers;
import org.paperround.subscription.FieldError;
import org.paperround.subscription.InvalidRequest;
import org.paperround.topic.query.Query;
import org.paperround.topic.query.QueryException;

/** The papers we hold. */
@Path("/api/papers")
@Produces(MediaType.APPLICATION_JSON)
class PapersResource {

  private static final int LARGEST_PAGE = 200;

  private final Papers papers;
  private final PaperSearch search;

  PapersResource(Papers papers, PaperSearch search) {
    this.papers = papers;
    this.search = search;
  }

  @GET
  public ApiPage<PaperView> list(
      @RestQuery @Nullable String date,
      @RestQuery @Nullable String query,
      @RestQuery @DefaultValue("0") int page,
      @RestQuery @DefaultValue("50") int size) {
    PageRequest asked = PageRequest.of(page, size, LARGEST_PAGE);
    LocalDate day = date == null || date.isBlank() ? null : day(date);
    return query == null || query.isBlank()
        ? new ApiPage<>(views(papers.page(day, page, size)), page, size, papers.count(day))
        : found(parse(query), day, asked);
  }

  private ApiPage<PaperView> found(Query query, @Nullable LocalDate day, PageRequest asked) {
    List<Long> ids = search.search(query, day);
    List<Long> shown =
        ids.stream().skip((long) asked.page() * asked.size()).limit(asked.size()).toList();
    Map<Long, Paper> byId =
        papers.findAll(shown).stream().collect(Collectors.toMap(Paper::id, Function.identity()));
    List<Paper> inOrder = shown.stream().map(byId::get).toList();
    return new ApiPage<>(views(inOrder), asked.page(), asked.size(), ids.size());
  }

  @GET
  @Path("/{id: .+}")
  public PaperView one(String id) {
    try {
      return papers
          .find(PaperId.parse(id, "file"))
          .map(PaperView::of)
          .orElseThrow(NotFoundException::new);
    } catch (InvalidPaper noId) {
      throw new NotFoundException(noId);
    }
  }

  private static List<PaperView> views(List<Paper> papers) {
    return papers.stream().map(PaperView::of).toList();
  }

  private static LocalDate day(String date) {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException malformed) {
      throw wrong("date", "Write the date as 2026-05-04.", null);
    }
  }

  private static Query parse(String query) {
    try {
      return Query.parse(query);
    } catch (QueryException malformed) {
      throw wrong("query", malformed.detail(), malformed.position());
    }
  }

  private static InvalidRequest wrong(String field, String detail, @Nullable Integer position) {
    return new InvalidRequest(List.of(new FieldError(field, detail, position)));
  }
}
