package org.paperround.matching;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.paperround.topic.catalogue.Categories;
import org.paperround.topic.catalogue.Category;
import org.paperround.topic.query.Clause;

/** The categories a query can be answered from because it names them; excluded ones are not. */
final class NamedCategories implements Clause.Cases<Set<String>> {

  @Override
  public Set<String> all(Clause.All all) {
    return of(all.wanted());
  }

  @Override
  public Set<String> any(Clause.Any any) {
    return of(any.choices());
  }

  private Set<String> of(List<Clause> clauses) {
    return clauses.stream()
        .flatMap(clause -> clause.accept(this).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Set<String> word(Clause.Word word) {
    return Set.of();
  }

  @Override
  public Set<String> phrase(Clause.Phrase phrase) {
    return Set.of();
  }

  @Override
  public Set<String> prefix(Clause.Prefix prefix) {
    return Set.of();
  }

  @Override
  public Set<String> inCategory(Clause.InCategory category) {
    return Set.of(category.id());
  }

  @Override
  public Set<String> inArchive(Clause.InArchive archive) {
    Categories known = Categories.known();
    return known.all().stream()
        .filter(Category::active)
        .map(category -> known.canonical(category.id()))
        .filter(id -> known.archives(id).contains(archive.archive()))
        .collect(Collectors.toSet());
  }
}
