# What the scripts of the findings share. They are run by bash and need curl and the usual tools; nothing is installed.
# Sourced by each of them after `set -eu`, in the folder of the run.

set -f
LC_ALL=C
export LC_ALL
PATIENCE=${PATIENCE:-10} # seconds to wait for what a server does after it has answered
TIMEOUT=${TIMEOUT:-60}   # seconds without a byte after which a request is given up
WORK=$(mktemp -d)
OWNED=''   # paths of the instances that this script stored
STUDIES='' # their studies
ASKED=''   # the last request, to repeat it
STATUS=''
SENT=0
STORED=''  # UIDs of the series and instances that the script stores, beside those of its studies
RENEWED='' # pairs of a UID of the run and a fresh one that stands for it, once its own are taken on the server
SENDING='' # an instance that the next request stores
OPAQUE=''  # whether the next request stores what cannot be read, and so cannot be given fresh UIDs
UNSURE=''  # why another answer than that of the run may be due to the fresh UIDs
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

# server RECORDED [GIVEN]: where the run sent its requests, and where this script sends them.
server() {
  RECORDED=$1
  BASE=${2:-$1}
  BASE=${BASE%/}
  host=${BASE#*://}
  ORIGIN=${BASE%%://*}://${host%%/*}
  connection
  credentials
}

# As a word in double quotes for curl's configuration; in REPLY, as in all functions here that make no process.
in_quotes() {
  REPLY=${1//\\/\\\\}
  REPLY=${REPLY//\"/\\\"}
}

# option NAME VALUE: a line of curl's configuration, in REPLY.
option() {
  in_quotes "$2"
  REPLY="$1 = \"$REPLY\""$'\n'
}

# from_start PATH: a path as it was meant in the folder where the script was started, in REPLY.
from_start() { case $1 in /*) REPLY=$1 ;; *) REPLY=$OLDPWD/$1 ;; esac; }

# How curl connects, as lines of its configuration: whom it trusts, and through which proxy. CERTIFICATE is only for the
# server itself. curl reads HTTPS_PROXY and NO_PROXY without being told.
connection() {
  CONNECTION=''
  if [ -n "${DICOMWEB_CA:-}" ]; then
    from_start "$DICOMWEB_CA"
    option cacert "$REPLY"
    CONNECTION="$REPLY"proxy-$REPLY
  fi
  if [ -n "${UNVERIFIED:-}" ]; then CONNECTION+=$'insecure\nproxy-insecure\n'; fi
  proxy=${http_proxy:-${HTTP_PROXY:-}}
  if [ -n "$proxy" ] && [ "${BASE%%://*}" = http ]; then
    option proxy "$proxy"
    CONNECTION+=$REPLY
  fi
  CERTIFICATE=''
  pem cert "${DICOMWEB_CLIENT_CERT:-}"
  pem key "${DICOMWEB_CLIENT_KEY:-}"
  if [ -n "${DICOMWEB_CLIENT_KEY_PASSPHRASE_FILE:-}" ]; then
    from_start "$DICOMWEB_CLIENT_KEY_PASSPHRASE_FILE"
    DICOMWEB_CLIENT_KEY_PASSPHRASE=$(cat "$REPLY")
  fi
  if [ -n "${DICOMWEB_CLIENT_KEY_PASSPHRASE:-}" ]; then
    option pass "$DICOMWEB_CLIENT_KEY_PASSPHRASE"
    CERTIFICATE+=$REPLY
  fi
}

# pem NAME VALUE: adds PEM, or the file that holds it, to CERTIFICATE. Only this user may read the folder WORK.
pem() {
  case $2 in
  '') return ;;
  *-----BEGIN*)
    REPLY=$WORK/$1.pem
    printf '%s\n' "${2//\\n/$'\n'}" >"$REPLY"
    ;;
  *) from_start "$2" ;;
  esac
  option "$1" "$REPLY"
  CERTIFICATE+=$REPLY
}

# Credentials as lines that curl reads from its standard input: on the command line everybody could read them.
credentials() {
  CREDENTIALS=''
  if [ -n "${DICOMWEB_TOKEN_FILE:-}" ]; then
    from_start "$DICOMWEB_TOKEN_FILE"
    DICOMWEB_TOKEN=$(cat "$REPLY")
  fi
  if [ -n "${DICOMWEB_TOKEN:-}" ]; then
    in_quotes "$DICOMWEB_TOKEN"
    CREDENTIALS="header = \"Authorization: Bearer $REPLY\""
  elif [ -n "${DICOMWEB_USER:-}" ]; then
    in_quotes "$DICOMWEB_USER:${DICOMWEB_PASSWORD:-}"
    CREDENTIALS="user = \"$REPLY\""
  fi
  for name in ${SECRET_HEADERS:-}; do
    variable=DICOMWEB_HEADER_$(printf '%s' "$name" | tr 'a-z-' 'A-Z_')
    in_quotes "${!variable:-}"
    CREDENTIALS="$CREDENTIALS
header = \"$name: $REPLY\""
  done
}

# ask curl URL OPTION…: sends a request; the answer is in $WORK/head and $WORK/body, its status in STATUS. What goes to
# somebody else's server, or is to come without credentials, gets none.
ask() {
  shift
  ASKED=("$@")
  ASKED_AS=${ANONYMOUS:-}
  SENT=$((SENT + 1))
  : >"$WORK/head"
  : >"$WORK/body"
  FAILURE=0
  with_fresh_uids "$@"
  REPLY=$CONNECTION
  case "$1" in "$ORIGIN" | "$ORIGIN"/*)
    REPLY=$REPLY$CERTIFICATE
    if [ -z "${ANONYMOUS:-}" ]; then REPLY=$REPLY$CREDENTIALS; fi
    ;;
  esac
  curl -K - -sS -g --path-as-is --proto =http,https --connect-timeout "$TIMEOUT" --speed-limit 1 --speed-time "$TIMEOUT" \
    -D "$WORK/head" -o "$WORK/body" -w '%{http_code}\n' "${WORDS[@]}" <<<"$REPLY" >"$WORK/status" 2>"$WORK/error" || FAILURE=$?
  read -r STATUS <"$WORK/status" || STATUS=000
  echo "$SENT. ${WORDS[0]//[^[:print:]]/?} -> $STATUS" >&2
  with_recorded_uids
}

# remember: keeps the last request, to send it between others.
remember() { REMEMBERED=("${ASKED[@]}"); }

ask_again() { ANONYMOUS=$ASKED_AS ask curl "${ASKED[@]}"; }

# end ANSWER WHY: the last line and the exit code.
end() {
  printf '%s. %s\n' "$1" "${2//[^[:print:]]/?}" # what a server sent cannot steer the terminal
  case $1 in FIXED) exit 0 ;; 'STILL BROKEN') exit 1 ;; *) exit 5 ;; esac
}

still_broken() { end 'STILL BROKEN' "$1"; }
fixed() { end FIXED "$1"; }

# content_fixed WHY: where the content of the answer is another one than in the run.
content_fixed() { if [ -n "$UNSURE" ]; then cannot_tell "$UNSURE"; else fixed "$1"; fi; }
cannot_tell() { end 'CANNOT TELL' "$1"; }

# stores UID…: the series and instances that will be stored.
stores() { STORED="$*"; }

# opaque: said before a request that stores what cannot be read.
opaque() { OPAQUE=1; }

# unused STUDY…: sees whether the server shows nothing under the UIDs that the script stores under. Where it does, as a
# server that deletes nothing does after the run, all is stored under fresh UIDs.
unused() {
  for study; do
    ask curl "$BASE/studies/$study/metadata" -H 'Accept: application/dicom+json'
    if [ "$STATUS" = 200 ] && grep -qaF "$study" "$WORK/body"; then
      renew "$@"
      return
    fi
    described=$STATUS
    # A server without metadata answers 404 of any study: a search may show it all the same.
    ask curl "$BASE/studies?StudyInstanceUID=$study" -H 'Accept: application/dicom+json'
    if [ "$STATUS" = 200 ] && grep -qaF "$study" "$WORK/body"; then
      renew "$@"
      return
    fi
    case $described in 404 | 410) continue ;; esac
    case $STATUS in
    204 | 404) ;;
    200) if [ "$(tr -d '[:space:]' <"$WORK/body")" != '[]' ]; then cannot_tell "It cannot be seen whether study $study is on the server already: nothing was sent."; fi ;;
    *) cannot_tell "It cannot be seen whether study $study is on the server already ($STATUS): nothing was sent." ;;
    esac
  done
}

# renew STUDY…: a fresh UID of the same length for each one that the script stores under, so that offsets stay what they were.
# All are moved by one number, so that their order stays, too.
renew() {
  moved=$(((RANDOM << 30 | RANDOM << 15 | RANDOM) % 899999999999 + 100000000000))
  : >"$WORK/unsorted"
  for uid in "$@" $STORED; do
    end=${uid##*.}
    if [ "${#end}" -gt 12 ]; then
      tail=$((10#${uid: -12}))
      fresh=${uid:0:-12}$(printf '%012d' $(((tail + moved) % 1000000000000)))
    elif [ "${#uid}" -ge 25 ] && [ "${#uid}" -le 44 ]; then
      digits=$(od -An -v -tu8 -N32 /dev/urandom | tr -dc 0-9)
      fresh=2.25.1${digits:0:$((${#uid} - 6))}
    else
      cannot_tell "Study $1 is on the server already, and no UID like $uid can be made: nothing was sent."
    fi
    printf '%s %s\n' "$uid" "$fresh" >>"$WORK/unsorted"
  done
  # A UID may begin another one: the longest first.
  RENEWED=$(awk '!seen[$1]++ { print length($1) "\t" $0 }' "$WORK/unsorted" | sort -rn | cut -f 2)
  printf '%s\n' "$RENEWED" | awk '{ gsub("\\.", "\\\\.", $1); print "s|" $1 "|" $2 "|g" }' >"$WORK/to-fresh"
  printf '%s\n' "$RENEWED" | awk '{ gsub("\\.", "\\\\.", $2); print "s|" $2 "|" $1 "|g" }' >"$WORK/to-recorded"
  printf '%s\n' "$RENEWED" | cut -d ' ' -f 1 >"$WORK/recorded"
  echo "What the run stored is still on the server: fresh UIDs are used." >&2
}

# The words of a request in WORDS, with fresh UIDs in place of those of the run.
with_fresh_uids() {
  WORDS=("$@")
  if [ -z "$RENEWED" ]; then return; fi
  for index in "${!WORDS[@]}"; do
    case ${WORDS[$index]} in
    @*)
      if [ -n "$OPAQUE" ]; then cannot_tell 'The run left its study on the server, and what this request stores cannot be given other UIDs: it was not sent.'; fi
      sed -f "$WORK/to-fresh" <"${WORDS[$index]#@}" >"$WORK/sent"
      if grep -qaF -f "$WORK/recorded" "$WORK/sent" || { [ -n "$SENDING" ] && ! grep -qaF "$(fresh_path "$SENDING")" "$WORK/sent"; }; then
        cannot_tell 'What this request stores cannot be given other UIDs: it was not sent.'
      fi
      WORDS[$index]=@$WORK/sent
      ;;
    *) WORDS[$index]=$(fresh_path "${WORDS[$index]}") ;;
    esac
  done
  OPAQUE=''
  SENDING=''
}

fresh_path() { if [ -n "$RENEWED" ]; then printf '%s' "$1" | sed -f "$WORK/to-fresh"; else printf '%s' "$1"; fi; }

# The answer as the run would have got it. Of one that holds what the run left as well nothing new can be said.
with_recorded_uids() {
  UNSURE=''
  if [ -z "$RENEWED" ]; then return; fi
  if grep -qaF -f "$WORK/recorded" "$WORK/body"; then UNSURE='The answer also holds what the run left on the server.'; fi
  case $(header Content-Encoding) in '' | identity) ;; *) UNSURE='The answer is compressed, and its fresh UIDs cannot be read.' ;; esac
  for file in head body; do
    sed -f "$WORK/to-recorded" <"$WORK/$file" >"$WORK/translated"
    mv "$WORK/translated" "$WORK/$file"
  done
}

# owns STUDY SERIES INSTANCE: said before the request that stores it; only what stands here is deleted.
owns() {
  OWNED="$OWNED /studies/$1/series/$2/instances/$3"
  case " $STUDIES " in *" $1 "*) ;; *) STUDIES="$STUDIES $1" ;; esac
  LAST=/studies/$1/series/$2/instances/$3
  SENDING=$3
}

# settle: waits until the server shows what was stored last.
settle() {
  waited=0
  while [ "$waited" -lt "$PATIENCE" ]; do
    ask curl "$BASE$LAST/metadata" -H 'Accept: application/dicom+json'
    if [ "$STATUS" != 404 ]; then return; fi
    sleep 1
    waited=$((waited + 1))
  done
}

# alone PATH: goes on only where the study or series holds nothing that this script did not store.
alone() {
  ask curl "$BASE$1/metadata" -H 'Accept: application/dicom+json'
  case $STATUS in 404 | 410)
    ask curl "$BASE$1/instances" -H 'Accept: application/dicom+json'
    case $STATUS in 204 | 404 | 410) return ;; esac
    if [ "$STATUS" = 200 ] && [ "$(tr -d '[:space:]' <"$WORK/body")" = '[]' ]; then return; fi
    ;;
  esac
  found=$(json_lines "$WORK/body" | awk -F'\t' '$1 ~ /^\/[0-9]+\/00080018\/Value\/0$/ { gsub("\"", "", $2); print $2 }')
  if [ "$STATUS" != 200 ] || [ -z "$found" ]; then cannot_tell "It cannot be seen what $1 holds, so it is not deleted."; fi
  for instance in $found; do
    case "$OWNED " in *"/instances/$instance "*) ;; *) cannot_tell "$1 holds $instance, which is not of this script: nothing is deleted." ;; esac
  done
}

# Deletes what was stored, one by one, and looks whether it is gone.
clean_up() {
  code=$?
  if [ -n "$OWNED" ]; then
    {
      printf '%s\nrequest = "DELETE"\nsilent\n' "$CONNECTION$CERTIFICATE$CREDENTIALS"
      for path in $(fresh_path "$OWNED"); do printf 'url = "%s"\noutput = "/dev/null"\n' "$BASE$path"; done
      for study in $(fresh_path "$STUDIES"); do
        printf 'next\n%s\nsilent\nheader = "Accept: application/dicom+json"\n' "$CONNECTION$CERTIFICATE$CREDENTIALS"
        printf 'write-out = "%%{http_code} %s\\n"\nurl = "%s"\noutput = "/dev/null"\n' "$study" "$BASE/studies/$study/metadata"
      done
    } | curl -K - --connect-timeout "$TIMEOUT" --max-time $((TIMEOUT * 5)) 2>/dev/null | while read -r status study; do
      case $status in 404 | 410) ;; *) echo "may still be on the server: study $study ($status)" >&2 ;; esac
    done || true
  fi
  rm -rf "$WORK"
  exit "$code"
}
