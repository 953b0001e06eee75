#!/usr/bin/env bash
# Starts the role that is named by the arguments. A variable TOUCHLINE_X_FILE names a file whose
# content becomes TOUCHLINE_X: so a secret stands in no container's description. Not so the key
# database.password-file, which names a file itself.
set -euo pipefail

for name in "${!TOUCHLINE_@}"; do
  [[ $name == *_FILE && $name != TOUCHLINE_DATABASE_PASSWORD_FILE ]] || continue
  file=${!name}
  [[ -r $file ]] || {
    echo "touchline: $name names $file, which cannot be read: mount it, or unset $name." >&2
    exit 2
  }
  export "${name%_FILE}=$(<"$file")"
  unset "$name"
done

# The native libraries lie in the image, so that nothing has to be unpacked where nothing may run.
native=/opt/touchline/native
read -r -a more <<<"${TOUCHLINE_JAVA_OPTS:-}" || true
exec java \
  -XX:+UseSerialGC -XX:MaxRAMPercentage=50 -XX:MaxMetaspaceSize=192m -XX:ReservedCodeCacheSize=64m \
  -XX:+ExitOnOutOfMemoryError -XX:-UsePerfData \
  -Dfile.encoding=UTF-8 -Djava.awt.headless=true \
  "-Djava.library.path=$native" "-DZstdNativePath=$native/libzstd-jni.so" \
  "-Dorg.xerial.snappy.lib.path=$native" \
  "${more[@]}" -cp '/opt/touchline/lib/*' io.touchline.app.Touchline "$@"
