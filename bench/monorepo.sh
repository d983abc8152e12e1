#!/usr/bin/env bash
# Times a whole audit, process start to exit, of a generated monorepo: 16 files per service.
#   bench/monorepo.sh SERVICES…          e.g. bench/monorepo.sh 100 625 6250   (1,600 to 100,000 files)
#   SEAWORTHY=path/to/seaworthy bench/monorepo.sh 100     times that program, else a Release build made for the purpose
#   REPOSITORY=path bench/monorepo.sh                      times a real tree
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -z "${SEAWORTHY:-}" ]; then
    dotnet build src/Seaworthy.Cli --configuration Release --verbosity quiet --nologo
    SEAWORTHY=$PWD/artifacts/bin/Seaworthy.Cli/release/seaworthy
fi

# Node services, Python services and a page in turn; each calls the one before it.
service() {
    local n=$1 s=$2/services/s$1 port=$((3000 + $1 % 5000)) before=$((n > 0 ? n - 1 : 0))
    local other=$((3000 + before % 5000))
    mkdir -p "$s/src" "$s/tests" "$s/docs" "$s/k8s" "$s/migrations"
    printf 'PORT=%s\nDATABASE_URL=postgres://app:app@db:5432/app\nUPSTREAM_URL=http://s%s:%s\n' "$port" "$before" "$other" >"$s/.env.example"
    printf 'node_modules\n__pycache__\n' >"$s/.dockerignore"
    printf '# Service %s\n\nRun `docker compose up s%s`.\n' "$n" "$n" >"$s/README.md"
    printf '# Notes\n\nNothing to say of %s.\n' "$n" >"$s/docs/notes.md"
    printf 'CREATE TABLE items%s (id int primary key, name text);\n' "$n" >"$s/migrations/0001_items.sql"
    printf '#!/usr/bin/env bash\nset -euo pipefail\ncd "$(dirname "$0")"\ndocker build -t s%s .\n' "$n" >"$s/build.sh"
    printf 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: s%s\nspec:\n  selector:\n    matchLabels: { app: s%s }\n  template:\n    metadata:\n      labels: { app: s%s }\n    spec:\n      containers:\n        - name: s%s\n          image: example/s%s:1.0\n          ports: [{ containerPort: %s }]\n          env:\n            - { name: PORT, value: "%s" }\n            - { name: UPSTREAM_URL, value: "http://s%s:%s" }\n          readinessProbe: { httpGet: { path: /health, port: %s } }\n' \
        "$n" "$n" "$n" "$n" "$n" "$port" "$port" "$before" "$other" "$port" >"$s/k8s/deployment.yaml"
    printf 'apiVersion: v1\nkind: Service\nmetadata:\n  name: s%s\nspec:\n  selector: { app: s%s }\n  ports: [{ port: %s, targetPort: %s }]\n' "$n" "$n" "$port" "$port" >"$s/k8s/service.yaml"
    printf 'resources:\n  - deployment.yaml\n  - service.yaml\n' >"$s/k8s/kustomization.yaml"
    printf 'on:\n  push:\n    paths: ["services/s%s/**"]\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n      - run: ./build.sh\n        working-directory: services/s%s\n' "$n" "$n" >"$2/.github/workflows/s$n.yml"
    if ((n % 2)); then
        printf 'FROM python:3.13-slim\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY src ./src\nUSER 1000\nEXPOSE %s\nCMD ["uvicorn", "src.main:app", "--host", "0.0.0.0", "--port", "%s"]\n' "$port" "$port" >"$s/Dockerfile"
        printf 'fastapi==0.115.0\nuvicorn==0.32.0\nhttpx==0.27.0\n' >"$s/requirements.txt"
        printf 'import os\n\nimport httpx\nfrom fastapi import FastAPI\n\nfrom src.items import router\n\napp = FastAPI()\napp.include_router(router, prefix="/items")\nUPSTREAM = os.environ["UPSTREAM_URL"]\n\n\n@app.get("/health")\ndef health():\n    return {"up": True}\n\n\n@app.get("/next")\ndef following():\n    return httpx.get(f"{UPSTREAM}/health").json()\n' >"$s/src/main.py"
        printf 'import os\n\nfrom fastapi import APIRouter\n\nrouter = APIRouter()\nLIMIT = int(os.getenv("LIMIT", "10"))\n\n\n@router.get("/{item}")\ndef item(item: str):\n    return {"item": item, "limit": LIMIT}\n' >"$s/src/items.py"
        printf '' >"$s/src/__init__.py"
        printf 'from src.main import app\n\n\ndef test_app():\n    assert app\n' >"$s/tests/test_app.py"
    else
        printf 'FROM node:22-alpine\nWORKDIR /app\nCOPY package.json ./\nRUN npm install --omit=dev\nCOPY src ./src\nUSER node\nEXPOSE %s\nCMD ["node", "src/server.js"]\n' "$port" >"$s/Dockerfile"
        printf '{ "name": "s%s", "version": "1.0.0", "scripts": { "start": "node src/server.js" }, "dependencies": { "express": "4.21.0", "axios": "1.7.0" } }\n' "$n" >"$s/package.json"
        printf "const express = require('express');\nconst config = require('./config');\nconst items = require('./items');\n\nconst app = express();\napp.use('/items', items);\napp.get('/health', (req, res) => res.json({ up: true }));\napp.listen(config.port);\n" >"$s/src/server.js"
        printf "const express = require('express');\nconst axios = require('axios');\nconst { upstream } = require('./config');\n\nconst router = express.Router();\nrouter.get('/:item', async (req, res) => res.json((await axios.get(\`\${upstream}/health\`)).data));\nmodule.exports = router;\n" >"$s/src/items.js"
        printf "module.exports = { port: process.env.PORT || %s, upstream: process.env.UPSTREAM_URL };\n" "$port" >"$s/src/config.js"
        printf "const test = require('node:test');\ntest('config', () => require('../src/config'));\n" >"$s/tests/config.test.js"
    fi
    printf '  s%s:\n    build: ./services/s%s\n    ports: ["%s:%s"]\n    environment:\n      PORT: "%s"\n      DATABASE_URL: postgres://app:app@db:5432/app\n      UPSTREAM_URL: http://s%s:%s\n    depends_on: [db]\n' \
        "$n" "$n" "$((10000 + n))" "$port" "$port" "$before" "$other" >&3
}

