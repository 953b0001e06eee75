package io.touchline.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.domain.alert.Grade;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShapeTest {

  @Test
  void everyGradeHasAShapeAndAColourOfItsOwn() {
    assertThat(Stream.of(Grade.values()).map(Shape::of)).doesNotHaveDuplicates();
    assertThat(Stream.of(Grade.values()).map(Shape::css)).doesNotHaveDuplicates();
    assertThat(Stream.of(Shape.values()).map(Shape::path)).doesNotHaveDuplicates();
  }
}
