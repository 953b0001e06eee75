#!/usr/bin/env bash
# Makes the cluster of POSTGRES_USER, POSTGRES_DB and POSTGRES_PASSWORD_FILE on the first start, then
# runs the command.
set -euo pipefail

: "${POSTGRES_USER:=postgres}" "${POSTGRES_DB:=$POSTGRES_USER}"

if [[ ! -s $PGDATA/PG_VERSION ]]; then
  : "${POSTGRES_PASSWORD_FILE:?names the file with the password of the first user}"
  read -r -a more <<<"${POSTGRES_INITDB_ARGS:-}" || true
  initdb --username "$POSTGRES_USER" --pwfile "$POSTGRES_PASSWORD_FILE" --encoding UTF8 \
    --auth-local trust --auth-host scram-sha-256 "${more[@]}"
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  if [[ $POSTGRES_DB != postgres ]]; then
    pg_ctl -w -o "-c listen_addresses=''" start
    createdb --username "$POSTGRES_USER" "$POSTGRES_DB"
    pg_ctl -w -m fast stop
  fi
fi
exec "$@" -c listen_addresses='*'
