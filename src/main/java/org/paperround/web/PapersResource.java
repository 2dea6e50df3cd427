package org.paperround.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.paperround.base.FieldError;
import org.paperround.base.InvalidPaperId;
import org.paperround.base.InvalidRequest;
import org.paperround.base.PaperId;
import org.paperround.matching.PaperSearch;
import org.paperround.paper.Paper;
import org.paperround.paper.PaperView;
import org.paperround.paper.Papers;
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
      @RestQuery @Nullable String page,
      @RestQuery @Nullable String size) {
    List<FieldError> errors = new ArrayList<>();
    PageRequest asked = PageRequest.read(page, size, LARGEST_PAGE, errors);
    LocalDate day = day(date, errors);
    Query wanted = query(query, errors);
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
    return wanted == null ? all(day, asked) : found(wanted, day, asked);
  }

  private ApiPage<PaperView> all(@Nullable LocalDate day, PageRequest asked) {
    List<Paper> page = papers.page(day, asked.page(), asked.size());
    return new ApiPage<>(views(page), asked.page(), asked.size(), papers.count(day));
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
    } catch (InvalidPaperId noId) {
      throw new NotFoundException(noId);
    }
  }

  private static List<PaperView> views(List<Paper> papers) {
    return papers.stream().map(PaperView::of).toList();
  }

  private static @Nullable LocalDate day(@Nullable String date, List<FieldError> errors) {
    if (date == null || date.isBlank()) {
      return null;
    }
    Optional<LocalDate> day = Days.read(date);
    if (day.isEmpty()) {
      errors.add(new FieldError("date", "Write the date as 2026-05-04.", null));
    }
    return day.orElse(null);
  }

  private static @Nullable Query query(@Nullable String query, List<FieldError> errors) {
    try {
      return query == null || query.isBlank() ? null : Query.parse(query);
    } catch (QueryException malformed) {
      errors.add(new FieldError("query", malformed.detail(), malformed.position()));
      return null;
    }
  }
}
