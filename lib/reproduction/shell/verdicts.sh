# What an answer says of a finding. Each of these ends the script.

# proper STATUS…: whether the answer came whole, and with one of these statuses.
proper() {
  [ "$FAILURE" = 0 ] || return 1
  for status; do case $STATUS in $status) return 0 ;; esac; done
  return 1
}

# same_or FILE WHAT STATUS…: compares what was observed now with what the run observed.
judge_same() {
  what=$1
  shift
  if cmp -s "$WORK/now" "$WORK/then"; then still_broken "$what is as in the run."; fi
  if proper "$@"; then content_fixed "$what is no longer as in the run, and the answer is $STATUS."; fi
  cannot_tell "The request was answered $STATUS."
}

# Repeats the request for as long as the breach can be due to a server that has not finished.
waiting() {
  waited=0
  while cmp -s "$WORK/now" "$WORK/then" && [ "$waited" -lt "$PATIENCE" ]; do
    sleep 1
    waited=$((waited + 1))
    ask_again
    "$@"
  done
}

# judge_status RECORDED EXPECTED…
judge_status() {
  was=$1
  shift
  if [ "$STATUS" = "$was" ]; then still_broken "The status is $STATUS, as in the run."; fi
  if proper "$@"; then fixed "The status is $STATUS."; fi
  cannot_tell "The status is $STATUS: neither $was as in the run nor one of: $*."
}

# judge_header NAME RECORDED STATUS…: RECORDED has one value a line, and is empty where there was none.
judge_header() {
  header "$1" | plain "$BASE" "$(boundary)" >"$WORK/now"
  if [ -n "$2" ]; then printf '%s\n' "$2" >"$WORK/then"; else : >"$WORK/then"; fi
  name=$1
  shift 2
  UNSURE=''
  case $name in [Ee][Tt]ag | *Digest | *MD5) if [ -n "$RENEWED" ]; then UNSURE="$name may differ because the UIDs do."; fi ;; esac
  judge_same "The header field $name" "$@"
}

# judge_part PART NAME FILE BOUNDARY STATUS…: a header field of a part beside that of the answer in FILE.
judge_part() {
  part_of "$1" "$2" "$WORK/body" "$(boundary)" | plain "$BASE" "$(boundary)" >"$WORK/now"
  part_of "$1" "$2" "$3" "$4" | plain "$RECORDED" "$4" >"$WORK/then"
  what="$2 of part $1"
  shift 4
  judge_same "$what" "$@"
}

part_of() { part_lines "$3" "$4" | PART=$1 awk -F'\t' '$1 == ENVIRON["PART"]' | cut -f 2- | named "$2"; }

# judge_json POINTER FILE STATUS…: what stands there beside what stands there in the answer in FILE.
judge_json() {
  json_lines "$WORK/body" | below "$1" | plain "$BASE" '' >"$WORK/now"
  json_lines "$2" | below "$1" | plain "$RECORDED" '' >"$WORK/then"
  what="${1:-The answer}"
  shift 2
  judge_same "$what" "$@"
}

# judge_value POINTER OBSERVED EXPECTED: one value, whether it stands there as a text or as a number.
judge_value() {
  now=$(json_lines "$WORK/body" | below "$1" | cut -f 2- | plain "$BASE" '')
  bare=${now#\"}
  bare=${bare%\"}
  if [ "$now" = "$2" ]; then still_broken "$1 is $2, as in the run."; fi
  if [ "$bare" = "$3" ] && proper 200; then fixed "$1 is $now."; fi
  case "$bare$3" in *[!0-9]* | '') ;; *) if [ -n "$bare" ]; then still_broken "$1 is $now instead of $3."; fi ;; esac
  cannot_tell "$1 is ${now:-absent} in an answer $STATUS: neither $2 as in the run nor $3."
}

# judge_bytes OFFSET OBSERVED EXPECTED: hexadecimal, at an offset of the plain answer.
judge_bytes() {
  length=$((($(printf '%s' "$2" | wc -c) + 1) / 3))
  now=$(plain "$BASE" "$(boundary)" <"$WORK/body" | tail -c +$(($1 + 1)) | head -c "$length" | od -An -v -tx1 | tr -d '\n' | sed 's/^ //')
  if [ "$now" = "$2" ]; then still_broken "At byte $1 the answer has $2, as in the run."; fi
  if [ "$now" = "$3" ] && proper 200; then fixed "At byte $1 the answer has $3."; fi
  cannot_tell "At byte $1 an answer $STATUS has ${now:-nothing}: neither $2 as in the run nor $3."
}

# judge_count TEXT TIMES STATUS…: how often the answer has it.
judge_count() {
  count_now "$1"
  echo "$2" >"$WORK/then"
  if [ -n "${WAITING:-}" ]; then waiting count_now "$1"; fi
  if [ "$now" = "$2" ] && [ "$FAILURE" = 0 ]; then still_broken "The answer has $1 $now times, as in the run."; fi
  text=$1
  was=$2
  shift 2
  if proper "$@"; then content_fixed "The answer has $text $now times, not $was as in the run."; fi
  cannot_tell "The request was answered $STATUS."
}

count_now() {
  now=$(grep -aoF -- "$1" "$WORK/body" | wc -l | tr -d ' ')
  echo "$now" >"$WORK/now"
}

