#!/usr/bin/env bash
# Brings the stack up, sends hours of one series through the published port of a gateway once
# undisturbed and once for every fault, each as an outlet of its own, and compares: every frame that
# was acknowledged is in packets, and every hour is judged as in the undisturbed run.
#
#   docker/smoke.sh [--profile single|cluster] [--env-file FILE] [--rows N] [--keep]
#
# Runs as a project of its own (touchline-smoke) with its own volumes, which it removes at the end
# unless --keep is given. Prints a table; exits 1 on a difference. Needs the images, Docker with its
# compose, and what ./touchline needs.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
readonly here root=$here/..
export TOUCHLINE_LANG=en DOCKER_CLI_HINTS=false

profile=single env_file=$here/.env.offline rows=3000 keep=no differences=0
readonly first_hour=2024-01-01T00:00:00+08:00 model=88888800000000000000GT11

main() {
  arguments "$@"
  work=$(mktemp -d)
  trap finish EXIT
  settings
  say "starting profile $profile"
  "$here/secrets.sh" >/dev/null
  compose down --volumes --remove-orphans >/dev/null 2>&1 || true
  compose up -d "${services[@]}" >"$work/up.log" 2>&1 || { cat "$work/up.log" >&2; fail "the stack did not start"; }
  for service in "${services[@]}"; do ready "$service"; done
  series
  registry
  story
  table
  [[ $differences -eq 0 ]] || { echo "smoke: $differences differences." >&2; exit 1; }
  echo "No differences."
}

arguments() {
  while [[ $# -gt 0 ]]; do
    case $1 in
      --profile) profile=$2; shift 2 ;;
      --env-file) env_file=$(realpath "$2"); shift 2 ;;
      --rows) rows=$2; shift 2 ;;
      --keep) keep=yes; shift ;;
      *) fail "unknown argument $1: see the head of this script" ;;
    esac
  done
}

settings() {
  export COMPOSE_PROJECT_NAME=touchline-smoke REGISTRY=$work/registry
  export GATEWAY_PORT=19000 GATEWAY_1_PORT=19001 GATEWAY_2_PORT=19002
  if docker compose version >/dev/null 2>&1; then
    program=(docker compose)
  elif command -v docker-compose >/dev/null; then
    program=(docker-compose)
  else
    fail "neither docker compose nor docker-compose is there: install one"
  fi
  case $profile in
    single)
      services=(kafka gateway streams)
      faults=(none kill:streams kill:gateway kill:kafka cut:gateway)
      brokers=kafka:9092 broker=kafka ports=($GATEWAY_PORT) ;;
    cluster)
      services=(kafka-1 kafka-2 kafka-3 gateway-1 gateway-2 streams-1 streams-2 database)
      faults=(none kill:streams-1 kill:gateway-1 kill:kafka-2 cut:gateway-1 cut:kafka-3 cut:streams-2)
      brokers=kafka-1:9092,kafka-2:9092,kafka-3:9092 broker=kafka-1 ports=($GATEWAY_1_PORT $GATEWAY_2_PORT) ;;
    *) fail "no profile $profile: single or cluster" ;;
  esac
}

compose() {
  "${program[@]}" --env-file "$env_file" -f "$here/compose.yaml" --profile "$profile" --profile tools "$@"
}

container() {
  docker ps -aq --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" --filter "label=com.docker.compose.service=$1" \
    --filter label=com.docker.compose.oneoff=False
}

# Until Docker calls it healthy.
ready() {
  local id state='' begun=$SECONDS
  while [[ $state != healthy ]]; do
    id=$(container "$1")
    state=$(docker inspect -f '{{.State.Health.Status}}' "$id" 2>/dev/null || echo missing)
    if [[ $((SECONDS - begun)) -gt 240 ]]; then
      docker logs --tail 30 "$id" >&2 || true
      fail "$1 is not healthy after 240 s"
    fi
    [[ $state == healthy ]] || sleep 1
  done
}

# Hours of nitrogen oxides of which some exceed 65 mg/m3.
series() {
  awk -v rows="$rows" 'BEGIN {
    print "NOX"
    for (i = 0; i < rows; i++) printf "%.1f\n", 45 + (i * 37 % 61) / 2
  }' >"$work/series.csv"
}

