package io.touchline.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.portal.read.RegionsTable.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionTreeTest {

  @Test
  void aCountyThatNobodyRegisteredLiesWhereItsCodeSays() {
    RegionTree tree = new RegionTree(List.of(), List.of("630121"));

    assertThat(tree.path("630121"))
        .extracting(RegionPage.Place::code)
        .containsExactly("630000", "630100", "630121");
    assertThat(tree.within(null)).extracting(RegionPage.Place::code).containsExactly("630000");
  }

  @Test
  void whatTheRegistrySaysStandsBeforeTheCode() {
    RegionTree tree =
        new RegionTree(
            List.of(new Region("630000", "青海省", null), new Region("632825", "大柴旦", "630000")),
            List.of());

    assertThat(tree.within("630000")).containsExactly(new RegionPage.Place("632825", "大柴旦"));
  }

  @Test
  void aCircleInTheRegistryEnds() {
    RegionTree tree =
        new RegionTree(
            List.of(new Region("630100", "甲", "630200"), new Region("630200", "乙", "630100")),
            List.of());

    assertThat(tree.path("630100")).hasSize(2);
  }

  @Test
  void whatIsNoCodeHasNoPlace() {
    RegionTree tree = new RegionTree(List.of(new Region("63", "\"><script>", null)), List.of());

    assertThat(tree.within(null)).isEmpty();
  }
}
