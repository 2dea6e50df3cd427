package org.paperround.admin.csv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.paperround.base.FieldError;
import org.paperround.base.InvalidRequest;

/**
 * The columns a file may have, in any order and in any case.
 *
 * @param known their names
 * @param required those that must be there
 * @param aliases other names of them
 */
public record Columns(
    List<String> known, Collection<String> required, Map<String, String> aliases) {

  /**
   * Reads the first line.
   *
   * @return the name of each column, in the order of the file
   * @throws InvalidRequest naming everything that is wrong with it, and what to do
   */
  List<String> read(List<String> header) {
    Map<String, String> byText = new HashMap<>();
    known.forEach(name -> byText.put(name.toLowerCase(Locale.ROOT), name));
    aliases.forEach((alias, name) -> byText.put(alias.toLowerCase(Locale.ROOT), name));
    List<FieldError> errors = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String cell : header) {
      String text = cell.strip();
      String name = byText.getOrDefault(text.toLowerCase(Locale.ROOT), "");
      if (name.isEmpty()) {
        errors.add(new FieldError(text, unknown(text), null));
      } else if (names.contains(name)) {
        errors.add(new FieldError(name, "This column is there twice; keep one.", null));
      }
      names.add(name);
    }
    for (String name : known) {
      if (required.contains(name) && !names.contains(name)) {
        errors.add(
            new FieldError(name, "This column is missing; name it in the first line.", null));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
    return names;
  }

  private String unknown(String text) {
    return text.contains(";") || text.contains("\t")
        ? "Separate the columns with commas."
        : "There is no such column. The first line names columns among: "
            + String.join(", ", known)
            + ".";
  }
}