# judge_answer RECORDED FILE BOUNDARY STATUS…: the status and the whole answer beside the one in FILE.
judge_answer() {
  { echo "$1"; plain "$RECORDED" "$3" <"$2"; } >"$WORK/then"
  shift 3
  answer_now
  if [ -n "${WAITING:-}" ]; then waiting answer_now; fi
  if ! cmp -s "$WORK/now" "$WORK/then"; then
    mv "$WORK/now" "$WORK/before"
    ask_again
    answer_now
    if ! cmp -s "$WORK/now" "$WORK/before"; then cannot_tell 'Two answers to the same request differ.'; fi
  fi
  judge_same 'The answer' "$@"
}

answer_now() { { echo "$STATUS"; plain "$BASE" "$(boundary)" <"$WORK/body"; } >"$WORK/now"; }

# judge_transfer: whether the answer comes whole.
judge_transfer() {
  if [ "$FAILURE" != 0 ]; then still_broken "The answer did not come whole: $(tr '\n' ' ' <"$WORK/error")"; fi
  if [ -n "$(header Content-Length)" ] && [ -n "$(header Transfer-Encoding)" ]; then still_broken 'The answer has both Content-Length and Transfer-Encoding.'; fi
  if proper '2??'; then fixed "The answer came whole, with $STATUS."; fi
  cannot_tell "The request was answered $STATUS."
}

# judge_closed: whether the multipart body ends with its closing delimiter.
judge_closed() {
  proper 200 || cannot_tell "The request was answered $STATUS."
  if tail -c 200 "$WORK/body" | grep -qaF -- "--$(boundary)--"; then fixed 'The body ends with the closing delimiter.'; fi
  still_broken 'The body does not end with the closing delimiter.'
}

# judge_delimited: whether the boundary that the answer names begins a line of its body.
judge_delimited() {
  proper 200 || cannot_tell "The request was answered $STATUS."
  if grep -qaF -- "--$(boundary)" "$WORK/body"; then fixed 'The boundary that is named is in the body.'; fi
  still_broken 'The boundary that is named is nowhere in the body.'
}

# judge_boundary: whether the boundary is as RFC 2046 section 5.1.1 and RFC 2045 section 5.1 have it: at most 70
# characters, and quoted where they are those of no token.
judge_boundary() {
  proper 200 || cannot_tell "The request was answered $STATUS."
  named=$(header Content-Type | sed -n 's/.*[Bb][Oo][Uu][Nn][Dd][Aa][Rr][Yy]=\("[^"]*"\|[^;]*\).*/\1/p')
  legal="^(\"[]0-9A-Za-z'()+_,./:=? -]{1,70}\"|[0-9A-Za-z'+_.-]{1,70})$"
  if printf '%s\n' "$named" | grep -qE "$legal"; then fixed "The boundary is $named."; fi
  still_broken "The boundary is $named."
}

# judge_beginning BYTES: whether the answer begins with them, in hexadecimal.
judge_beginning() {
  proper 200 || cannot_tell "The request was answered $STATUS."
  now=$(head -c 2 "$WORK/body" | od -An -v -tx1 | tr -d '\n' | sed 's/^ //')
  if [ "$now" = "$1" ]; then still_broken "The answer begins with $now, as in the run."; fi
  fixed "The answer begins with $now."
}

# judge_empty: whether an answer that may have no body has none.
judge_empty() {
  if [ -s "$WORK/body" ]; then still_broken "The answer has a body of $(wc -c <"$WORK/body" | tr -d ' ') bytes."; fi
  case $STATUS in 2??) fixed "The answer is $STATUS and has no body." ;; esac
  cannot_tell "The request was answered $STATUS."
}

# judge_repeated: whether the same request gets the same answer each time.
judge_repeated() {
  proper 200 || cannot_tell "The request was answered $STATUS."
  for _ in 1 2 3; do
    cp "$WORK/body" "$WORK/before"
    ask_again
    cmp -s "$WORK/body" "$WORK/before" || still_broken 'Two answers to the same request differ.'
  done
  fixed 'Four answers to the same request are the same.'
}

# judge_mixed_up: whether one of ten answers is that to the request that is remembered, which is sent before each of them.
judge_mixed_up() {
  asked=("${ASKED[@]}")
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    proper 200 || cannot_tell "The request was answered $STATUS."
    ask curl "${REMEMBERED[@]}"
    answer_now
    mv "$WORK/now" "$WORK/before"
    ask curl "${asked[@]}"
    answer_now
    if cmp -s "$WORK/now" "$WORK/before"; then still_broken 'The answer is that to the request before it.'; fi
  done
  fixed 'Ten answers are none of those to the requests before them.'
}

# judge_alike UID [text]: whether something that is not stored is answered as what lies under the UID; with `text`, by its
# body as well, without the UIDs and numbers in it.
judge_alike() {
  first=$STATUS
  plain_body >"$WORK/before"
  ASKED[0]=${ASKED[0]//"$1"/2.25.1}
  ask_again
  if [ "$STATUS" != "$first" ]; then still_broken "What is stored is answered $first, and what is not $STATUS."; fi
  if [ "${2:-}" = text ]; then
    plain_body | cmp -s - "$WORK/before" || still_broken 'What is stored and what is not are answered with different texts.'
  fi
  fixed "Both are answered $first."
}

plain_body() { sed -E 's/[0-9]+(\.[0-9]+)+/UID/g; s/[0-9]+/0/g' "$WORK/body"; }

# judge_version RECORDED: the version of HTTP.
judge_version() {
  now=$(sed -n 's,^HTTP/\([0-9.]*\).*,\1,p' "$WORK/head" | tail -n 1)
  if [ "$now" = "$1" ]; then still_broken "The answer is of HTTP/$now, as in the run."; fi
  if [ -n "$now" ]; then fixed "The answer is of HTTP/$now."; fi
  cannot_tell 'There was no answer.'
}
