package io.touchline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.touchline.domain.Decimal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas of the JSON topics are those of the records, and hold for real values. */
class SchemasTest {

  private static final Path DIRECTORY =
      Path.of("src", "main", "resources", "io", "touchline", "contract", "schema");

  private static final Map<Class<?>, String> TEXTS =
      Map.of(
          Decimal.class, "^[+-]?[0-9]*\\.?[0-9]*$",
          Instant.class, "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?\\+08:00$",
          LocalDate.class, "^\\d{4}-\\d\\d-\\d\\d$",
          MonthDay.class, "^\\d\\d-\\d\\d$",
          Cause.class, "^(live|backfill|limit|mark)$");

  /** Run with {@code -Dpages=write} to write the schemas anew. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        OutletRecord.class,
        EnterpriseRecord.class,
        RegionRecord.class,
        RegistryVersionRecord.class,
        ReadingRecord.class,
        MeansRecord.class,
        RunningMeansRecord.class,
        ExceedanceRecord.class,
        QualityRecord.class,
        CommandRecord.class,
        CommandResultRecord.class,
        ConnectionRecord.class,
        StationProposalRecord.class,
        MarkRecord.class,
        SampleRecord.class,
        RateRecord.class,
        TotalRecord.class,
        MassShareRecord.class,
        InletHourRecord.class,
        CaseEventRecord.class,
        CaseRecord.class,
        CardListRecord.class,
        DossierRecord.class,
        FrameRecord.class,
        DossierManifest.class,
        VerificationRecord.class,
        PermitsRecord.class,
        BudgetRecord.class,
        TargetsRecord.class,
        BarometerRecord.class
      })
  void publishedSchemaIsThatOfTheRecord(Class<?> type) throws IOException {
    String schema = generator().generateSchema(type).toPrettyString() + '\n';
    if ("write".equals(System.getProperty("pages"))) {
      Files.createDirectories(DIRECTORY);
      Files.writeString(fileOf(type), schema);
    }

    assertThat(fileOf(type)).content().isEqualTo(schema);
  }

  @Test
  void realMeansKeepToTheirSchema() throws IOException {
    assertThat(faults(MeansRecord.class, Json.text(Samples.means()))).isEmpty();
  }

  @Test
  void meansWithANumberWhereADecimalTextBelongsBreakTheirSchema() throws IOException {
    String wrong = Json.text(Samples.means()).replace("\"28.50\"", "28.50");

    assertThat(faults(MeansRecord.class, wrong)).contains("value");
  }

  private static String faults(Class<?> type, String json) throws IOException {
    JsonNode schema = Json.mapper().readTree(Files.readString(fileOf(type)));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(Json.mapper().readTree(json))
        .toString()
        .replace("[]", "");
  }

  private static Path fileOf(Class<?> type) {
    return DIRECTORY.resolve(type.getSimpleName() + ".schema.json");
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
            .without(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) -> {
              String pattern = TEXTS.get(type.getErasedType());
              if (pattern == null) {
                return null;
              }
              ObjectNode text = context.getGeneratorConfig().createObjectNode();
              text.put("type", "string").put("pattern", pattern);
              return new CustomDefinition(
                  text,
                  CustomDefinition.DefinitionType.INLINE,
                  CustomDefinition.AttributeInclusion.YES);
            });
    config
        .forTypesInGeneral()
        .withAdditionalPropertiesResolver(
            (scope, context) ->
                scope.getType() != null && scope.getType().isInstanceOf(SortedMap.class)
                    ? context.createDefinitionReference(
                        scope.getTypeParameterFor(SortedMap.class, 1))
                    : null);
    return new SchemaGenerator(config.build());
  }
}
