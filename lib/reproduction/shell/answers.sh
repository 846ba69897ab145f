# How an answer is read.

# json_lines FILE: every value of a JSON text on a line of its own, behind its pointer (RFC 6901) and a tab.
json_lines() {
  grep -aoE '"([^"\\]|\\.)*"|[][{}:,]|[^][{}:,"[:space:]]+' "$1" | awk '
    function at(  i, p) { for (i = 1; i <= d; i++) p = p "/" k[i]; return p }
    $0 == "{" || $0 == "[" { print at() "\t" $0; d++; t[d] = $0; k[d] = ($0 == "[") ? 0 : ""; w = ($0 == "{"); next }
    $0 == "}" || $0 == "]" { if (d > 0) d--; next }
    $0 == "," { if (t[d] == "[") k[d]++; else w = 1; next }
    $0 == ":" { w = 0; next }
    w { k[d] = substr($0, 2, length($0) - 2); gsub("~", "~0", k[d]); gsub("/", "~1", k[d]); next }
    { print at() "\t" $0 }' || true
}

# below POINTER: of such lines those of that value and of what is in it.
below() {
  POINTER=$1 awk 'BEGIN { p = ENVIRON["POINTER"] } p == "" || index($0, p "\t") == 1 || index($0, p "/") == 1'
}

# part_lines FILE BOUNDARY: the header lines of each part, behind its number from 0 and a tab.
part_lines() {
  tr '\000' '\001' <"$1" | BOUNDARY=$2 awk '
    BEGIN { b = "--" ENVIRON["BOUNDARY"]; n = -1 }
    { sub("\r$", "") }
    index($0, b) == 1 { n++; h = 1; next }
    h && $0 == "" { h = 0 }
    h { print n "\t" $0 }'
}

# named NAME: the values of header lines of that name, whatever its case; of several answers those of the last.
named() {
  NAME=$1 awk 'BEGIN { n = tolower(ENVIRON["NAME"]) ":" }
    /^HTTP\/[0-9.]+ [0-9]/ { o = "" }
    index(tolower($0), n) == 1 { v = substr($0, length(n) + 1); sub("^[ \t]*", "", v); sub("[ \t\r]*$", "", v); o = o v "\n" }
    END { printf "%s", o }'
}

# header NAME: its values in the last answer.
header() { named "$1" <"$WORK/head"; }

# boundary: that of the last answer, without quotation marks.
boundary() { sed -n 's/^[Cc][Oo][Nn][Tt][Ee][Nn][Tt]-[Tt][Yy][Pp][Ee]:.*[Bb][Oo][Uu][Nn][Dd][Aa][Rr][Yy]="\{0,1\}\([^";]*\).*/\1/p' "$WORK/head" | tr -d '\r'; }

# As a word in a pattern of sed.
escaped() {
  REPLY=${1//\\/\\\\}
  REPLY=${REPLY//./\\.}
  REPLY=${REPLY//\*/\\*}
  REPLY=${REPLY//\[/\\[}
  REPLY=${REPLY//|/\\|}
}

# plain ADDRESS BOUNDARY: without what differs from answer to answer: the address of the server and the boundary.
plain() {
  escaped "$1"
  address=$REPLY
  escaped "$2"
  if [ -n "$2" ]; then sed -e "s|$address|{base}|g" -e "s|$REPLY|{boundary}|g"; else sed -e "s|$address|{base}|g"; fi
}

# link POINTER: takes the URL from the last answer into LINK. link_of_part PART NAME does from the header of a part.
link() {
  LINK=$(json_lines "$WORK/body" | below "$1" | cut -f 2- | head -n 1 | sed 's/^"//; s/"$//; s,\\/,/,g')
  complete
}
link_of_part() {
  LINK=$(part_of "$1" "$2" "$WORK/body" "$(boundary)" | head -n 1)
  complete
}
complete() {
  case $LINK in
  http://* | https://*) ;;
  /*) LINK=$ORIGIN$LINK ;;
  *) cannot_tell 'The answer has no URL where the run found one.' ;;
  esac
}