generate() {
    mkdir -p "$2/.github/workflows"
    exec 3>"$2/compose.yaml"
    printf 'services:\n  db:\n    image: postgres:17.2\n    environment:\n      POSTGRES_USER: app\n      POSTGRES_PASSWORD: ${DB_PASSWORD:?}\n    volumes: ["data:/var/lib/postgresql/data"]\n' >&3
    for ((n = 0; n < $1; n++)); do service "$n" "$2"; done
    printf 'volumes:\n  data:\n' >&3
    exec 3>&-
    git -C "$2" init --quiet
}

# Best of three, and the greatest memory that run held.
measure() {
    local tree=$1 best=999999999 memory=- files took
    files=$(find "$tree" -name .git -prune -o -type f -print | wc -l)
    for _ in 1 2 3; do
        local from to
        from=$(date +%s%N)
        if [ -x /usr/bin/time ]; then
            /usr/bin/time -f %M -o "$work/memory" "$SEAWORTHY" audit "$tree" --format json --fail-on never >"$work/report.json"
        else
            "$SEAWORTHY" audit "$tree" --format json --fail-on never >"$work/report.json"
        fi
        to=$(date +%s%N)
        took=$(((to - from) / 1000000))
        if ((took < best)); then
            best=$took
            [ ! -s "$work/memory" ] || memory=$(($(tail -n 1 "$work/memory") / 1024))
        fi
    done
    printf '| %8d | %7d.%03d | %6s | %8d |\n' "$files" $((best / 1000)) $((best % 1000)) "$memory" "$(grep -c '"outcome": "fail"' "$work/report.json" || true)"
}

echo "$(nproc) cores, $(awk '/MemTotal/ { printf "%d GB", $2 / 1048576 }' /proc/meminfo), load $(cut -d' ' -f1 /proc/loadavg) at the start"
echo
echo '|    files |     seconds |     MB |     FAIL |'
echo '| -------- | ----------- | ------ | -------- |'
for services; do
    generate "$services" "$work/tree"
    measure "$work/tree"
    rm -rf "$work/tree"
done
[ -z "${REPOSITORY:-}" ] || measure "$REPOSITORY"
