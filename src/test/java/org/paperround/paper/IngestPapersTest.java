package org.paperround.paper;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.base.PaperId;
import org.paperround.base.TestClock;
import org.paperround.paper.Ingestion.Verdict;

@QuarkusTest
class IngestPapersTest {

  private static final LocalDate DAY = LocalDate.parse("2026-05-04");
  private static final LocalDate NEXT_DAY = DAY.plusDays(1);

  @Inject IngestPapers ingest;
  @Inject IngestionLog log;
  @Inject Papers papers;
  @Inject ScriptedSource source;
  @Inject PapersChangedRecorder changed;
  @Inject PaperRows rows;
  @Inject TestClock clock;

  @BeforeEach
  void start() {
    rows.clear();
    changed.take();
    clock.set(Instant.parse("2026-05-04T12:00:00Z"));
  }

  @Test
  void aDaysPapersAreStoredOnceHoweverOftenTheyAreBrought() {
    source.answers(date -> answer(paper(1, date), paper(2, date)));

    Ingestion first = ingest.run("scripted", DAY);
    Ingestion again = ingest.run("scripted", DAY);

    assertThat(first.verdict()).isEqualTo(Verdict.NEW_PAPERS);
    assertThat(first.reason()).isEqualTo("all 2 papers are new");
    assertThat(List.of(first.seen(), first.created())).containsOnly(2);
    assertThat(again.verdict()).isEqualTo(Verdict.NOTHING_NEW);
    assertThat(again.reason()).isEqualTo("all 2 papers of the day are known");
    assertThat(List.of(again.seen(), again.unchanged())).containsOnly(2);
    assertThat(papers.count(DAY)).isEqualTo(2);
    assertThat(log.page(0, 10)).containsExactly(again, first);
    assertThat(log.count()).isEqualTo(2);
  }

  @Test
  void anEmptyListOfADayThatHadPapersIsNotBelieved() {
    source.answers(date -> answer());
    assertThat(ingest.run("scripted", DAY).verdict()).isEqualTo(Verdict.NOTHING_NEW);
    source.answers(date -> answer(paper(1, date), paper(2, date)));
    ingest.run("scripted", DAY);
    source.answers(date -> answer());

    Ingestion empty = ingest.run("scripted", DAY);

    assertThat(empty.verdict()).isEqualTo(Verdict.STALE);
    assertThat(empty.reason()).isEqualTo("the day's list is empty, and had 2 papers before");
    assertThat(ingest.run("scripted", NEXT_DAY).verdict()).isEqualTo(Verdict.NOTHING_NEW);
  }

  @Test
  void everyFieldComesBackAsItWasGiven() {
    PaperLinks links = new PaperLinks(null, null, "https://code.example/a", null);
    SourcedPaper given =
        SourcedPaper.of("scripted", id(1), "A title", "An abstract")
            .authors(List.of("Ada One", "Ben Two"))
            .organization("Laboratory")
            .categories(List.of("cs.CL", "cs.LG"))
            .publishedOn(LocalDate.parse("2026-05-01"))
            .announcedAt(midnight(DAY))
            .votes(7)
            .comments(2)
            .links(links)
            .build();
    ingest.acceptPapers(List.of(given));

    Paper stored = papers.find(id(1)).orElseThrow();
    assertThat(stored.content())
        .isEqualTo(
            new PaperContent(
                "A title",
                "An abstract",
                List.of("Ada One", "Ben Two"),
                "Laboratory",
                List.of("cs.CL", "cs.LG"),
                LocalDate.parse("2026-05-01"),
                given.links()));
    assertThat(stored.announcedAt()).isEqualTo(midnight(DAY));
    assertThat(stored.votes()).isEqualTo(7);
    assertThat(stored.comments()).isEqualTo(2);
    assertThat(stored.sources()).containsExactly("scripted");
    assertThat(stored.revision()).isEqualTo(1);
    assertThat(stored.firstSeenAt()).isBetween(clock.instant().minusSeconds(30), clock.instant());
  }

  @Test
  void aPaperWithoutAnyLinkIsStored() {
    PaperId id = PaperId.parse("a", "file");
    ingest.acceptPapers(List.of(SourcedPaper.of("file", id, "T", "A").build()));
    assertThat(papers.find(id).orElseThrow().content().links()).isEqualTo(PaperLinks.NONE);
    StoredCounts again =
        ingest.acceptPapers(List.of(SourcedPaper.of("file", id, "T", "A").build()));
    assertThat(again).isEqualTo(new StoredCounts(0, 0, 1));
  }

