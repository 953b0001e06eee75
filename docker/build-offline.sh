#!/usr/bin/env bash
# Builds every image that compose.yaml needs without pulling one: of a Debian mirror and a Maven
# repository, which a site behind a closed border has copies of.
#
#   docker/build-offline.sh [--mirror URL] [--security-mirror URL] [--suite NAME] [--fresh]
#
# The mirrors and the suite are those of this machine unless given. What is there already is not
# built again, unless --fresh is given; the program's own image is always made anew. Needs root, a
# Docker engine, debootstrap, Maven and a JDK. Then: docker-compose --env-file docker/.env.offline.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# Without BuildKit: it would ask a registry for the syntax and the bases.
export DOCKER_BUILDKIT=0 BUILDKIT_PROGRESS=plain

readonly tag=offline
mirror='' security='' suite='' fresh=no

main() {
  arguments "$@"
  need docker "install docker.io"
  need debootstrap "install debootstrap"
  need mvn "install maven"
  need jar "install a JDK 17"
  docker info >/dev/null 2>&1 || fail "no Docker engine answers: start it, or set DOCKER_HOST"
  sources
  step base "Debian $suite from $mirror"
  once debian base
  step jre "Java 17"
  once jre from_dockerfile docker/jre
  step touchline "the program"
  touchline
  step kafka "Kafka from its Maven artifacts"
  once kafka kafka
  step postgres "PostgreSQL"
  once postgres from_dockerfile docker/postgres
  step prometheus "Prometheus, Alertmanager and the node exporter"
  once prometheus from_dockerfile docker/prometheus --target prometheus
  once alertmanager from_dockerfile docker/prometheus --target alertmanager
  once node-exporter from_dockerfile docker/prometheus --target node-exporter
  sizes
}

arguments() {
  while [[ $# -gt 0 ]]; do
    case $1 in
      --mirror) mirror=$2; shift 2 ;;
      --security-mirror) security=$2; shift 2 ;;
      --suite) suite=$2; shift 2 ;;
      --fresh) fresh=yes; shift ;;
      *) fail "unknown argument $1: see the head of this script" ;;
    esac
  done
}

# What this machine installs Debian's packages from, where nothing else was asked for.
sources() {
  local own
  # shellcheck disable=SC2016 # apt fills these in
  own=$(apt-get indextargets --format '$(ORIGIN) $(COMPONENT) $(RELEASE) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk '$1 == "Debian" && $2 == "main"' | sort -u || true)
  [[ -n $suite ]] || suite=$(awk '$3 !~ /-/ { print $3; exit }' <<<"$own")
  [[ -n $mirror ]] || mirror=$(awk -v suite="$suite" '$3 == suite { print $4; exit }' <<<"$own")
  [[ -n $security ]] || security=$(awk -v suite="$suite-security" '$3 == suite { print $4; exit }' <<<"$own")
  [[ -n $suite && -n $mirror ]] || fail "no Debian mirror is known here: give --mirror URL --suite NAME"
}

base() {
  local root
  root=$(mktemp -d)
  debootstrap --variant=minbase "$suite" "$root" "$mirror" | sed -n 's/^I: \(Retrieving Packages\|Validating Packages\|Unpacking the base system\|Configuring the base system\|Base system installed.*\)/    \1/p'
  {
    echo "deb $mirror $suite main"
    [[ -z $security ]] || echo "deb $security $suite-security main"
  } >"$root/etc/apt/sources.list"
  # A mirror behind a closed border is older than its Release file allows.
  echo 'Acquire::Check-Valid-Until "false";' >"$root/etc/apt/apt.conf.d/90mirror"
  # The directories stay: packages put links into them.
  printf 'path-exclude /usr/share/%s/*/*\n' doc man info locale lintian >"$root/etc/dpkg/dpkg.cfg.d/90small"
  find "$root"/usr/share/{doc,man,info,locale,lintian} ! -type d -delete
  rm -rf "$root"/var/cache/apt/* "$root"/var/lib/apt/lists/* "$root"/var/log/*
  tar -C "$root" --one-file-system -c . | docker import --change 'CMD ["/bin/bash"]' - "$(image debian)" >/dev/null
  rm -rf "$root"
}

touchline() {
  ./touchline --version >/dev/null
  docker/dist.sh
  build -t "$(image touchline)" --build-arg DIST=ready --build-arg "BUILD_IMAGE=$(image debian)" \
    --build-arg "JRE_IMAGE=$(image jre)" -f docker/Dockerfile .
}

# Its jars as Maven resolves them, of the version that the program is built with.
kafka() {
  rm -rf docker/kafka/target
  mvn -B -q -f docker/kafka/pom.xml dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$PWD/docker/kafka/target/libs"
  from_dockerfile docker/kafka
}

from_dockerfile() { # directory, further arguments; the last word of once is the image's name
  local directory=$1
  shift
  build -t "$(image "$name")" --build-arg "BASE_IMAGE=$(image debian)" --build-arg "JRE_IMAGE=$(image jre)" "$@" "$directory"
}

# The mirror may be reached as the machine reaches it and no other way.
build() {
  docker build -q --network host "$@" >/dev/null 2>"$log" || { tail -n 30 "$log" >&2; fail "docker build $* did not end well"; }
}

once() { # name, and what makes it
  name=$1
  shift
  if [[ $fresh == no ]] && docker image inspect "$(image "$name")" >/dev/null 2>&1; then
    echo "    is there already"
  else
    "$@"
  fi
}

image() { echo "touchline/$1:$tag"; }

step() {
  printf '%4d s  %-12s %s\n' "$SECONDS" "$1" "$2"
}

sizes() {
  echo
  printf '%-36s %s\n' image size
  docker image ls --filter "reference=touchline/*:$tag" --format '{{.Repository}}:{{.Tag}} {{.Size}}' |
    sort | awk '{ printf "%-36s %s\n", $1, $2 }'
  echo "All built in $SECONDS s."
}

need() {
  command -v "$1" >/dev/null || fail "$1 is missing: $2"
}

fail() {
  echo "build-offline: $1" >&2
  exit 1
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
main "$@"
