#!/usr/bin/env bash
# Installs the tool from the checkout of the action into an environment of its own, and puts that in front of the PATH.
set -euo pipefail
venv="$RUNNER_TEMP/minutes-check"
python -m venv "$venv"
bin="$venv/bin"
[ -d "$bin" ] || bin="$venv/Scripts" # on Windows
"$bin/python" -m pip install --quiet --disable-pip-version-check "$GITHUB_ACTION_PATH"
echo "$bin" >>"$GITHUB_PATH"
