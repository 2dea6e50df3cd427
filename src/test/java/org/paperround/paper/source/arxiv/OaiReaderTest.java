package org.paperround.paper.source.arxiv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.paper.Announcement;
import org.paperround.paper.Announcement.Kind;
import org.paperround.paper.SourceFailure;

class OaiReaderTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-06-05");

  private static String record(String id, String datestamp, String created, String title) {
    return """
    <record><header><identifier>oai:arXiv.org:%1$s</identifier><datestamp>%2$s</datestamp>
    <setSpec>cs:cs:CL</setSpec></header><metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/">
    <id>%1$s</id><created>%3$s</created><authors>
    <author><keyname>One</keyname><forenames>Ada B.</forenames><suffix>Jr.</suffix>
    <affiliation>Somewhere</affiliation></author><author><keyname>Consortium</keyname></author>
    </authors><title>%4$s</title><categories>cs.CL math.AG</categories>
    <abstract>  We count
    &amp; sum.
    </abstract></arXiv></metadata></record>
    """
        .formatted(id, datestamp, created, title);
  }

  private static OaiPage read(String inner) {
    String xml =
        "<?xml version=\"1.0\"?><OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">"
            + "<responseDate>2026-06-05T05:00:00Z</responseDate>"
            + inner
            + "</OAI-PMH>";
    return OaiReader.read("arXiv's OAI-PMH", xml.getBytes(UTF_8), TODAY);
  }

  @Test
  void aRecordIsReadWithAllThatPaperroundKeeps() {
    OaiPage page =
        read(
            "<ListRecords>"
                + record("2606.00001", "2026-06-04", "2026-06-02", "A title")
                + "<resumptionToken>more</resumptionToken></ListRecords>");
    assertThat(page.resumptionToken()).isEqualTo("more");
    Announcement entry = page.content().entries().get(0);
    assertThat(entry.kind()).isEqualTo(Kind.NEW);
    assertThat(entry.paper().id().value()).isEqualTo("2606.00001");
    assertThat(entry.paper().title()).isEqualTo("A title");
    assertThat(entry.paper().summary()).isEqualTo("We count & sum.");
    assertThat(entry.paper().authors()).containsExactly("Ada B. One Jr.", "Consortium");
    assertThat(entry.paper().categories()).containsExactly("cs.CL", "math.AG");
    assertThat(entry.paper().publishedOn()).isEqualTo("2026-06-02");
    assertThat(entry.paper().announcedAt()).isEqualTo(Instant.parse("2026-06-04T00:00:00Z"));
    assertThat(entry.paper().statedOn()).isEqualTo("2026-06-04");
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "2606.00001, 2026-06-04, NEW, ,",
    "2605.00001, 2026-05-21, NEW, ,",
    "2605.00001, 2026-05-01, REPLACE, 2026-05-01T00:00:00Z",
    "1907.01234, 2026-06-04, REPLACE, 2019-07-01T00:00:00Z",
    "math/0611800, 2006-11-26, REPLACE, 2006-11-01T00:00:00Z",
    "hep-th/9901001, 1999-01-01, REPLACE, 1999-01-01T00:00:00Z"
  })
  void anOldPaperThatComesByIsNotAnnouncedAgain(
      String id, String created, Kind kind, String announcedBefore) {
    Announcement entry =
        read("<ListRecords>" + record(id, "2026-06-05", created, "A title") + "</ListRecords>")
            .content()
            .entries()
            .get(0);
    assertThat(entry.kind()).isEqualTo(kind);
    assertThat(entry.paper().announcedBefore())
        .isEqualTo(announcedBefore == null ? null : Instant.parse(announcedBefore));
    assertThat(entry.paper().announcedAt() == null).isEqualTo(kind == Kind.REPLACE);
  }

  @Test
  void aBadRecordIsRejectedAndADeletedOneLeftOut() {
    OaiPage page =
        read(
            "<ListRecords>"
                + record("2606.00001", "2026-06-04", "2026-06-02", "")
                + "<record><header status=\"deleted\"><identifier>oai:arXiv.org:2606.00002"
                + "</identifier></header></record>"
                + record("2606.00003", "2026-06-04", "2026-06-02", "A title")
                + "</ListRecords>");
    assertThat(page.content().entries())
        .extracting(entry -> entry.paper().id().value())
        .containsExactly("2606.00003");
    assertThat(page.content().rejected())
        .extracting(rejected -> rejected.index() + " " + rejected.reason())
        .containsExactly("0 title is missing");
    assertThat(page.resumptionToken()).isNull();
  }

  @Test
  void anErrorIsTold() {
    assertThat(read("<error code=\"noRecordsMatch\">none</error>").error())
        .isEqualTo("noRecordsMatch");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<feed/>|no OAI-PMH",
        "<OAI-PMH><ListRecords>|no XML",
        "[]|no XML",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><OAI-PMH>&b;</OAI-PMH>|declares a document type",
      })
  void whatIsNoAnswerIsRefused(String body, String reason) {
    assertThatThrownBy(() -> OaiReader.read("arXiv's OAI-PMH", body.getBytes(UTF_8), TODAY))
        .isInstanceOf(SourceFailure.class)
        .hasMessageContaining(reason);
  }
}
