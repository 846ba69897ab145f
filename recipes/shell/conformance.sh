#!/usr/bin/env bash
# Judges the server at DICOMWEB_TARGET. The reports go into DICOMWEB_OUT, a folder that is new or empty; without it,
# into a new folder below runs/, which the last line names.
# The exit code is that of the harness; docs/exit-codes.md says what each means.
# Credentials are variables as well, such as DICOMWEB_TOKEN. It runs in a project that has the package (see README.md).
set -euo pipefail

if [ -z "${DICOMWEB_TARGET:-}" ]; then
  echo 'DICOMWEB_TARGET is not set: the base URL of the server' >&2
  exit 2
fi
args=(conformance --target "$DICOMWEB_TARGET")
if [ -n "${DICOMWEB_OUT:-}" ]; then args+=(--out "$DICOMWEB_OUT"); fi
args+=(--fail-on "${DICOMWEB_FAIL_ON:-fail}" --profile "${DICOMWEB_PROFILE:-standard}")
npm ci --no-audit --no-fund >&2
exec npx --no-install dicomweb-harness "${args[@]}" tutorial
