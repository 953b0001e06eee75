#!/usr/bin/env bash
# Makes app/target/image, what an image or a tarball holds, of app/target/dist, what Maven built:
# without the server of the demo's database, and with the native libraries of this platform alone,
# unpacked.
# Needs a JDK (jar). --tarball makes app/target/touchline-VERSION-PLATFORM.tar.gz besides.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly built=app/target/dist/lib image=app/target/image

main() {
  compgen -G "$built/touchline-app-*.jar" >/dev/null || {
    echo "dist: $built has no program. Build it first: mvn -pl app -am -Dmaven.test.skip=true package" >&2
    exit 1
  }
  platform
  rm -rf "$image"
  mkdir -p "$image/native"
  cp -r "$built" "$image/lib"
  rm -f "$image"/lib/embedded-postgres-binaries-*.jar
  take rocksdbjni "librocksdbjni-linux$rocks.so" "librocksdbjni*"
  take zstd-jni "linux/$java/libzstd-jni-*.so" "*/*/libzstd-jni-*"
  take lz4-java "net/jpountz/util/linux/$java/liblz4-java.so" "net/jpountz/util/*/*/liblz4-java.*"
  take snappy-java "org/xerial/snappy/native/Linux/$snappy/libsnappyjava.so" "org/xerial/snappy/native/*"
  mv "$image"/native/libzstd-jni-*.so "$image/native/libzstd-jni.so"
  chmod -R a+rX "$image"
  echo "dist: $(du -sh "$image" | cut -f1) in $image"
  [[ ${1:-} != --tarball ]] || tarball
}

# What each library calls the machine that this runs on.
platform() {
  case $(uname -m) in
    x86_64) java=amd64 rocks=64 snappy=x86_64 ;;
    aarch64) java=aarch64 rocks=-aarch64 snappy=aarch64 ;;
    *) echo "dist: no native libraries are known for $(uname -m)." >&2; exit 1 ;;
  esac
}

# Unpacks the one library that is wanted of a jar, and takes all of the pattern out of the jar.
take() { # name of the jar, path of the library, pattern of what goes
  local jar all work
  for jar in "$image/lib/$1"-*.jar; do
    [[ -f $jar ]] || continue
    all=$(realpath "$jar")
    work=$(mktemp -d)
    (cd "$work" && jar xf "$all")
    # shellcheck disable=SC2086 # the patterns are meant as such
    if compgen -G "$work/$2" >/dev/null; then
      cp $work/$2 "$image/native/"
    fi
    (cd "$work" && find . -path "./$3" -type f -delete)
    (cd "$work" && if [[ -f META-INF/MANIFEST.MF ]]; then jar cfm "$all" META-INF/MANIFEST.MF .; else jar cfM "$all" .; fi)
    rm -rf "$work"
  done
}

tarball() {
  local version name
  version=$(basename "$image"/lib/touchline-app-*.jar .jar)
  name=touchline-${version#touchline-app-}-linux-$java
  mkdir -p "$image/bin" "$image/systemd"
  cp docker/entrypoint.sh docker/healthcheck.sh "$image/bin/"
  cp docker/systemd/* "$image/systemd/"
  tar -C app/target --transform "s,^image,$name," --owner=0 --group=0 -czf "app/target/$name.tar.gz" image
  rm -rf "$image/bin" "$image/systemd"
  echo "dist: app/target/$name.tar.gz, $(du -h "app/target/$name.tar.gz" | cut -f1)"
}

main "$@"
