#!/bin/sh
# Checks that every rule of lint has a case here, and that what is said in two languages takes the same arguments in both.
# usage: every_rule.sh SOURCE_DIR
set -eu
cd "$1"
status=0 count=0
for word in $(sed -n 's/^LINT([A-Z_]*, "\([a-z-]*\)".*/\1/p' src/base/lint_rules.inc); do
  count=$((count + 1))
  [ -f "tests/lintcases/$word/bad.json" ] || { echo "tests/lintcases has no case of $word"; status=1; }
done
[ "$count" -ge 15 ] || { echo "only $count rules found"; status=1; }
python3 - << 'END' || status=1
import re
text = r'"((?:[^"\\]|\\.)*)"|NULL'
arguments = lambda message: re.findall(r"%[-.0-9*]*([a-z]+)", message.replace("%%", ""))
def read(path, name):
    rows = re.split(rf"^{name}\(", open(path, encoding="utf-8").read(), flags=re.M)[1:]
    return [(row.split(",")[0], [found or "" for found in re.findall(text, row)]) for row in rows]
codes = {name: texts[1] for name, texts in read("src/base/diag_codes.inc", "HUI_CODE")}
pairs = [(name, codes[name], texts[0]) for name, texts in read("src/base/diag_chinese.inc", "HUI_CHINESE")]
pairs += [(name, texts[2], texts[4]) for name, texts in read("src/base/lint_rules.inc", "LINT")]
assert len(pairs) >= 25, f"only {len(pairs)} messages found"
for name, english, chinese in pairs:
    assert arguments(english) == arguments(chinese), f"{name}: {english} and {chinese} take other arguments"
    assert re.search("[\u4e00-\u9fff]", chinese) or not english, f"{name} is not said in Chinese"
END
exit $status
