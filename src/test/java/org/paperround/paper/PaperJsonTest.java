package org.paperround.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.base.PaperId;

class PaperJsonTest {

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void everyFieldIsRead() throws JsonProcessingException {
    SourceAnswer answer =
        read(
            """
            [{"id": "arXiv:2605.00001v2", "title": "A\\ntitle", "abstract": "Words.",
              "authors": ["Ada One", "Ben Two"], "organization": "Laboratory",
              "categories": ["cs.CL"], "publishedOn": "2026-05-01",
              "announcedAt": "2026-05-04T02:00:00+02:00", "votes": 7, "comments": 0,
              "links": {"abstract": null, "code": "https://code.example/a",
                        "project": "http://project.example"},
              "sources": ["file"]}]
            """);
    assertThat(answer.rejected()).isEmpty();
    assertThat(answer.papers())
        .containsExactly(
            SourcedPaper.of("file", PaperId.parse("2605.00001"), "A title", "Words.")
                .authors(java.util.List.of("Ada One", "Ben Two"))
                .organization("Laboratory")
                .categories(java.util.List.of("cs.CL"))
                .publishedOn(LocalDate.parse("2026-05-01"))
                .announcedAt(Instant.parse("2026-05-04T00:00:00Z"))
                .votes(7)
                .comments(0)
                .links(
                    new PaperLinks(null, null, "https://code.example/a", "http://project.example"))
                .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | a paper is a JSON object",
        "{} | id is missing; title is missing; abstract is missing",
        "{'id':'a b','title':'T','abstract':'A'} | id is no arXiv id, DOI or source:key",
        "{'id':'a','title':'T','abstract':' '} | abstract is missing",
        "{'id':'a','title':7,'abstract':'A'} | title must be a string",
        "{'id':'a','title':'T','abstract':'A','stars':1,'x':2} | unknown field stars; unknown field x",
        "{'id':'a','title':'T','abstract':'A','votes':1.5} | votes must be a whole number from 0 to 2147483647",
        "{'id':'a','title':'T','abstract':'A','votes':'many'} | votes must be a whole number from 0 to 2147483647",
        "{'id':'a','title':'T','abstract':'A','authors':'Ada'} | authors must be an array of strings that are not empty",
        "{'id':'a','title':'T','abstract':'A','authors':[{}]} | authors must be an array of strings that are not empty",
        "{'id':'a','title':'T','abstract':'A','publishedOn':'May'} | publishedOn must be a date like 2026-05-04",
        "{'id':'a','title':'T','abstract':'A','announcedAt':'2026-05-04'} | announcedAt must be an instant like 2026-05-04T00:00:00Z",
        "{'id':'a','title':'T','abstract':'A','links':[]} | links must be an object",
        "{'id':'a','title':'T','abstract':'A','links':{'video':'x'}} | unknown field links.video",
        "{'id':'a','title':'T','abstract':'A','links':{'code':'ftp://x.example/'}} | links.code is no http or https address",
      })
  void aMistakeIsNamed(String paper, String reason) throws JsonProcessingException {
    SourceAnswer answer = read("[" + paper.replace('\'', '"') + "]");
    assertThat(answer.papers()).isEmpty();
    assertThat(answer.rejected()).containsExactly(new RejectedPaper(0, reason));
  }

  @Test
  void oneBadPaperLosesNoOther() throws JsonProcessingException {
    SourceAnswer answer =
        read(
            """
            [{"id": "a", "title": "T", "abstract": "A"}, null,
             {"id": "b", "title": "T", "abstract": "A"}]
            """);
    assertThat(answer.papers()).extracting(p -> p.id().value()).containsExactly("file:a", "file:b");
    assertThat(answer.rejected()).extracting(RejectedPaper::index).containsExactly(1);
  }

  @Test
  void whatIsNoArrayIsRefusedWhole() {
    assertThatThrownBy(() -> read("{}")).hasMessage("an array of papers is expected");
  }

  private SourceAnswer read(String text) throws JsonProcessingException {
    return PaperJson.read(json.readTree(text), "file");
  }
}
