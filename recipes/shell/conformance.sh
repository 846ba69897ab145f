#!/usr/bin/env bash
# Judges the server at DICOMWEB_TARGET and leaves the reports in DICOMWEB_OUT.
# The exit code is that of the harness; docs/exit-codes.md says what each means.
# Credentials are variables as well, such as DICOMWEB_TOKEN.
set -euo pipefail

args=(conformance --target "${DICOMWEB_TARGET:?the base URL of the server}" --out "${DICOMWEB_OUT:-results}")
args+=(--fail-on "${DICOMWEB_FAIL_ON:-fail}" --profile "${DICOMWEB_PROFILE:-standard}")
exec npx --yes dicomweb-harness "${args[@]}" tutorial
