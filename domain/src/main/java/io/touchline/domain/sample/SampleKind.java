package io.touchline.domain.sample;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a sample was taken, and by whom. */
public enum SampleKind {
  /** By the discharger, for data that its monitor lacks. */
  MANUAL_SUBSTITUTE("手工替代监测"),
  /** By the discharger, as its permit's plan says. */
  SELF_MONITORING("自行监测"),
  /** To check a monitor against: real samples, reference methods. */
  COMPARISON("比对监测"),
  /** By the authority's monitoring team. */
  SUPERVISORY("监督性监测"),
  /** By an inspector on the spot. */
  INSPECTOR_GRAB("执法即时采样");

  private final String chinese;

  SampleKind(String chinese) {
    this.chinese = chinese;
  }

  /** Whether the authority's people take it: a discharger cannot report one. */
  public boolean isOfTheAuthority() {
    return this == SUPERVISORY || this == INSPECTOR_GRAB;
  }

  /** Whether it is the discharger's own: an officer does not report one. */
  public boolean isOfTheDischarger() {
    return this == MANUAL_SUBSTITUTE || this == SELF_MONITORING;
  }

  /** The Chinese term; files may use it too. */
  public String chinese() {
    return chinese;
  }

  /** By its name in any case, or its Chinese term. */
  public static Optional<SampleKind> named(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Arrays.stream(values())
        .filter(kind -> kind.name().equals(name) || kind.chinese.equals(name))
        .findFirst();
  }
}
