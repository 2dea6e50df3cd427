package org.paperround.paper.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

  private static JsonNode field(String json) {
    try {
      return new ObjectMapper().readTree("{\"field\": " + json + "}");
    } catch (JsonProcessingException mistake) {
      throw new IllegalArgumentException(mistake);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "[]", "{}", "[\"a\"]", "\"\""})
  void whatIsMissingNullOrOfAnotherTypeIsEmpty(String json) {
    assertThat(JsonFields.text(field(json), "field")).isEmpty();
    assertThat(JsonFields.html(field(json), "field")).isEmpty();
    assertThat(JsonFields.day(field(json), "field")).isEmpty();
    assertThat(JsonFields.count(field(json), "field")).isNull();
    assertThat(JsonFields.text(field(json), "other")).isEmpty();
    assertThat(JsonFields.text(field(json).path("field"), "deeper")).isEmpty();
  }

  @Test
  void numbersAreTextsToo() {
    assertThat(JsonFields.text(field("7"), "field")).isEqualTo("7");
    assertThat(JsonFields.count(field("7"), "field")).isEqualTo(7);
    assertThat(JsonFields.count(field("\"7\""), "field")).isNull();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-05-04, 2026-05-04",
    "2026-05-04T23:30:00-02:00, 2026-05-05",
    "2026-05-04T00:00:00Z, 2026-05-04",
    "2026-05-04T00:00:00,",
    "2026-13-04,",
    "9026-05-04,",
    "soon,"
  })
  void aDayIsADateOrATimeWithItsOffset(String written, LocalDate day) {
    assertThat(JsonFields.day(field("\"" + written + "\""), "field").orElse(null)).isEqualTo(day);
  }

  @Test
  void htmlIsLeftOutOfTextsAndNotParsedWhereItIsFarTooLong() {
    assertThat(JsonFields.html(field("\"<h4>Why</h4> p &lt; <i>0.05</i>\""), "field"))
        .isEqualTo("Why p < 0.05");
    String endless = "<b>".repeat(100_000);
    assertThat(HtmlText.plain(endless)).isSameAs(endless);
  }

  @Test
  void valuesInAnAddressMayHoldAnything() {
    assertThat(
            SourceJson.address(
                URI.create("https://a.example/api//"), "/x/{}?q={}&c={}", 7, "a b&c={}", "+/=$1"))
        .isEqualTo(URI.create("https://a.example/api/x/7?q=a%20b%26c%3D%7B%7D&c=%2B%2F%3D%241"));
  }
}
