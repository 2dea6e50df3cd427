package org.paperround.paper;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** A source that answers what a test wants. */
@Singleton
public class ScriptedSource implements PaperSource {

  private volatile Function<LocalDate, SourceAnswer> answer =
      date -> new SourceAnswer(List.of(), List.of());

  /** Answers every day alike; the function may throw. */
  public void answers(Function<LocalDate, SourceAnswer> answer) {
    this.answer = answer;
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public SourceAnswer fetch(LocalDate date) {
    return answer.apply(date);
  }
}