# The demo's outlet of such series, once a fault.
registry() {
  local i
  mkdir -p "$REGISTRY"
  cp "$root"/app/src/main/resources/io/touchline/app/demo-registry/*.csv "$REGISTRY/"
  for i in "${!faults[@]}"; do
    for file in outlets limits; do
      grep "^$model," "$root/app/src/main/resources/io/touchline/app/demo-registry/$file.csv" |
        sed "s/^$model,/$(mn "$i"),/" >>"$REGISTRY/$file.csv"
    done
  done
  chmod -R a+rX "$work"
  compose run --rm tools registry import /registry --bootstrap-servers "$brokers" >"$work/import.log" 2>&1 ||
    { cat "$work/import.log" >&2; fail "the registry was not imported"; }
  say "$(tail -n 1 "$work/import.log")"
}

mn() { printf '88888800000000000000SM%02d' "$1"; }

story() {
  local i
  for i in "${!faults[@]}"; do
    say "fault ${faults[$i]}"
    send "$i" &
    sender=$!
    happen "${faults[$i]}"
    wait "$sender" || { cat "$work/sent-$i" >&2; fail "the frames were not all sent"; }
    for service in "${services[@]}"; do ready "$service"; done
  done
}

# Through the gateways by turns: what befalls gateway-1 stands at an even place of the faults. A logger sends again what was not answered; the replay gives up after
# a minute without an answer, and is then begun again.
send() { # which fault
  local turn
  for turn in 1 2 3 4; do
    if replay "$1"; then return 0; fi
    say "  no answer for a minute; sent again ($turn)"
  done
  return 1
}

replay() { # which fault
  "$root/touchline" simulate --target "127.0.0.1:${ports[$(($1 % ${#ports[@]}))]}" --csv "$work/series.csv" \
    --map a21002=1 --from "$first_hour" --mn "$(mn "$1")" >"$work/sent-$1" 2>&1
}

happen() { # what:whom
  local id service=${1#*:}
  [[ $1 != none ]] || return 0
  id=$(container "$service")
  sleep "${FAULT_AFTER:-5}"
  case $1 in
    kill:*)
      docker kill --signal KILL "$id" >/dev/null
      sleep 3
      docker start "$id" >/dev/null ;;
    cut:*)
      docker network disconnect "${COMPOSE_PROJECT_NAME}_inside" "$id"
      sleep 15
      docker network connect --alias "$service" "${COMPOSE_PROJECT_NAME}_inside" "$id" ;;
  esac
  say "  $1 is over"
}

table() {
  local i sent acknowledged stored judged wrong
  read_topic packets packets
  until_judged
  printf '\n%-14s %8s %13s %11s %13s %12s\n' fault frames acknowledged 'in packets' 'hours judged' differences
  for i in "${!faults[@]}"; do
    sent=$(figure sent "$i")
    acknowledged=$(figure acknowledged "$i")
    stored=$(frames "$i" | wc -l)
    judged=$(hours "$i" | wc -l)
    # What of the acknowledged is not stored, what was stored and not judged, what is judged otherwise.
    wrong=$((acknowledged - stored + $(diff <(frames "$i") <(hours "$i" | cut -d' ' -f1) | grep -c '^[<>]' || true) +
      $(diff <(hours 0) <(hours "$i") | grep -c '^[<>]' || true)))
    [[ $acknowledged -eq $rows ]] || wrong=$((wrong + rows - acknowledged))
    differences=$((differences + wrong))
    printf '%-14s %8d %13d %11d %13d %12d\n' "${faults[$i]}" "$sent" "$acknowledged" "$stored" "$judged" "$wrong"
  done
  echo
}

# The journal follows the packets; it is waited for no longer than it makes progress.
until_judged() {
  local i missing last=-1 patience=6
  while :; do
    read_topic means means
    missing=0
    for i in "${!faults[@]}"; do missing=$((missing + rows - $(hours "$i" | wc -l))); done
    [[ $missing -gt 0 ]] || return 0
    if [[ $missing -eq $last ]]; then patience=$((patience - 1)); else patience=6; fi
    [[ $patience -gt 0 ]] || return 0
    last=$missing
    say "hours not judged yet: $missing"
    sleep 5
  done
}

read_topic() { # topic, file
  docker exec "$(container "$broker")" /opt/kafka/bin/kafka-console-consumer.sh --bootstrap-server "$brokers" \
    --topic "touchline.$1" --from-beginning --timeout-ms 10000 --isolation-level read_committed \
    --formatter-property print.key=true >"$work/$2" 2>"$work/consumer.log" ||
    grep -q 'Processed a total of' "$work/consumer.log" || { cat "$work/consumer.log" >&2; fail "topic touchline.$1 cannot be read"; }
}

# The hours of one outlet of which a frame is in packets: as 2024010100.
frames() {
  sed -n "s/.*MN=$(mn "$1");.*DataTime=\([0-9]\{10\}\).*/\1/p" "$work/packets" | sort -u
}

# The hours of one outlet as they stand: hour, value and verdict.
hours() {
  sed -n "s/^$(mn "$1")|HOUR|\(....\)-\(..\)-\(..\)T\(..\).*\"a21002\":{[^{}]*\"value\":\"\([^\"]*\)\".*\"verdict\":\"\([A-Z_]*\)\".*/\1\2\3\4 \5 \6/p" "$work/means" |
    awk '{ latest[$1] = $0 } END { for (hour in latest) print latest[hour] }' | sort
}

figure() { # sent or acknowledged, which fault
  local column=3
  [[ $1 == sent ]] || column=4
  grep -E '^[0-9]+ rows, ' "$work/sent-$2" | tr -c '0-9\n' ' ' | awk -v column="$column" '{ print $column }'
}

say() { printf '%4d s  %s\n' "$SECONDS" "$1"; }

fail() {
  echo "smoke: $1" >&2
  exit 1
}

finish() {
  if [[ $keep == no ]]; then
    compose down --volumes --remove-orphans >/dev/null 2>&1 || true
    rm -rf "$work"
  else
    echo "kept: project $COMPOSE_PROJECT_NAME, files in $work"
  fi
}

main "$@"
