#!/bin/sh
# Tests the preview: who may ask what, by curl; then in a real Chromium, which playwright-core drives (preview.mjs). What is missing is
# said, and that part skipped. usage: run.sh HUIBAO FOLDER_FOR_MODULES
set -u
huibao=$1 modules=$2
here=$(cd "$(dirname "$0")" && pwd)
skip() { echo "skipped: $*"; exit 77; }
command -v curl > /dev/null || skip "there is no curl"
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }

mkdir -p spec/data outside
echo '{"title": "First", "panels": [{"type": "text", "text": "one"}, {"include": "part.json"}, {"include": "linked.json"}]}' > spec/poster.json
echo '{"type": "kpi", "label": "Rain", "value": "12", "unit": "mm"}' > spec/part.json
echo '{"type": "text", "text": "far"}' > outside/far.json
echo '{"secret": 1}' > spec/other.json
ln -s ../outside/far.json spec/linked.json

# A port that is taken, a spec that is not there.
"$huibao" preview spec/none.json > out 2> err; [ $? -eq 3 ] || fail "a spec that is not there: status"
grep -q 'spec/none.json: No such file' err || { grep -q 'built without libmicrohttpd' err && skip "this huibao has no preview"; fail "a spec that is not there"; cat err; }

"$huibao" preview spec/poster.json > url 2> err &
server=$!
for _ in $(seq 100); do [ -s url ] && break; sleep 0.1; done
url=$(cat url)
port=$(echo "$url" | sed 's|.*127.0.0.1:\([0-9]*\)/.*|\1|')
"$huibao" preview spec/poster.json --port "$port" > out 2> err; [ $? -eq 3 ] || fail "a port that is taken: status"
grep -q "port $port of 127.0.0.1 cannot be used: Address already in use" err || { fail "a port that is taken"; cat err; }

# answer STATUS CURL_ARGUMENT...
answer() {
  wanted=$1; shift
  found=$(curl -s -o body -w '%{http_code}' --max-time 20 "$@")
  [ "$found" = "$wanted" ] || { fail "curl $*: $found, not $wanted"; head -c 300 body; }
}
own="http://127.0.0.1:$port"
write="-X PUT -H Origin:$own -H If-Match:* --data-binary @spec/part.json"
answer 200 "$url"
curl -s -D head -o body "$url"
for header in "default-src 'none'; script-src 'self'" 'nosniff' 'no-referrer' 'Cross-Origin-Resource-Policy: same-origin'; do
  grep -q "$header" head || fail "the header $header is missing"
done
grep -qE '(src|href)="(https?:)?//' body && fail "the page asks other servers"
answer 403 "$own/"
answer 403 "$own/$(echo "$url" | sed 's|.*/\(.\{31\}\)./$|\1|')_/"
answer 403 -H 'Host: evil.example' "$url"
answer 403 -H "Host: evil.example:$port" "$url"
answer 403 -H 'Host:' "$url"
answer 200 -H "Host: localhost:$port" "$url"
answer 403 -H 'Origin: http://evil.example' "${url}file?name=poster.json"
answer 403 -H 'Origin: null' "${url}file?name=poster.json"
answer 403 -H 'Sec-Fetch-Site: cross-site' "$url"
answer 403 -H 'Sec-Fetch-Site: same-site' "$url"
answer 403 -X PUT -H 'Origin: http://evil.example' -H 'If-Match: *' --data-binary x "${url}file?name=part.json"
answer 403 -X PUT -H 'If-Match: *' --data-binary x "${url}file?name=part.json"
answer 403 -X PUT -H "Origin: $own" -H 'Sec-Fetch-Site: cross-site' -H 'If-Match: *' --data-binary x "${url}file?name=part.json"
grep -q Rain spec/part.json || fail "a refused write was made"
# Files: the document's own, in its folder, whatever links say.
sleep 0.5
answer 200 "${url}file?name=part.json"; cmp -s body spec/part.json || fail "part.json comes otherwise"
for name in ../outside/far.json linked.json other.json "$work/outside/far.json" /etc/passwd data . '' 'part.json%00' ../spec/part.json; do
  answer 403 "${url}file?name=$name"
  answer 403 $write "${url}file?name=$name"
