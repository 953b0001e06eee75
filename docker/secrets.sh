#!/usr/bin/env bash
# Makes the secrets that compose.yaml reads, each once: what is there stays.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# The directory keeps others on this machine out; the files are read by users of the containers.
install -d -m 0700 secrets
for name in database_password grafana_password; do
  if [[ -s secrets/$name ]]; then
    echo "secrets/$name is there already"
  else
    (umask 022 && head -c 24 /dev/urandom | base64 | tr -d '\n' >"secrets/$name")
    echo "secrets/$name made"
  fi
done
