package io.touchline.domain.cases;

import io.touchline.domain.RuleFile;

/** A dated row that something in a case rests on. */
public interface LawRow {

  /** What the row is about, without its date: {@code L1}, {@code D5}. */
  String subject();

  RuleFile.Source source();

  /** Names the row, the same on every run: {@code L1@2015-01-01}. */
  default String id() {
    return subject() + '@' + source().validFrom();
  }
}