done
answer 404 --path-as-is "${url}app/../../../../etc/passwd"
answer 404 "${url}app/"'%2e%2e/%2e%2e/etc/passwd'
answer 404 "${url}nothing"
answer 405 -X DELETE -H "Origin: $own" "${url}file?name=part.json"
answer 428 -X PUT -H "Origin: $own" --data-binary x "${url}file?name=part.json"
answer 412 -X PUT -H "Origin: $own" -H 'If-Match: "old"' --data-binary x "${url}file?name=part.json"
head -c 4200000 /dev/zero > big
answer 413 $write --data-binary @big "${url}file?name=part.json"
answer 413 $write -H 'Transfer-Encoding: chunked' --data-binary @big "${url}file?name=part.json"
grep -q Rain spec/part.json || fail "a refused write was made"
grep -q far outside/far.json || fail "a file outside was written"
# A link that appears in the place of a file leads nowhere; a write keeps the file's mode, and leaves nothing beside it.
mv spec/part.json part.kept; ln -s "$work/outside/far.json" spec/part.json
answer 403 "${url}file?name=part.json"
answer 403 -X PUT -H "Origin: $own" -H 'If-Match: *' --data-binary x "${url}file?name=part.json"
rm spec/part.json; cp part.kept spec/part.json; chmod 640 spec/part.json
sleep 0.5
sed 's/Rain/Snow/' part.kept > snow
answer 200 -X PUT -H "Origin: $own" -H 'If-Match: *' --data-binary @snow "${url}file?name=part.json"
cmp -s snow spec/part.json || fail "what was written is not there"
[ "$(stat -c %a spec/part.json)" = 640 ] || fail "the mode has changed"
ls -a spec | grep -q huibao-preview && fail "a temporary file is left"
answer 404 "${url}export/exe"
answer 404 "${url}export/png?theme=none"
answer 404 "${url}events?theme=none"
answer 410 "${url}picture/999/1"
[ $failures -eq 0 ] || { echo "$failures failures"; exit 1; }
kill -TERM "$server"; wait "$server" || fail "SIGTERM: status $?"
server=

# A template shows with a row, whose file is one of its own; the row is read anew whenever that has changed.
printf 'city,people\nBaotou,271\nHohhot,345\n' > spec/data/cities.csv
echo '{"panels": [{"type": "text", "text": "{{city}}"}, {"type": "kpi", "label": "people", "value": "{{people}}"}]}' > spec/city.json
begin() {
  : > url
  "$huibao" preview spec/city.json "$@" > url 2> err &
  server=$!
  for _ in $(seq 100); do [ -s url ] && break; sleep 0.1; done
  url=$(cat url)
  own=${url%/*/}
}
end() { kill -TERM "$server"; wait "$server" || fail "SIGTERM: status $?"; server=; }
# drawn TEXT: the drawing soon says so.
drawn() {
  for _ in $(seq 50); do
    found=$(curl -s -o body -w '%{http_code}' --max-time 20 "${url}export/svg")
    [ "$found" = 200 ] && grep -q ">$1<" body && return
    sleep 0.1
  done
  fail "the drawing does not say $1: $found"; head -c 300 body
}
# told TEXT: the news soon say so.
told() {
  for _ in $(seq 50); do
    curl -s -N --max-time 2 "${url}events" | grep -m 1 '^data:' | grep -qF "$1" && return
    sleep 0.1
  done
  fail "the news do not say $1"
}
begin --data spec/data/cities.csv --row-number 2
drawn Hohhot
told '"name":"data/cities.csv"'
answer 200 "${url}file?name=data/cities.csv"; cmp -s body spec/data/cities.csv || fail "the data come otherwise"
answer 200 -X POST -H "Origin: $own" --data-binary '{"panels": [{"type": "text", "text": "{{town}}"}]}' "${url}check?name=city.json"
grep -q '"code":"unknown-column"' body || { fail "a template is not checked with its row"; head -c 300 body; }
printf 'city,people\nBaotou,271\nOrdos,222\n' > spec/data/cities.csv
drawn Ordos
printf 'city,people\nBaotou,271\n' > spec/data/cities.csv
told '"message":"there is no row 2; the last one is 1"'
answer 409 "${url}export/svg"; grep -q missing-row body || fail "a row that is not there is drawn"
printf 'city,people\nBaotou,271\nWuhai,56\n' > spec/data/cities.csv
drawn Wuhai
end
begin --row '{"city": "Hulunbuir", "people": 224}'
drawn Hulunbuir
end
for wrong in '--row {' '--row-number 2' '--data spec/data/cities.csv --row {}' '--data -' '--data spec/data/cities.csv --row-number 9' '--data none.csv'; do
  timeout 20 "$huibao" preview spec/city.json $wrong > out 2> err < /dev/null && fail "$wrong is taken"
  [ -s out ] && fail "$wrong: an address is told"
done
[ $failures -eq 0 ] || { echo "$failures failures"; exit 1; }

# The rest needs a browser.
[ "${HUIBAO_SLOW:-}" != 1 ] || skip "the browser's part, which is slow here"
command -v node > /dev/null && command -v npm > /dev/null || skip "the browser's part: there is no npm"
chromium=$(command -v chromium || command -v chromium-browser) || skip "the browser's part: there is no chromium"
if [ ! -d "$modules/node_modules/playwright-core" ]; then
  mkdir -p "$modules" && cp "$here/package.json" "$here/package-lock.json" "$modules"
  (cd "$modules" && timeout 120 npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=0 > log 2>&1) ||
    skip "the browser's part: npm does not reach playwright-core"
fi
rm spec/linked.json
cat > spec/part.json < part.kept
cp -r "$here/../../specs/hohhot-2023" report
timeout 240 node "$here/preview.mjs" "$huibao" "$work" "$modules" "$chromium" || fail "in the browser"
[ $failures -eq 0 ] || { echo "$failures failures"; exit 1; }
