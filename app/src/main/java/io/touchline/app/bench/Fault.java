package io.touchline.app.bench;

import java.util.Locale;

/** What befalls the processes while a logger sends. */
enum Fault {
  /** The run that the others are held against. */
  NONE("00"),
  KILL_GATEWAY("01"),
  KILL_JOURNAL("02"),
  KILL_BROKER("03"),
  /** Stands still for longer than a group waits for a member, and goes on when it is replaced. */
  FREEZE_JOURNAL("04"),
  FREEZE_GATEWAY("05"),
  FREEZE_BROKER("06"),
  /** A third journal takes a share of the outlets and leaves again. */
  JOIN_JOURNAL("07"),
  /** Frames that no rule foresaw, and bytes that are none, among the others. */
  POISON("08");

  private final String number;

  Fault(String number) {
    this.number = number;
  }

  /** The outlet that it befalls. */
  String mn() {
    return "8888880000000000000000" + number;
  }

  /** As the table names it. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
