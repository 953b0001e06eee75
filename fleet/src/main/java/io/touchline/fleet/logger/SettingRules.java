package io.touchline.fleet.logger;

import io.touchline.domain.ChinaTime;
import io.touchline.hj212.DataTimes;
import io.touchline.hj212.Edition;
import io.touchline.hj212.Item;
import io.touchline.hj212.Packet;
import io.touchline.hj212.Sm4Key;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Requests that set something in a logger or make its instruments do something. A value out of the
 * range that the sheet of the standard gives (HJ 212-2017 table 4) ends in ExeRtn 2.
 */
final class SettingRules {

  private static final Set<Integer> MINUTE_INTERVALS = Set.of(1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30);

  private final Device device;

  SettingRules(Device device) {
    this.device = device;
  }

  /** Empty where the request is none of these. */
  Optional<Action> of(Packet request) {
    return Optional.ofNullable(
        switch (request.cn()) {
          case "1000" -> new Action.Carry(() -> patience(request));
          case "1002" -> new Action.Carry(() -> name(request));
          case "1012" -> new Action.Carry(() -> time(request));
          case "1014" -> new Action.Carry(() -> key(request));
          case "1062" -> new Action.Carry(() -> realTimeInterval(request));
          case "1064" -> new Action.Carry(() -> minuteInterval(request));
          case "1072" -> new Action.Carry(() -> password(request));
          case "2012" -> new Action.TakeNotice(() -> realTime(false));
          case "2022" -> new Action.TakeNotice(() -> state(false));
          case "2021" -> new Action.Carry(() -> state(true));
          case "2011" ->
              request.value("BeginTime").isEmpty() ? new Action.Carry(() -> realTime(true)) : null;
          case "1001", "1022", "1032", "1042", "3016", "3021" ->
              new Action.Carry(() -> register(request));
          case "3011", "3012", "3013", "3014", "3022", "3024" ->
              new Action.Carry(() -> Action.DONE);
          default -> null;
        });
  }

  private int patience(Packet request) {
    int overTime = number(request.value("OverTime"));
    String repeats = request.value("ReCount");
    int reCount = number(repeats.isEmpty() ? request.value("Recount") : repeats);
    int longest = device.identity().edition() == Edition.V2005 ? 99_999 : 99;
    if (overTime < 1 || overTime > longest || reCount < 1 || reCount > 99) {
      return Action.FAILED;
    }
    return change(now -> now.withPatience(Duration.ofSeconds(overTime), reCount));
  }

  private int name(Packet request) {
    String serial = request.factors().getOrDefault("i23005", Map.of()).get("Info");
    boolean mine = serial == null || device.personality().serials().contains(serial);
    return mine && !request.mn().isEmpty()
        ? change(now -> now.withIdentity(now.identity().withMn(request.mn())))
        : Action.FAILED;
  }

  /** With PolId it is an analyser's clock, which nobody looks at here. */
  private int time(Packet request) {
    Optional<LocalDateTime> time = DataTimes.second(request.value("SystemTime"));
    if (time.isEmpty()) {
      return Action.FAILED;
    }
    if (request.value("PolId").isEmpty()) {
      device.setClock(ChinaTime.instant(time.get()));
    }
    return Action.DONE;
  }

  private int key(Packet request) {
    try {
      Sm4Key key = Sm4Key.parse(request.value("NewSK"));
      return change(now -> now.withKey(key, request.value("SKCreateTime")));
    } catch (IllegalArgumentException noKey) {
      return Action.FAILED;
    }
  }

  private int realTimeInterval(Packet request) {
    int seconds = number(request.value("RtdInterval"));
    return seconds < 30 || seconds > 3600
        ? Action.FAILED
        : change(now -> now.withIntervals(seconds, now.minuteMinutes()));
  }

  private int minuteInterval(Packet request) {
    int minutes = number(request.value("MinInterval"));
    return MINUTE_INTERVALS.contains(minutes)
        ? change(now -> now.withIntervals(now.realTimeSeconds(), minutes))
        : Action.FAILED;
  }

  /** By 2005 the new one is called PW as the old one is, and stands in CP. */
  private int password(Packet request) {
    String named = request.value("NewPW");
    String wanted = named.isEmpty() ? request.value("PW") : named;
    return wanted.length() == 6
        ? change(now -> now.withIdentity(now.identity().withPassword(wanted)))
        : Action.FAILED;
  }

  private int realTime(boolean on) {
    return change(now -> now.withUploads(on, now.state()));
  }

  private int state(boolean on) {
    return change(now -> now.withUploads(now.realTime(), on));
  }

  private int register(Packet request) {
    for (Item item : request.items()) {
      device.registers().put(item.key(), item.value());
    }
    return Action.DONE;
  }

  private int change(UnaryOperator<LoggerConfiguration> change) {
    device.configure(change);
    return Action.DONE;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException none) {
      return -1;
    }
  }
}
