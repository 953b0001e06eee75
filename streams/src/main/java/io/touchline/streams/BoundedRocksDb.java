package io.touchline.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one write-buffer budget for all stores of a process: by default each of the
 * dozens of stores would take up to a hundred megabytes of its own. What lies lowest, and so
 * longest, is compressed best; Kafka Streams by itself would not compress.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

  private static final long CACHE_BYTES = 48L << 20;
  private static final long WRITE_BUFFER_BYTES = 24L << 20;
  private static final long MEMTABLE_BYTES = 4L << 20;

  /**
   * Of a memtable, at a time. By default an eighth of the largest: the hundreds of stores of a
   * process would be over the budget with their first row each, and every write would flush.
   */
  private static final long ARENA_BYTES = 16L << 10;

  /** Compressed together: minutes of one outlet are like each other. By default 4 KiB. */
  private static final long BLOCK_BYTES = 32L << 10;

  private static final Cache CACHE = new LRUCache(CACHE_BYTES);
  private static final WriteBufferManager WRITE_BUFFERS =
      new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
      table.setBlockCache(CACHE);
      table.setBlockSize(BLOCK_BYTES);
      table.setCacheIndexAndFilterBlocks(true);
      options.setTableFormatConfig(table);
    }
    options.setWriteBufferManager(WRITE_BUFFERS);
    options.setWriteBufferSize(MEMTABLE_BYTES);
    options.setArenaBlockSize(ARENA_BYTES);
    options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    options.setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION);
  }

  /** Cache and budget are shared: nothing of a single store to close. */
  @Override
  public void close(String storeName, Options options) {}
}
