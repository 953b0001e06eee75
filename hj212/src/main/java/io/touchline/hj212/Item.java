package io.touchline.hj212;

/**
 * One {@code name=value} of the command parameters (指令参数 CP), as it stands on the wire.
 *
 * @param key the whole name, trimmed: {@code a21026-Avg}, {@code DataTime}
 * @param factor the pollutant or device code (监测因子) before the last dash: {@code a21026}; empty for
 *     a plain name
 * @param suffix what of the factor it tells: {@code Avg}. Known ones come in the case of HJ
 *     212-2017 table 4, unknown ones as sent; empty for a plain name
 * @param value the text, trimmed; numbers stay text
 */
public record Item(String key, String factor, String suffix, String value) {}
