package io.touchline.fleet.logger;

import io.touchline.hj212.Sm4Key;
import java.time.Duration;

/**
 * What is set in a logger and commands of the centre may change.
 *
 * @param overTime how long it waits for an answer (1000)
 * @param reCount how often it sends again (1000)
 * @param realTimeSeconds between two real-time uploads (1062)
 * @param minuteMinutes between two minute uploads (1064)
 * @param realTime whether it sends real-time data (2011, 2012)
 * @param state whether it sends the state of the treatment plant (2021, 2022)
 * @param key its uploads are enciphered with, null for none (1014)
 * @param keyCreated SKCreateTime that came with the key, empty where none did
 */
public record LoggerConfiguration(
    LoggerIdentity identity,
    Duration overTime,
    int reCount,
    int realTimeSeconds,
    int minuteMinutes,
    boolean realTime,
    boolean state,
    Sm4Key key,
    String keyCreated) {

  LoggerConfiguration withIdentity(LoggerIdentity other) {
    return new LoggerConfiguration(
        other, overTime, reCount, realTimeSeconds, minuteMinutes, realTime, state, key, keyCreated);
  }

  LoggerConfiguration withPatience(Duration wait, int repeats) {
    return new LoggerConfiguration(
        identity, wait, repeats, realTimeSeconds, minuteMinutes, realTime, state, key, keyCreated);
  }

  LoggerConfiguration withIntervals(int realTimeEvery, int minuteEvery) {
    return new LoggerConfiguration(
        identity, overTime, reCount, realTimeEvery, minuteEvery, realTime, state, key, keyCreated);
  }

  LoggerConfiguration withUploads(boolean ofRealTime, boolean ofState) {
    return new LoggerConfiguration(
        identity,
        overTime,
        reCount,
        realTimeSeconds,
        minuteMinutes,
        ofRealTime,
        ofState,
        key,
        keyCreated);
  }

  LoggerConfiguration withKey(Sm4Key other, String created) {
    return new LoggerConfiguration(
        identity,
        overTime,
        reCount,
        realTimeSeconds,
        minuteMinutes,
        realTime,
        state,
        other,
        created);
  }

  /** Without the password and the key. */
  @Override
  public String toString() {
    return "LoggerConfiguration[" + identity + (key == null ? "]" : " enciphered]");
  }
}
