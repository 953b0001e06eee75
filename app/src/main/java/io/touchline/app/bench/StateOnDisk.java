package io.touchline.app.bench;

import io.touchline.streams.BoundedRocksDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.CompactionStyle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** What closed stores take on the disk once RocksDB has compacted them, as it does with time. */
final class StateOnDisk {

  private static final String STORES = "rocksdb";
  private static final String CURRENT = "CURRENT";
  private static final String TABLE = ".sst";

  private StateOnDisk() {}

  /** Bytes of tables by the name of the store. */
  static SortedMap<String, Long> compacted(Path directory) throws IOException, RocksDBException {
    SortedMap<String, Long> sizes = new TreeMap<>();
    for (Path store : stores(directory)) {
      String name = store.getFileName().toString();
      compact(name, store);
      sizes.merge(name, bytesOf(store), Long::sum);
    }
    return sizes;
  }

  private static List<Path> stores(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.getFileName().toString().equals(CURRENT))
          .map(Path::getParent)
          .filter(store -> store.getParent().getFileName().toString().equals(STORES))
          .toList();
    }
  }

  private static void compact(String name, Path store) throws RocksDBException {
    try (Options options = new Options();
        DBOptions database = new DBOptions();
        CompactRangeOptions range = new CompactRangeOptions()) {
      options.setTableFormatConfig(new BlockBasedTableConfig());
      options.setCompactionStyle(CompactionStyle.UNIVERSAL);
      new BoundedRocksDb().setConfig(name, options, Map.of());
      range.setBottommostLevelCompaction(BottommostLevelCompaction.kForce);
      List<ColumnFamilyDescriptor> families = new ArrayList<>();
      for (byte[] family : RocksDB.listColumnFamilies(options, store.toString())) {
        families.add(new ColumnFamilyDescriptor(family, new ColumnFamilyOptions(options)));
      }
      List<ColumnFamilyHandle> handles = new ArrayList<>();
      try (RocksDB db = RocksDB.open(database, store.toString(), families, handles)) {
        for (ColumnFamilyHandle handle : handles) {
          db.compactRange(handle, null, null, range);
        }
        handles.forEach(ColumnFamilyHandle::close);
      }
      families.forEach(family -> family.getOptions().close());
    }
  }

  private static long bytesOf(Path store) throws IOException {
    try (Stream<Path> files = Files.list(store)) {
      long bytes = 0;
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.getFileName().toString().endsWith(TABLE)) {
          bytes += Files.size(file);
        }
      }
      return bytes;
    }
  }
}
