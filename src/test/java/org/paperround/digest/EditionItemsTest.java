package org.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.matching.Reason;
import org.paperround.matching.Reason.Ground;
import org.paperround.matching.Reason.Where;

class EditionItemsTest {

  private static final Reason OTTERS =
      new Reason(
          List.of(
              new Ground(Where.TITLE, List.of("Otters")),
              new Ground(Where.CATEGORY, List.of("cs.CL", "cs.LG"))));
  private static final EditionItem MATCH =
      new EditionItem(70000, 2, Section.MATCH, List.of("otters", "a \"b\" ]"), OTTERS, 7, 3);

  private static final Reason DUSK =
      new Reason(List.of(new Ground(Where.ABSTRACT, List.of("dusk"))));
  private static final EditionItem TRENDING =
      new EditionItem(1, 1, Section.TRENDING, List.of(), null, 900, 41);
  private static final EditionItem SAME =
      new EditionItem(5, 1, Section.MORE, List.of("a \"b\" ]"), OTTERS, 0, 0);
  private static final EditionItem OTHER =
      new EditionItem(8, 1, Section.MORE, List.of("dusk"), DUSK, 0, 0);
  private static final EditionItem BARE =
      new EditionItem(6, 1, Section.MORE, List.of("otters"), null, 0, 0);

  static Stream<Arguments> stored() {
    return Stream.of(
        Arguments.of(
            """
            {"t":[],"r":[],"i":[],"n":0,"q":[],"m":[]}""",
            List.of()),
        Arguments.of(
            """
            {"t":["otters","a \\"b\\" ]","dusk"],\
            "r":[[["TITLE","Otters"],["CATEGORY","cs.CL","cs.LG"]]],\
            "i":[[70000,2,0,7,3,0,0,1],[1,1,2,900,41,-1]],\
            "n":3,"q":[[["ABSTRACT","dusk"]]],\
            "m":[[5,1,1,0,0,0,1],[8,1,1,0,0,1,2],[6,1,1,0,0,-1,0]]}""",
            List.of(MATCH, SAME, OTHER, BARE, TRENDING)));
  }

  @ParameterizedTest
  @MethodSource("stored")
  void everyTopicAndReasonIsWrittenOnceAndReadForEachItem(String column, List<EditionItem> items) {
    EditionItems.Shown shown = EditionItems.Shown.of(items);

    assertThat(EditionItems.write(items)).isEqualTo(column);
    assertThat(EditionItems.read(column))
        .startsWith(shown.items().toArray(EditionItem[]::new))
        .containsExactlyInAnyOrderElementsOf(items);
    assertThat(EditionItems.readShown(column)).isEqualTo(shown);
  }

  @Test
  void whatIsNotShownNeedNotBeReadToShowTheRest() {
    String cutShort = EditionItems.write(List.of(MATCH, OTHER)).replaceFirst("\"q\".*", "");

    assertThat(EditionItems.readShown(cutShort))
        .isEqualTo(new EditionItems.Shown(List.of(MATCH), 1));
  }

  @Test
  void editionsInWhichAllItemsStandTogetherRead() {
    String together =
        """
        {"t":["otters","a \\"b\\" ]"],\
        "r":[[["TITLE","Otters"],["CATEGORY","cs.CL","cs.LG"]]],\
        "i":[[70000,2,0,7,3,0,0,1],[5,1,1,0,0,0,1],[6,1,1,0,0,-1,0],[1,1,2,900,41,-1]]}""";

    assertThat(EditionItems.read(together)).containsExactly(MATCH, SAME, BARE, TRENDING);
    assertThat(EditionItems.readShown(together))
        .isEqualTo(new EditionItems.Shown(List.of(MATCH, TRENDING), 2));
  }

  @Test
  void editionsWrittenInFullByEarlierVersionsRead() {
    String inFull =
        """
        [{"paperId":70000,"revision":2,"section":"MATCH","topics":["otters","a \\"b\\" ]"],\
        "reason":{"grounds":[{"field":"TITLE","words":["Otters"]},\
        {"field":"CATEGORY","words":["cs.CL","cs.LG"]}]},"votes":7,"comments":3},\
        {"paperId":1,"revision":1,"section":"TRENDING","topics":[],"votes":900,"comments":41}]""";

    assertThat(EditionItems.read(inFull))
        .containsExactly(MATCH, new EditionItem(1, 1, Section.TRENDING, List.of(), null, 900, 41));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "damaged",
        "7",
        "{\"t\":7}",
        "{\"t\":[],\"x\":[]}",
        "{\"t\":[],\"r\":[],\"i\":[[1,1,0,0,0,0,0]]}",
        "{\"t\":[\"otters\"],\"r\":[],\"i\":[[1,1,7,0,0,-1,0]]}",
        "{\"t\":[\"otters\"],\"r\":[],\"i\":[[1,1,0"
      })
  void whatIsDamagedDoesNotRead(String column) {
    assertThatThrownBy(() -> EditionItems.read(column)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anEditionOfTwoHundredPapersTakesLessThanFiveKilobytes() {
    assertThat(EditionItems.write(Collections.nCopies(200, MATCH))).hasSizeLessThan(5000);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void whichPapersAnEditionHasIsKeptInAFewLetters(String column, List<Long> numbers) {
    Set<Long> read = new HashSet<>(Set.of(3L));
    PaperNumbers.read(column, read);

    assertThat(PaperNumbers.write(numbers.stream().mapToLong(Long::longValue))).isEqualTo(column);
    assertThat(read).contains(3L).containsAll(numbers).hasSize(numbers.size() + 1);
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of("1", List.of(1L)),
        Arguments.of("rs 1 z 10", List.of(1072L, 1000L, 1001L, 1036L)),
        Arguments.of("1y2p0ij32e8e7", List.of(Long.MAX_VALUE)));
  }
}
