package io.touchline.alerts.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.touchline.contract.Json;
import io.touchline.domain.Decimal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The description of the door (OpenAPI 3.1), made of the operations themselves. */
final class OpenApi {

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private OpenApi() {}

  static JsonNode of(List<Operation> operations) {
    ObjectNode document = Json.mapper().createObjectNode().put("openapi", "3.1.0");
    document.putObject("info").put("title", "Touchline alerts").put("version", "1");
    ObjectNode paths = document.putObject("paths");
    for (Operation operation : operations) {
      ObjectNode path = paths.withObjectProperty(operation.path());
      describe(path.putObject(operation.method().name().toLowerCase(Locale.ROOT)), operation);
    }
    ObjectNode components = document.putObject("components");
    components
        .putObject("securitySchemes")
        .putObject("bearer")
        .put("type", "http")
        .put("scheme", "bearer");
    ObjectNode problem = components.putObject("schemas").putObject("Problem").put("type", "object");
    ObjectNode fields = problem.putObject("properties");
    fields.putObject("title").put("type", "string");
    fields.putObject("status").put("type", "integer");
    fields.putObject("detail").put("type", "string");
    return document;
  }

  private static void describe(ObjectNode into, Operation operation) {
    into.put("summary", operation.summary());
    ArrayNode parameters = into.putArray("parameters");
    Matcher names = PARAMETER.matcher(operation.path());
    while (names.find()) {
      parameter(parameters, names.group(1), "path", true);
    }
    operation.query().forEach(name -> parameter(parameters, name, "query", false));
    if (operation.changes() && !operation.isPublic()) {
      parameter(parameters, AlertsServer.IDEMPOTENCY_KEY, "header", false);
    }
    if (operation.body() != null) {
      into.putObject("requestBody")
          .put("required", true)
          .putObject("content")
          .putObject("application/json")
          .set("schema", schema(operation.body()));
    }
    ObjectNode responses = into.putObject("responses");
    responses.putObject("2XX").put("description", "done");
    ObjectNode problem = responses.putObject("default").put("description", "refused");
    problem
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
    if (operation.isPublic()) {
      into.putArray("security");
    } else {
      into.putArray("security").addObject().putArray("bearer");
      ArrayNode roles = into.putArray("x-roles");
      operation.roles().forEach(role -> roles.add(role.name()));
    }
  }

  private static void parameter(ArrayNode all, String name, String in, boolean required) {
    all.addObject()
        .put("name", name)
        .put("in", in)
        .put("required", required)
        .putObject("schema")
        .put("type", "string");
  }

  private static ObjectNode schema(Type type) {
    ObjectNode schema = Json.mapper().createObjectNode();
    if (type instanceof ParameterizedType map
        && (map.getRawType() == Map.class || map.getRawType() == SortedMap.class)) {
      schema
          .put("type", "object")
          .set("additionalProperties", schema(map.getActualTypeArguments()[1]));
      return schema;
    }
    if (type instanceof ParameterizedType list) {
      schema.put("type", "array").set("items", schema(list.getActualTypeArguments()[0]));
      return schema;
    }
    Class<?> kind = (Class<?>) type;
    if (kind.isRecord() && kind != Decimal.class) {
      ObjectNode properties = schema.put("type", "object").putObject("properties");
      for (RecordComponent component : kind.getRecordComponents()) {
        properties.set(component.getName(), schema(component.getGenericType()));
      }
    } else if (kind.isEnum()) {
      ArrayNode names = schema.put("type", "string").putArray("enum");
      for (Object constant : kind.getEnumConstants()) {
        names.add(((Enum<?>) constant).name());
      }
    } else if (kind == int.class || kind == Integer.class || kind == Long.class) {
      schema.put("type", "integer");
    } else if (kind == boolean.class || kind == Boolean.class) {
      schema.put("type", "boolean");
    } else {
      schema.put("type", "string");
      if (kind == Instant.class) {
        schema.put("format", "date-time");
      } else if (kind == UUID.class) {
        schema.put("format", "uuid");
      }
    }
    return schema;
  }
}