  @Test
  void changedContentIsANewRevisionAndTheFormerOneIsKept() {
    ingest.acceptPapers(List.of(paper(1, DAY)));
    SourcedPaper corrected =
        SourcedPaper.of("scripted", id(1), "Another title", "Abstract 1")
            .announcedAt(midnight(DAY))
            .build();
    changed.take();

    assertThat(ingest.acceptPapers(List.of(corrected))).isEqualTo(new StoredCounts(0, 1, 0));

    Paper stored = papers.find(id(1)).orElseThrow();
    assertThat(stored.revision()).isEqualTo(2);
    assertThat(papers.content(stored.id(), 1).orElseThrow().title()).isEqualTo("Title 1");
    assertThat(papers.content(stored.id(), 2).orElseThrow().title()).isEqualTo("Another title");
    assertThat(papers.content(stored.id(), 3)).isEmpty();
    assertThat(changed.take()).containsExactly(DAY);
  }

  @Test
  void votesAreUpdatedWithoutANewRevisionOrNewsOfAChange() {
    ingest.acceptPapers(List.of(paper(1, DAY)));
    changed.take();
    SourcedPaper voted =
        SourcedPaper.of("scripted", id(1), "Title 1", "Abstract 1").votes(40).build();

    assertThat(ingest.acceptPapers(List.of(voted))).isEqualTo(new StoredCounts(0, 1, 0));

    assertThat(papers.find(id(1)).orElseThrow())
        .returns(40, Paper::votes)
        .returns(1, Paper::revision);
    assertThat(changed.take()).isEmpty();
  }

  @Test
  void aPaperThatMovesToAnEarlierDayChangesBothDays() {
    ingest.acceptPapers(List.of(paper(1, NEXT_DAY)));
    assertThat(changed.take()).containsExactly(NEXT_DAY);
    ingest.acceptPapers(List.of(paper(1, DAY)));
    assertThat(changed.take()).containsExactlyInAnyOrder(DAY, NEXT_DAY);
    assertThat(papers.count(DAY)).isEqualTo(1);
    assertThat(papers.count(NEXT_DAY)).isZero();
  }

  @Test
  void anEmptyDayAndABrokenSourceAreVerdicts() {
    source.answers(date -> answer());
    assertVerdict(Verdict.NOTHING_NEW, "the day's list is empty");
    source.answers(
        date -> {
          throw SourceFailure.failed("The source is down");
        });
    assertVerdict(Verdict.FAILED, "The source is down");
    source.answers(
        date -> {
          throw SourceFailure.stale("The source answered with the list of 2026-05-03");
        });
    assertVerdict(Verdict.STALE, "The source answered with the list of 2026-05-03");
    source.answers(
        date -> {
          throw new IllegalStateException("a bug");
        });
    assertVerdict(Verdict.FAILED, "the source failed unexpectedly; the log says more");
    assertThat(log.count()).isEqualTo(4);
  }

  private void assertVerdict(Verdict verdict, String reason) {
    assertThat(ingest.run("scripted", DAY))
        .returns(verdict, Ingestion::verdict)
        .returns(reason, Ingestion::reason)
        .returns(0, Ingestion::seen);
  }

  @Test
  void rejectedEntriesAreCountedAndTheFirstIsExplained() {
    source.answers(
        date ->
            new SourceAnswer(
                List.of(paper(1, date)), List.of(new RejectedPaper(1, "title is missing"))));
    assertThat(ingest.run("scripted", DAY))
        .returns(2, Ingestion::seen)
        .returns(1, Ingestion::rejected)
        .returns(
            "the one paper is new; 1 entry was rejected: entry 1: title is missing",
            Ingestion::reason);
    source.answers(
        date -> new SourceAnswer(List.of(), List.of(new RejectedPaper(0, "title is missing"))));
    assertThat(ingest.run("scripted", DAY)).returns(Verdict.FAILED, Ingestion::verdict);
  }

