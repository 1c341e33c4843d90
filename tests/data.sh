#!/bin/sh
# Data from all the places they come from: the same rows as CSV, GB18030, NDJSON, JSON, SQLite and through a pipe give the same
# poster; templates of specs/ with their rows; memory that does not grow with the rows. usage: data.sh HUIBAO SOURCE_DIR
set -eu
program=$1 source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "FAILED: $*"; exit 1; }

cat > rows.csv <<'END'
city,gdp,code
呼和浩特,3800.5,010
"包头,市",,011
END
iconv -f UTF-8 -t GB18030 rows.csv > gb.csv
cat > rows.ndjson <<'END'
{"city": "呼和浩特", "gdp": 3800.5, "code": "010"}
{"city": "包头,市", "gdp": null, "code": "011"}
END
echo '[{"city": "呼和浩特", "gdp": 3800.5, "code": "010"}, {"city": "包头,市", "gdp": null, "code": "011"}]' > rows.json
sources="rows.csv rows.ndjson rows.json gb.csv"
if command -v sqlite3 > /dev/null && sqlite3 rows.sqlite "CREATE TABLE r(city, gdp, code); INSERT INTO r VALUES ('呼和浩特', 3800.5, '010'), ('包头,市', NULL, '011'); PRAGMA journal_mode = WAL" > /dev/null &&
  "$program" data rows.sqlite > /dev/null 2>&1; then
  sources="$sources rows.sqlite"
fi

# as named data of a poster
for file in $sources; do
  case $file in gb.csv) more=', "encoding": "GB18030"' ;; *.sqlite) more=', "query": "SELECT * FROM r"' ;; *) more= ;; esac
  cat > poster.json <<END
{"data": {"rows": {"url": "$file"$more}},
 "panels": [{"repeat": {"data": "rows", "sort": "-gdp"}, "type": "text", "text": "{{code}} {{city}} {{gdp|fixed:2|default:—}}"}]}
END
  "$program" inspect --strict --fixed-metrics poster.json > "$file.dump"
  cmp rows.csv.dump "$file.dump" || fail "$file gives another poster than rows.csv"
done
grep -q '010 呼和浩特 3800.50' rows.csv.dump || fail "the row is not in the poster"

# as rows of a template, from a file and through a pipe
echo '{"panels": [{"type": "text", "text": "{{code}} {{city}} {{gdp|default:—}}"}]}' > template.json
for file in $sources; do
  case $file in gb.csv) more='--encoding GB18030' ;; *) more= ;; esac
  "$program" inspect --strict --fixed-metrics template.json --data "$file" --row-number 2 $more > found
  grep -q '011 包头,市 —' found || fail "row 2 of $file is not drawn"
  "$program" data "$file" $more --json > "$file.data"
done
cat rows.csv | "$program" inspect --fixed-metrics template.json --data - --row-number 2 > piped
cmp found piped || fail "a pipe gives another row"
"$program" inspect --fixed-metrics template.json --row '{"city": "包头,市", "gdp": null, "code": "011"}' > by_hand
cmp found by_hand || fail "--row gives another drawing"
cmp rows.csv.data gb.csv.data || fail "GB18030 is read otherwise"
cmp rows.ndjson.data rows.json.data || fail "NDJSON is read otherwise than JSON"

# templates of specs/ with each of their rows
cp -R "$source/specs/hohhot-indicators" indicators
for number in 1 2 3 4; do
  "$program" check --strict --quiet indicators/templates/indicator.json --data indicators/data/indicators.csv --row-number $number
done

# a database is only read, even where it cannot be locked
for file in rows.sqlite-*; do
  [ ! -e "$file" ] || fail "$file was left"
done

# memory
grep -q __asan_init "$program" && exit 0
python3 - "$program" <<'END'
import resource, subprocess, sys
def peak(count):
    with open("many.csv", "w") as file:
        file.write("i,name,value\n" + "".join("%d,第%d行,%d\n" % (i, i % 1000, i % 997) for i in range(count)))
    child = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    return int(subprocess.run([sys.executable, "-c", child, sys.argv[1], "inspect", "template2.json", "--data", "many.csv", "--row-number", str(count), "-o", "out.dump", "-q"], stdout=subprocess.PIPE, check=True).stdout)
open("template2.json", "w").write('{"panels": [{"type": "text", "text": "{{name}} {{value}}"}]}')
few, many = peak(1000), peak(300000)
assert many - few < 2000, "300,000 rows take %d kB more than 1,000" % (many - few)
END
