#!/bin/sh
# Makes .venv and installs a locked list with hashes: deploy/install.sh requirements.txt
set -eu
cd "$(dirname "$0")/.."
list=$1
python=${PYTHON:-}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

if ! new_enough .venv/bin/python; then
    for name in $python python3 python3.13 python3.12 python3.11; do
        if new_enough "$name"; then python=$name; break; fi
    done
    new_enough "${python:-none}" || {
        echo "Python 3.11 or newer is needed; set PYTHON=/path/to/python3" >&2
        exit 1
    }
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null && [ "$(id -u)" = 0 ]; then
        apt-get install -y -q python3-venv >/dev/null 2>&1 ||
            { apt-get update -q && apt-get install -y -q python3-venv; } >/dev/null 2>&1 || true
    fi
    "$python" -m venv --clear .venv || {
        echo "A virtual environment can't be made: install the package python3-venv" >&2
        exit 1
    }
fi

export PIP_DISABLE_PIP_VERSION_CHECK=1
echo "Installing $list"
if .venv/bin/python -m pip install --quiet --require-hashes -r requirements-tools.txt &&
    .venv/bin/uv pip install --quiet --python .venv/bin/python --require-hashes -r "$list"; then
    exit 0
fi
echo "uv can't do it here; pip takes over (slower)"
.venv/bin/python -m pip install --quiet --require-hashes -r "$list"
