#!/bin/sh
set -eu

docker compose -f compose.yaml build
docker compose -f compose.yaml up -d --wait
curl -fsS http://localhost:8080/healthz
