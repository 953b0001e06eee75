#!/usr/bin/env bash
# Healthy is who answers GET /health/ready with 200; the causes of the contrary are printed.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/${TOUCHLINE_METRICS_PORT:-9464}"
printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
answer=$(cat <&3)
echo "${answer##*$'\r\n\r\n'}"
[[ $answer == 'HTTP/1.'?' 200 '* ]]
