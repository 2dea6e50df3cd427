#!/bin/bash
# Succeeds when the service is ready. Speaks HTTP by itself: the image has neither curl nor wget.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/${QUARKUS_HTTP_PORT:-8080}"
printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r _ status _ <&3
[[ $status == 200 ]]
