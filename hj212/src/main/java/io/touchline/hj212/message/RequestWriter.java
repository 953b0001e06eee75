package io.touchline.hj212.message;

import io.touchline.hj212.CommandCode;
import io.touchline.hj212.Edition;
import io.touchline.hj212.PacketWriter;
import io.touchline.hj212.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns named values into the parameters of one request, in the order of the standard. */
final class RequestWriter {

  private final MessageType type;
  private final Edition edition;
  private final List<FieldUse> uses;

  /** What is asked with and not yet written. */
  private final Map<String, String> left;

  private final PacketWriter writer = new PacketWriter();
  private final List<Fault> faults = new ArrayList<>();

  private RequestWriter(MessageType type, Map<String, String> parameters, Edition edition) {
    this.type = type;
    this.edition = edition;
    this.uses = type.shape().stream().filter(use -> use.isOf(edition)).toList();
    this.left = new TreeMap<>(parameters);
  }

  static Request write(CommandCode code, Map<String, String> parameters, Edition edition) {
    boolean timed = parameters.keySet().stream().anyMatch(Fields.BEGIN_TIME::named);
    return MessageType.find(code.cn(), Direction.TO_LOGGER, edition, timed)
        .filter(type -> type.editions().contains(edition) && type.dialog() != Dialog.ANSWER)
        .map(type -> new RequestWriter(type, parameters, edition).request())
        .orElseGet(() -> new Request.Wrong(List.of(noSuchCommand(code, edition))));
  }

  private Request request() {
    uses.forEach(this::writeNamed);
    writeSuffixed();
    left.keySet().forEach(name -> faults.add(foreign(name)));
    Parameters parameters = writer.toParameters();
    for (Fault fault : type.faults(parameters, edition)) {
      if (faults.stream().noneMatch(known -> known.field().equals(fault.field()))) {
        faults.add(fault);
      }
    }
    return faults.isEmpty()
        ? new Request.Right(type.message(parameters))
        : new Request.Wrong(faults);
  }

  /** A field with a name of its own, whatever the case it was given in. */
  private void writeNamed(FieldUse use) {
    for (String name : List.copyOf(left.keySet())) {
      if (use.field().named(name)) {
        for (String value : values(use, left.remove(name))) {
          write(use.field(), use.field().name(), value, use.joined());
        }
      }
    }
  }

  /** Fields named by a code, {@code 101-UpValue}: those of one code share an item. */
  private void writeSuffixed() {
    String before = "";
    for (String name : List.copyOf(left.keySet())) {
      int dash = name.lastIndexOf('-');
      if (dash <= 0 || !FieldKinds.isPlain(name)) {
        continue;
      }
      String code = name.substring(0, dash);
      for (FieldUse use : uses) {
        if (use.field().isSuffixOf(name)) {
          write(use.field(), name, left.remove(name), code.equals(before));
          before = code;
          break;
        }
      }
    }
  }

  private void write(Field<?> field, String name, String value, boolean joined) {
    Optional<Fault> wrong = field.faultOf(value);
    if (wrong.isPresent()) {
      faults.add(wrong.get());
    } else if (joined) {
      writer.and(name, value);
    } else {
      writer.item(name, value);
    }
  }

  /** The values of a field that may stand several times, a comma between them. */
  private static List<String> values(FieldUse use, String text) {
    List<String> values = new ArrayList<>();
    int from = 0;
    int comma = use.repeats() ? text.indexOf(',') : -1;
    while (comma >= 0) {
      values.add(text.substring(from, comma).strip());
      from = comma + 1;
      comma = text.indexOf(',', from);
    }
    values.add(text.substring(from).strip());
    return values;
  }

  private Fault foreign(String name) {
    String names =
        uses.stream().map(use -> use.field().name()).distinct().collect(Collectors.joining(", "));
    String standard = standard(edition);
    String cn = type.code().cn();
    return names.isEmpty()
        ? new Fault(
            name,
            Fault.Problem.FOREIGN,
            "",
            "no field: " + cn + " has none in " + standard,
            "无字段的" + cn + "（" + standard + "中不带字段）")
        : new Fault(
            name,
            Fault.Problem.FOREIGN,
            "",
            "a field of " + cn + " in " + standard + ": " + names,
            standard + "中" + cn + "的字段：" + names);
  }

  private static Fault noSuchCommand(CommandCode code, Edition edition) {
    return new Fault(
        "CN",
        Fault.Problem.FOREIGN,
        code.cn(),
        "a command that " + standard(edition) + " has for loggers",
        standard(edition) + "中发往数采仪的命令");
  }

  private static String standard(Edition edition) {
    return (edition == Edition.V2005 ? "HJ/T 212-" : "HJ 212-") + edition.text();
  }
}
