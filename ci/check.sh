#!/usr/bin/env bash
# Annotates the findings, writes them to the summary of the job, and ends as `minutes check` does.
set -euo pipefail
cd "$GITHUB_WORKSPACE"

paths=()
while IFS= read -r path; do
  [ -n "$path" ] && paths+=("$path")
done <<<"$MINUTES_ACTION_PATHS"
args=()
while IFS= read -r arg; do
  args+=("$arg")
done < <(python -c 'import os, shlex; print(*shlex.split(os.environ["MINUTES_ACTION_ARGS"]), sep="\n")')
[ "${args[*]:-}" ] || args=() # no options print one empty line

code=0
minutes check --format github ${args[@]+"${args[@]}"} -- ${paths[@]+"${paths[@]}"} || code=$?
# the annotations above tell failures already
minutes check --format markdown ${args[@]+"${args[@]}"} -- ${paths[@]+"${paths[@]}"} 2>/dev/null >>"$GITHUB_STEP_SUMMARY" || true
exit "$code"