  @Test
  void anUnknownSourceIsRefusedWithTheNamesOfTheKnownOnes() {
    assertThatThrownBy(() -> ingest.run("usenet", DAY))
        .isInstanceOf(UnknownSource.class)
        .hasMessage(
            "Unknown source. Known are: arxiv, biorxiv, file, huggingface, medrxiv," + " scripted");
    assertThat(log.count()).isZero();
  }

  @Test
  void twoInstancesMayStoreTheSamePapersAtTheSameTime() throws Exception {
    int runs = 4;
    ExecutorService instances = Executors.newFixedThreadPool(runs);
    CyclicBarrier start = new CyclicBarrier(runs);
    List<Future<StoredCounts>> results = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      int votes = run;
      results.add(
          instances.submit(
              () -> {
                List<SourcedPaper> batch =
                    IntStream.range(0, 250)
                        .mapToObj(
                            i ->
                                SourcedPaper.of("scripted", id(i), "Title " + i, "Abstract " + i)
                                    .announcedAt(midnight(DAY))
                                    .votes(votes)
                                    .build())
                        .toList();
                start.await();
                return ingest.acceptPapers(batch);
              }));
    }
    StoredCounts sum = StoredCounts.NONE;
    for (Future<StoredCounts> result : results) {
      sum = sum.plus(result.get());
    }
    instances.shutdown();
    assertThat(sum.created()).isEqualTo(250);
    assertThat(sum.updated() + sum.unchanged()).isEqualTo(250 * (runs - 1));
    assertThat(papers.count(DAY)).isEqualTo(250);
  }

  @Test
  void papersAreFoundByDayWindowAndVotes() {
    ingest.acceptPapers(
        List.of(voted(1, DAY, 5), voted(2, DAY, 9), voted(3, NEXT_DAY, 1), voted(4, DAY, 9)));

    assertThat(papers.page(DAY, 0, 2)).extracting(Paper::identifier).containsExactly(id(2), id(4));
    assertThat(papers.page(DAY, 1, 2)).extracting(Paper::identifier).containsExactly(id(1));
    assertThat(papers.page(null, 0, 1)).extracting(Paper::identifier).containsExactly(id(3));
    assertThat(papers.count(null)).isEqualTo(4);

    Instant from = midnight(DAY);
    Instant to = midnight(NEXT_DAY);
    assertThat(papers.announced(from, to)).extracting(Paper::identifier).containsExactly(id(3));
    assertThat(papers.standing(from, to)).extracting(AnnouncedPaper::votes).containsExactly(1);
    assertThat(papers.standing(from.minusMillis(1), to))
        .extracting(AnnouncedPaper::identifier)
        .containsExactlyInAnyOrder("2605.00001", "2605.00002", "2605.00003", "2605.00004");

    Set<Long> ids = papers.page(DAY, 0, 10).stream().map(Paper::id).collect(toSet());
    assertThat(papers.findAll(ids)).hasSize(3);
    assertThat(papers.findAll(Set.of())).isEmpty();
  }

  @Test
  void daysWithoutPapersAreSkipped() {
    ingest.acceptPapers(List.of(paper(1, DAY), paper(2, DAY.minusDays(3)), paper(3, NEXT_DAY)));

    assertThat(papers.days(NEXT_DAY, 10)).containsExactly(NEXT_DAY, DAY, DAY.minusDays(3));
    assertThat(papers.days(DAY, 1)).containsExactly(DAY);
    assertThat(papers.dayBefore(DAY)).hasValue(DAY.minusDays(3));
    assertThat(papers.dayBefore(DAY.minusDays(3))).isEmpty();
    assertThat(papers.dayAfter(DAY)).hasValue(NEXT_DAY);
    assertThat(papers.dayAfter(NEXT_DAY)).isEmpty();
  }

  private static PaperId id(int number) {
    return new PaperId("2605.%05d".formatted(number));
  }

  private static SourcedPaper paper(int number, LocalDate announcedOn) {
    return voted(number, announcedOn, 0);
  }

  private static SourcedPaper voted(int number, LocalDate announcedOn, int votes) {
    return SourcedPaper.of("scripted", id(number), "Title " + number, "Abstract " + number)
        .announcedAt(midnight(announcedOn))
        .votes(votes)
        .build();
  }

  private static SourceAnswer answer(SourcedPaper... papers) {
    return new SourceAnswer(List.of(papers), List.of());
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
