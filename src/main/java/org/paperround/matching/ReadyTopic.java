package org.paperround.matching;

/** A topic made ready to be put to any number of days of papers. */
public sealed interface ReadyTopic permits CompiledQuery, Question {}
