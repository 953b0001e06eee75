package io.touchline.streams;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import io.touchline.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Any record as Smile, binary JSON. */
final class SmileRowCodec<T> implements RowCodec<T> {

  private static final ObjectMapper SMILE = Json.inDialect(SmileMapper.builder()).build();

  private final ObjectReader reader;
  private final ObjectWriter writer;

  SmileRowCodec(Class<T> type) {
    this.reader = SMILE.readerFor(type);
    this.writer = SMILE.writerFor(type);
  }

  @Override
  public byte[] encode(T record) {
    try {
      return writer.writeValueAsBytes(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public T decode(byte[] row) {
    try {
      return reader.readValue(row);
    } catch (IOException e) {
      throw new UncheckedIOException("a stored record is no longer readable", e);
    }
  }
}
