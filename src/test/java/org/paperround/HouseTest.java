package org.paperround;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Arrows between rooms go one way. */
class HouseTest {

  private static final String ROOT = "org.paperround.";
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("base", Set.of()),
          Map.entry("paper", Set.of("base")),
          Map.entry("topic", Set.of("base")),
          Map.entry("matching", Set.of("paper", "topic", "base")),
          Map.entry("suppression", Set.of("base")),
          Map.entry("delivery", Set.of("suppression", "base")),
          Map.entry("bounce", Set.of("delivery", "suppression", "base")),
          Map.entry("subscription", Set.of("topic", "delivery", "suppression", "base")),
          Map.entry("digest", Set.of("paper", "matching", "subscription", "delivery", "base")),
          Map.entry(
              "web",
              Set.of(
                  "base",
                  "paper",
                  "topic",
                  "matching",
                  "suppression",
                  "delivery",
                  "bounce",
                  "subscription",
                  "digest")));

  private final JavaClasses house =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.paperround");

  @TestFactory
  Stream<DynamicTest> everyRoomUsesOnlyTheRoomsItMay() {
    List<String> rooms =
        Stream.concat(MAY_USE.keySet().stream(), Stream.of("admin", "dev")).sorted().toList();
    return MAY_USE.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      String[] forbidden =
                          rooms.stream()
                              .filter(room -> !room.equals(entry.getKey()))
                              .filter(room -> !entry.getValue().contains(room))
                              .map(room -> ROOT + room + "..")
                              .toArray(String[]::new);
                      ArchRuleDefinition.noClasses()
                          .that()
                          .resideInAPackage(ROOT + entry.getKey() + "..")
                          .should()
                          .dependOnClassesThat()
                          .resideInAnyPackage(forbidden)
                          .check(house);
                    }));
  }

  @Test
  void noTwoRoomsUseEachOther() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(house);
  }

  @Test
  void whatDeliveryStandsOnKnowsNothingOfTheOutbox() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "delivery.smtp", ROOT + "delivery.rate", ROOT + "delivery.config")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "delivery")
        .check(house);
    slices().matching(ROOT + "delivery.(*)..").should().beFreeOfCycles().check(house);
  }

  @Test
  void nobodyAsksTheWallClock() {
    ArchRuleDefinition.noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(house);
  }
}
