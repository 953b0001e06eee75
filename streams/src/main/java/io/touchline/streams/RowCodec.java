package io.touchline.streams;

import io.touchline.contract.TotalRecord;
import java.util.Map;

/** How records of one type lie in a store. */
interface RowCodec<T> {

  byte[] encode(T record);

  T decode(byte[] row);

  /** The one of a type: its own where it has many rows or large ones, else Smile. */
  @SuppressWarnings("unchecked")
  static <T> RowCodec<T> of(Class<T> type) {
    Map<Class<?>, RowCodec<?>> own = Map.of(TotalRecord.class, TotalRowCodec.INSTANCE);
    return own.containsKey(type) ? (RowCodec<T>) own.get(type) : new SmileRowCodec<>(type);
  }
}
