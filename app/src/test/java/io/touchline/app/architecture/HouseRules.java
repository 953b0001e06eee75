package io.touchline.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;

/** What Maven cannot say about the house, as rules over any set of classes. */
final class HouseRules {

  private static final DescribedPredicate<JavaAccess<?>> READING_A_CLOCK =
      DescribedPredicate.describe(
          "read a clock",
          access -> {
            AccessTarget target = access.getTarget();
            String owner = target.getOwner().getName();
            boolean now = owner.startsWith("java.time.") && target.getName().startsWith("now");
            boolean system =
                owner.equals("java.lang.System")
                    && Set.of("currentTimeMillis", "nanoTime").contains(target.getName());
            return now || system;
          });

  private static final DescribedPredicate<JavaClass> INPUT_AND_OUTPUT =
      resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..")
          .or(assignableTo("java.io.File"))
          .or(assignableTo("java.io.FileInputStream"))
          .or(assignableTo("java.io.FileOutputStream"))
          .or(type(Clock.class))
          .as("input, output or a clock");

  private HouseRules() {}

  static ArchRule readsNoClock(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .accessTargetWhere(READING_A_CLOCK)
        .because("time is an argument");
  }

  static ArchRule doesNoInputOrOutput(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat(INPUT_AND_OUTPUT)
        .because("the rules must give the same answer everywhere");
  }

  static ArchRule processorsDoNoInputOrOutput(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .and()
        .areAssignableTo(Processor.class)
        .should()
        .dependOnClassesThat(INPUT_AND_OUTPUT)
        .because("a step of the journal must not wait for the outside");
  }

  static ArchRule onlyThese(String library, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library);
  }

  static ArchRule filesNamedForWhatTheyAre() {
    return classes()
        .that()
        .resideInAnyPackage("io.touchline..")
        .should()
        .haveNameNotMatching(".*(Manager|Utils?|Info|Helper)");
  }
}
