package io.touchline.fleet.source;

import io.touchline.domain.Medium;
import io.touchline.fleet.csv.CsvTable;
import io.touchline.hj212.Edition;
import io.touchline.hj212.FactorCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The simulated outlets with their plants, instruments and behaviours, from the tables beside. */
public final class Catalogue {

  private static final Catalogue DEMO = new Catalogue();

  /** A kind of plant; reference oxygen is null where it has none. */
  private record Plant(Medium medium, BigDecimal referenceOxygen) {}

  private final Map<String, Plant> plants = new LinkedHashMap<>();
  private final Map<String, List<InstrumentTraits>> instruments = new LinkedHashMap<>();
  private final Map<String, List<Effect>> behaviours = new LinkedHashMap<>();
  private final List<SimulatedOutlet> outlets = new ArrayList<>();

  private Catalogue() {
    for (Map<String, String> row : CsvTable.read(Catalogue.class, "plants.csv")) {
      Medium medium = Medium.valueOf(row.get("medium"));
      plants.put(row.get("plant"), new Plant(medium, number(row.get("reference_oxygen"))));
    }
    for (Map<String, String> row : CsvTable.read(Catalogue.class, "instruments.csv")) {
      instruments
          .computeIfAbsent(row.get("plant"), plant -> new ArrayList<>())
          .add(InstrumentTraits.of(row));
    }
    for (Map<String, String> row : CsvTable.read(Catalogue.class, "behaviours.csv")) {
      behaviours
          .computeIfAbsent(row.get("behaviour"), behaviour -> new ArrayList<>())
          .add(Effect.of(row));
    }
    for (Map<String, String> row : CsvTable.read(Catalogue.class, "outlets.csv")) {
      outlets.add(outlet(row));
    }
  }

  public static List<SimulatedOutlet> outlets() {
    return List.copyOf(DEMO.outlets);
  }

  static Set<String> behaviours() {
    return DEMO.behaviours.keySet();
  }

  static List<Effect> effects(String behaviour) {
    return DEMO.behaviours.get(behaviour);
  }

  /** All instruments of an outlet, those too that its logger has no code for. */
  static List<InstrumentTraits> instruments(SimulatedOutlet outlet) {
    return DEMO.instruments.get(outlet.plant());
  }

  private SimulatedOutlet outlet(Map<String, String> row) {
    String plant = row.get("plant");
    Edition edition = Edition.valueOf("V" + row.get("edition"));
    List<String> omits = List.of(row.get("omits").split(" ", -1));
    if (!behaviours.containsKey(row.get("behaviour"))) {
      throw new IllegalStateException("outlets.csv: no such behaviour: " + row);
    }
    Set<UploadKind> kinds = EnumSet.allOf(UploadKind.class);
    kinds.removeIf(kind -> omits.contains(kind.commandCode()));
    return new SimulatedOutlet(
        row.get("mn"),
        row.get("name"),
        plant,
        plants.get(plant).medium(),
        plants.get(plant).referenceOxygen(),
        edition,
        row.get("behaviour"),
        factors(plant, edition),
        kinds,
        !omits.contains("Zs"),
        Integer.parseInt(row.get("garbles_one_in")),
        number(row.get("flow")),
        number(row.get("area")),
        number(row.get("pressure")));
  }

  /** A logger of 2005 sends only what the 2005 tables have a code for. */
  private List<String> factors(String plant, Edition edition) {
    return instruments.get(plant).stream()
        .map(InstrumentTraits::factor)
        .filter(factor -> edition != Edition.V2005 || hasOldCode(factor))
        .toList();
  }

  private static boolean hasOldCode(String factor) {
    return FactorCatalogue.standard()
        .find(factor)
        .filter(known -> !known.oldCode().isEmpty())
        .isPresent();
  }

  private static BigDecimal number(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }
}
