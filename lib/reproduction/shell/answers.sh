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

# named NAME: the values of header lines of that name, whatever its case.
named() { NAME=$1 awk 'BEGIN { n = tolower(ENVIRON["NAME"]) ":" } index(tolower($0), n) == 1 { v = substr($0, length(n) + 1); sub("^[ \t]*", "", v); sub("[ \t\r]*$", "", v); print v }'; }

# header NAME: its values in the last answer.
header() { named "$1" <"$WORK/head"; }

boundary() { header Content-Type | sed -n 's/.*[Bb][Oo][Uu][Nn][Dd][Aa][Rr][Yy]="\{0,1\}\([^";]*\).*/\1/p'; }

escaped() { printf '%s' "$1" | sed 's/[][\\.*^$|]/\\&/g'; }

# plain ADDRESS BOUNDARY: without what differs from answer to answer: the address of the server and the boundary.
plain() {
  if [ -n "$2" ]; then sed -e "s|$(escaped "$1")|{base}|g" -e "s|$(escaped "$2")|{boundary}|g"; else sed -e "s|$(escaped "$1")|{base}|g"; fi
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
