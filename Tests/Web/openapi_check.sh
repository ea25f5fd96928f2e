#!/bin/sh
# Checks an OpenAPI document against the specification's own schema: openapi_check.sh FILE
# Takes openapi-spec-validator from the PATH, or puts it into the folder named by YANSHOU_VENV first.
set -eu
document=${1:?usage: openapi_check.sh FILE}
validator=$(command -v openapi-spec-validator || true)
if [ -z "$validator" ]; then
    venv=${YANSHOU_VENV:?openapi-spec-validator is not installed; name a folder for it in YANSHOU_VENV}
    [ -x "$venv/bin/openapi-spec-validator" ] || {
        python3 -m venv "$venv"
        "$venv/bin/pip" install --quiet openapi-spec-validator==0.9.0
    }
    validator=$venv/bin/openapi-spec-validator
fi
"$validator" --schema 3.1 "$document"
