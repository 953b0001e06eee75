package io.touchline.fleet.logger;

import io.touchline.domain.ChinaTime;
import io.touchline.hj212.DataTimes;
import io.touchline.hj212.Packet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Requests for what a logger knows: its settings, its instruments, its past. */
final class ReportRules {

  private final Device device;
  private final Measurements measurements;

  ReportRules(Device device, Measurements measurements) {
    this.device = device;
    this.measurements = measurements;
  }

  /** Empty where the request is none of these. */
  Optional<Action> of(Packet request) {
    LoggerConfiguration configuration = device.configuration();
    return Optional.ofNullable(
        switch (request.cn()) {
          case "1011" -> tell(request, "SystemTime", time(device.clock().instant()));
          case "1061" ->
              tell(request, "RtdInterval", Integer.toString(configuration.realTimeSeconds()));
          case "1063" ->
              tell(request, "MinInterval", Integer.toString(configuration.minuteMinutes()));
          case "1021" -> registered(request, "-LowValue", "-UpValue");
          case "1031" -> registered(request, "AlarmTarget");
          case "1041" -> registered(request, "ReportTime");
          case "2011", "2013", "2031", "2041", "2051", "2052", "2061", "2062", "2071" ->
              history(request);
          case "3015" -> tell(request, "DataTime", time(device.clock().instant()), "VaseNo", "1");
          case "3017" -> registered(request, "CstartTime", "CTime");
          case "3018" -> tell(request, "Stime", "40");
          case "3019" -> tell(request, pollutant(request) + "-SN", serialOf(pollutant(request)));
          case "3020" -> deviceInformation(request);
          default -> null;
        });
  }

  /** Both bounds inclusive; one bound missing, or one that is no time, asks for nothing. */
  private Action history(Packet request) {
    Optional<Instant> from = DataTimes.second(request.value("BeginTime")).map(ChinaTime::instant);
    Optional<Instant> to = DataTimes.second(request.value("EndTime")).map(ChinaTime::instant);
    return from.isEmpty() || to.isEmpty()
        ? new Action.Carry(() -> Action.FAILED)
        : new Action.TellHistory(measurements.between(request.cn(), from.get(), to.get()));
  }

  /** Log, state and parameters by InfoId (HJ 212-2017 C.41, C.43, C.45). */
  private Action deviceInformation(Packet request) {
    String id = request.value("InfoId");
    if (!request.value("BeginTime").isEmpty()) {
      return history(request);
    }
    String set = device.registers().get(id + "-Info");
    String value = set != null ? set : id.startsWith("i11") ? "//校准//" : "1";
    return tell(request, "DataTime", time(device.clock().instant()), id + "-Info", value);
  }

  private Action registered(Packet request, String... endings) {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<String, String> each : device.registers().entrySet()) {
      for (String ending : endings) {
        if (each.getKey().endsWith(ending)) {
          pairs.add(each.getKey());
          pairs.add(each.getValue());
        }
      }
    }
    return pairs.isEmpty()
        ? new Action.Carry(() -> Action.NO_DATA)
        : tell(request, pairs.toArray(String[]::new));
  }

  /** The values, after the pollutant that was asked about. */
  private static Action tell(Packet request, String... pairs) {
    List<FactorFields> fields = new ArrayList<>();
    if (!pollutant(request).isEmpty()) {
      fields.add(FactorFields.plain("PolId", pollutant(request)));
    }
    for (int at = 0; at < pairs.length; at += 2) {
      fields.add(FactorFields.plain(pairs[at], pairs[at + 1]));
    }
    return new Action.Tell(fields);
  }

  private static String pollutant(Packet request) {
    return request.value("PolId");
  }

  /** An invented one, the same each time. */
  private static String serialOf(String pollutant) {
    return String.format(Locale.ROOT, "SIM%021d", Math.abs((long) pollutant.hashCode()));
  }

  private static String time(Instant instant) {
    return DataTimes.formatSecond(ChinaTime.civil(instant));
  }
}
