package io.touchline.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.touchline.domain.ChinaTime;
import io.touchline.domain.Decimal;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.function.Function;

/**
 * The one JSON dialect of the house: decimals are strings, instants ISO 8601 with +08:00, days of a
 * year as 11-15, absent fields are left out, unknown fields are passed over (records grow by adding
 * fields).
 */
public final class Json {

  private static final JsonMapper MAPPER = inDialect(JsonMapper.builder()).build();

  private Json() {}

  /** Shared and immutable in use: callers configure nothing on it. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** Teaches the dialect to a mapper of any format; state stores keep records in a binary one. */
  public static <B extends MapperBuilder<?, B>> B inDialect(B builder) {
    return builder
        .addModule(
            new SimpleModule("touchline")
                .addSerializer(Decimal.class, new AsText<>(Decimal::toString))
                .addDeserializer(Decimal.class, new FromText<>(Decimal::of))
                .addSerializer(Instant.class, new AsText<>(ChinaTime::format))
                .addDeserializer(Instant.class, new FromText<>(ChinaTime::parse))
                .addSerializer(LocalDate.class, new AsText<>(LocalDate::toString))
                .addDeserializer(LocalDate.class, new FromText<>(LocalDate::parse))
                .addSerializer(MonthDay.class, new AsText<>(day -> day.toString().substring(2)))
                .addDeserializer(
                    MonthDay.class, new FromText<>(text -> MonthDay.parse("--" + text))))
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /** Compact JSON text of a record. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("no JSON for " + value.getClass(), impossible);
    }
  }

  private static final class AsText<T> extends JsonSerializer<T> {
    private final Function<T, String> text;

    AsText(Function<T, String> text) {
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(text.apply(value));
    }
  }

  private static final class FromText<T> extends JsonDeserializer<T> {
    private final Function<String, T> parse;

    FromText(Function<String, T> parse) {
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return parse.apply(in.getText());
    }
  }
}
