package org.paperround.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The time zones offered to readers: those named after places, by region. */
final class Zones {

  private static final Set<String> REGIONS =
      Set.of(
          "Africa",
          "America",
          "Antarctica",
          "Asia",
          "Atlantic",
          "Australia",
          "Europe",
          "Indian",
          "Pacific");
  private static final List<Region> PLACES = places();

  private Zones() {}

  private static List<Region> places() {
    Map<String, TreeSet<String>> byRegion =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.contains("/") && REGIONS.contains(id.substring(0, id.indexOf('/'))))
            .collect(
                Collectors.groupingBy(
                    id -> id.substring(0, id.indexOf('/')),
                    TreeMap::new,
                    Collectors.toCollection(TreeSet::new)));
    return byRegion.entrySet().stream()
        .map(entry -> new Region(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  /** Everything offered, with the chosen zone in front where it is not among the places. */
  static List<Region> including(String chosen) {
    boolean known = PLACES.stream().anyMatch(region -> region.zones().contains(chosen));
    List<String> others = Stream.of("UTC", chosen).distinct().filter(z -> !z.isBlank()).toList();
    Region first = new Region("Everywhere", known ? List.of("UTC") : others);
    return Stream.concat(Stream.of(first), PLACES.stream()).toList();
  }

  /** Zones of one part of the world. */
  record Region(String name, List<String> zones) {}
}
