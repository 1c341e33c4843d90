#!/bin/sh
# Tests the command new: each starter, in both languages, draws in all formats without a warning, names no file that is not there, and
# takes no folder that has something in it. usage: new.sh HUIBAO
set -u
huibao=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }
count=0
for template in report kpi timeline comparison ranking social-card; do
  for lang in zh en; do
    it=$template-$lang
    "$huibao" new "$it" --template $template --lang $lang > out 2> err || { fail "new $it"; cat err; continue; }
    grep -qx "$it/poster.json" out || fail "$it: its spec is not named"
    "$huibao" render --strict -q "$it/poster.json" -f png,svg,pdf,dump -o "$it/out/" 2> err || { fail "$it is not drawn"; cat err; }
    [ -s err ] && { fail "$it: there is something to say"; cat err; }
    for part in "$it"/0*.json; do
      [ -e "$part" ] || continue
      "$huibao" check --strict -q "$part" || fail "$part by itself"
    done
    for file in "$it"/*; do
      name=$(basename "$file")
      case $name in README.md | out) continue ;; esac
      grep -q "^| $name |" "$it/README.md" || fail "$it: README.md does not explain $name"
    done
    cmp -s "$it/huibao.schema.json" - << END || fail "$it: the schema is another"
$("$huibao" schema)
END
    count=$((count + 1))
  done
done
[ $count -eq 12 ] || fail "only $count starters"
"$huibao" new plain > out 2> err || fail "new without options"
diff -r plain report-zh -x out > /dev/null || fail "the first choice is not a report in Chinese"
# Nothing of what is there is touched, and nothing half-written stays.
mkdir full empty; echo mine > full/poster.json
"$huibao" new full > out 2> err; [ $? -eq 3 ] || fail "a folder with something in it: status"
grep -q 'full is there and not empty' err || fail "a folder with something in it: message"
[ "$(ls full)" = poster.json ] && grep -qx mine full/poster.json || fail "a folder with something in it has changed"
"$huibao" new empty/ > out 2> err || fail "an empty folder"
[ -e empty/poster.json ] || fail "an empty folder is still empty"
"$huibao" new a/b/c > out 2> err || fail "a folder in folders that are not there"
"$huibao" new full/poster.json > out 2> err; [ $? -eq 3 ] || fail "a file of that name: status"
"$huibao" new x --template none > out 2> err; [ $? -eq 2 ] || fail "no such template: status"
"$huibao" new > out 2> err; [ $? -eq 2 ] || fail "no folder: status"
ls -a . full | grep -q '\.new-' && fail "a temporary folder is left"
[ $failures -eq 0 ] || { echo "$failures failures"; exit 1; }
