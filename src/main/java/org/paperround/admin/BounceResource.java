package org.paperround.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.base.InvalidEmailAddress;
import org.paperround.base.InvalidRequest;
import org.paperround.bounce.BounceKind;
import org.paperround.bounce.BounceLine;
import org.paperround.bounce.BounceLog;
import org.paperround.web.ApiPage;
import org.paperround.web.PageRequest;

/** What came back for our mails. */
@AdminOnly
@Path("/api/admin/bounces")
@Produces(MediaType.APPLICATION_JSON)
class BounceResource {

  private static final int LARGEST_PAGE = 500;

  private final BounceLog log;

  BounceResource(BounceLog log) {
    this.log = log;
  }

  @GET
  public ApiPage<BounceLine> list(
      @RestQuery @Nullable String kind,
      @RestQuery @Nullable String to,
      @RestQuery @Nullable String page,
      @RestQuery @Nullable String size) {
    PageRequest asked = PageRequest.of(page, size, LARGEST_PAGE);
    Set<BounceKind> kinds = kinds(kind);
    try {
      EmailAddress only = to == null || to.isBlank() ? null : EmailAddress.parse(to);
      return new ApiPage<>(
          log.page(kinds, only, asked.page(), asked.size()),
          asked.page(),
          asked.size(),
          log.count(kinds, only));
    } catch (InvalidEmailAddress none) {
      // As in the ledger: what is no address finds nothing.
      return new ApiPage<>(List.of(), asked.page(), asked.size(), 0);
    }
  }

  private static Set<BounceKind> kinds(@Nullable String kind) {
    Set<BounceKind> kinds = EnumSet.noneOf(BounceKind.class);
    if (kind != null && !kind.isBlank()) {
      for (String name : kind.split(",")) {
        try {
          kinds.add(BounceKind.valueOf(name.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
          throw InvalidRequest.of("kind", "Use some of " + Arrays.toString(BounceKind.values()));
        }
      }
    }
    return kinds;
  }
}
