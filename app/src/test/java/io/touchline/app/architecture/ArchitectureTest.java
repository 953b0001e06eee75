package io.touchline.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.touchline.app.architecture.broken.BrokenProcessor;
import io.touchline.app.architecture.broken.BrokenRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String BROKEN = "io.touchline.app.architecture.broken..";

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.touchline");

  private static final JavaClasses SAMPLES =
      new ClassFileImporter().importClasses(BrokenRule.class, BrokenProcessor.class);

  @Test
  void pureModulesAndTheJournalReadNoClock() {
    HouseRules.readsNoClock(
            "io.touchline.domain..",
            "io.touchline.hj212..",
            "io.touchline.streams..",
            "io.touchline.contract..")
        .check(HOUSE);
  }

  @Test
  void pureModulesDoNoInputOrOutput() {
    HouseRules.doesNoInputOrOutput("io.touchline.domain..", "io.touchline.hj212..").check(HOUSE);
  }

  @Test
  void processorsOfTheJournalDoNoInputOrOutput() {
    HouseRules.processorsDoNoInputOrOutput("io.touchline.streams..").check(HOUSE);
  }

  @Test
  void nettyIsUsedOnlyAtTheSocket() {
    HouseRules.onlyThese("io.netty..", "io.touchline.ingest..", "io.touchline.fleet..")
        .check(HOUSE);
  }

  @Test
  void databaseIsReachedOnlyFromTheStores() {
    ArchRule rule =
        HouseRules.onlyThese("org.jdbi..", "io.touchline.alerts..", "io.touchline.portal.read..");
    rule.check(HOUSE);
  }

  @Test
  void noClassIsNamedManagerOrUtil() {
    HouseRules.filesNamedForWhatTheyAre().check(HOUSE);
  }

  @Test
  void brokenSampleThatReadsAClockIsCaught() {
    assertThat(violations(HouseRules.readsNoClock(BROKEN))).contains("BrokenRule");
  }

  @Test
  void brokenSampleThatReadsAFileIsCaught() {
    assertThat(violations(HouseRules.doesNoInputOrOutput(BROKEN))).contains("BrokenRule");
  }

  @Test
  void brokenProcessorThatOpensASocketIsCaught() {
    assertThat(violations(HouseRules.processorsDoNoInputOrOutput(BROKEN)))
        .contains("BrokenProcessor");
  }

  @Test
  void brokenSampleThatUsesAForeignLibraryIsCaught() {
    assertThat(violations(HouseRules.onlyThese("io.netty..", "io.touchline.ingest..")))
        .contains("BrokenRule");
  }

  private static String violations(ArchRule rule) {
    return String.join("\n", rule.evaluate(SAMPLES).getFailureReport().getDetails());
  }
}
