#!/bin/sh
# Tests the program: where files go, statuses, messages, pipes, manuals. usage: run.sh HUIBAO
set -u
huibao=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }
# expect STATUS ARGUMENT...: runs huibao, keeps what it says in said and err.
expect() {
  wanted=$1
  shift
  "$huibao" "$@" > said 2> err < /dev/null
  found=$?
  [ $found -eq "$wanted" ] || { fail "huibao $*: status $found, not $wanted"; cat err; }
}
says() { grep -qF -e "$2" "$1" || { fail "$1 does not say “$2”"; cat "$1"; }; }
is() { case $(file_type "$1") in "$2") ;; *) fail "$1 is $(file_type "$1" 2>&1), not $2" ;; esac; }
file_type() {
  case $(head -c 4 "$1" | od -An -tx1 | tr -d ' ') in
    89504e47) echo png ;; 25504446) echo pdf ;; 3c3f786d | 3c737667) echo svg ;; *) echo unknown ;;
  esac
}

echo '{"panels": [{"type": "text", "text": "**Hello**, 你好"}]}' > hello.json
mkdir city other
cp hello.json city/poster.json
cp hello.json other/hello.json
echo '{"panels": [{"type": "text", "textt": "a", "text": "a"}]}' > bad.json
echo '{"panels": [{"type": "text", "text": "𒀀"}]}' > warned.json

# version and help, with nothing else needed
expect 0 --version; says said "huibao 0."
expect 2; says said "Usage: huibao COMMAND"
expect 0 --help; says said "huibao render hello.json"
for command in render check lint preflight inspect describe schema themes icons fonts help; do
  expect 0 help $command; says said "Usage: huibao $command"
  cp said by_help
  expect 0 $command --help; cmp -s by_help said || fail "help $command and $command --help differ"
done

# lint: findings, which rules, what the spec lets pass, pictures
echo '{"panels": [{"type": "column", "gap": 21, "panels": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]}]}' > odd.json
sed 's/"gap": 21/"gap": 21, "lint": {"ignore": "off-rhythm", "reason": "so it is in print"}/' odd.json > meant.json
sed 's/"panels"/"lint": "off-rhythm", "panels"/' odd.json > all-meant.json
sed 's/"gap": 21/"lint": {"ignore": ["off-rythm"]}/' odd.json > misspelt.json
echo '{"panels": [{"type": "text", "text": "a", "color": "#eeeeee"}]}' > faint.json
echo '{"panels": [{"type": "text", "text": "a", "color": "#eeeeee", "lint": "low-contrast"}]}' > meant-faint.json
expect 0 lint hello.json; says err "hello.json  nothing found"
expect 1 lint odd.json; says err "odd.json:1:13: warning[off-rhythm]"; says err "= hint:"
expect 1 lint --lang zh odd.json; says err "偏离 8 px 节奏"
expect 1 lint --lang zh warned.json; says err "没有字体含有字符“𒀀”（U+12000）"; says err "请换一个字"
expect 1 lint --lang zh faint.json; says err "对比度为"; says err "请用更深的颜色"
expect 0 render odd.json -o odd.png; grep -q off-rhythm err && fail "render finds what is not certain"
expect 0 render --lint --lang zh odd.json -o odd.png; says err "偏离 8 px 节奏"; is odd.png png; rm odd.png
expect 1 render --lint --strict odd.json -o odd.png; says err "warning[off-rhythm]"; [ -e odd.png ] && fail "what lint found was drawn"
expect 0 render --lint faint.json -o faint.png; [ "$(grep -c 'warning\[low-contrast\]' err)" = 1 ] || fail "render tells one fault twice"
expect 1 render --lint bad.json -o bad.png; says err "error[unknown-key]"
expect 0 lint --ignore off-rhythm odd.json
expect 0 lint --rule low-contrast,small-text odd.json
expect 1 lint --rule off-rhythm odd.json
expect 0 lint meant.json all-meant.json meant-faint.json
sed 's/{"panels"/{"lint": "low-contrast", "panels"/' faint.json > all-meant-faint.json
expect 0 check faint.json; says err "warning[low-contrast]"
expect 0 check meant-faint.json all-meant-faint.json; grep -q warning err && fail "what is meant is warned of"
expect 1 lint faint.json; [ "$(grep -c 'warning\[low-contrast\]' err)" = 1 ] || fail "one fault is told twice"
expect 0 lint --rule small-text faint.json
expect 1 check misspelt.json; says err 'did you mean `off-rhythm`?'
expect 2 lint --rule off-rythm odd.json; says err "error[unknown-value]"; says err 'did you mean `off-rhythm`?'
expect 1 lint bad.json; says err "error[unknown-key]"
expect 1 lint odd.json --json; says said '{"file":"odd.json","findings":[{"severity":"warning","code":"off-rhythm"'; says said '"page":1,"box":[48,48,984,'
[ -s err ] && fail "lint --json also speaks on standard error"
expect 0 lint hello.json --json; says said '{"file":"hello.json","findings":[]}'
for format in png svg pdf; do
  expect 1 lint odd.json --annotate found.$format; is found.$format $format
  cp found.$format once; expect 1 lint odd.json --annotate found.$format; cmp -s once found.$format || fail "annotated $format differs"
done
expect 1 lint odd.json --annotate found.svg; says found.svg "off-rhythm"
expect 2 lint odd.json hello.json --annotate found.png
expect 3 lint odd.json --annotate nowhere/found.png; says err "cannot-write"
expect 0 help rules; says said "off-rhythm"

# where files go
expect 0 render hello.json; is out/hello.png png; says err "out/hello.png  1080 × "
expect 0 render city/poster.json -f svg; is out/city.svg svg
(cd city && "$huibao" render -q poster.json -f pdf) || fail "poster.json in its own folder"; is city/out/city.pdf pdf
expect 0 render hello.json -o a.pdf; is a.pdf pdf
expect 0 render hello.json -o b.png -f svg; is b.png svg
expect 0 render hello.json -o city; is city/hello.png png
expect 0 render hello.json -o new/deep/; is new/deep/hello.png png
expect 0 render hello.json city/poster.json -f png,pdf -o both; is both/city.pdf pdf; is both/hello.png png
expect 2 render hello.json other/hello.json; says err "would both be written to out/hello.png"
# So do pages, where a spec has several: found before anything is written.
mkdir -p clash
echo '{"page": {"size": "A6", "flow": "pages"}, "panels": [{"type": "icon", "icon": "ship", "size": 900}, {"type": "icon", "icon": "ship", "size": 900}]}' > clash/many.json
cp hello.json clash/many-2.json; cp hello.json clash/many-9.json
expect 2 render clash/many-2.json clash/many.json -o clash/; says err "page 2 of clash/many.json and clash/many-2.json would both be written to clash/many-2.png"
[ ! -e clash/many-2.png ] && [ ! -e clash/many-1.png ] || fail "files are written before names are checked"
expect 0 render clash/many-2.json clash/many.json --page 1 -o clash/
expect 0 render clash/many-2.json clash/many.json -f pdf -o clash/
expect 0 render clash/many-9.json clash/many.json -o clash/
expect 0 render --scale=2 hello.json -osmall.png; says err "2160 × "
expect 0 render --dpi 192 hello.json -o dpi.png; says err "2160 × "

# several pages: one PDF, of other formats a file each
cat > pages.json <<'END'
{"page": {"size": "A6", "flow": "pages"}, "panels": [{"type": "text", "text": "1"}, {"type": "spacer", "height": 1300},
 {"type": "text", "text": "2"}, {"type": "spacer", "height": 1300}, {"type": "text", "text": "3"}]}
END
expect 0 check pages.json; says err "1080 × 1522 px, 3 pages"
expect 0 render pages.json -f pdf,png,svg -o paged
for name in pages-1.png pages-2.png pages-3.png; do is paged/$name png; done
for name in pages-1.svg pages-3.svg; do is paged/$name svg; done
is paged/pages.pdf pdf; [ "$(ls paged | wc -l)" -eq 7 ] || fail "in paged are $(ls paged)"
cmp -s paged/pages-1.svg paged/pages-3.svg && fail "two pages are the same"
expect 0 render pages.json --page 3 -o third.svg; cmp -s third.svg paged/pages-3.svg || fail "--page 3 is another page"
expect 0 render pages.json --page 2 -o second.pdf; pdfinfo second.pdf > said; says said "Pages:           1"
expect 2 render pages.json -f svg -o -; says err "standard output takes one page of svg, not 3: choose it by --page, or -f pdf"
expect 0 render pages.json -f pdf -o -
expect 2 render pages.json --page 4 -o fourth.png; says err "“page” must be between 1 and 3"; [ ! -e fourth.png ] || fail "a page too many"
expect 2 render hello.json --page 0 -o zero.png

# a palette
echo '{"panels": [{"type": "hero", "title": "Hello", "art": "skyline"}, {"type": "text", "text": "你好"}]}' > hero.json
png_color() { od -An -j24 -N2 -tu1 "$1" | tr -s ' '; } # bits, and what they are
expect 0 render hero.json -o full.png; [ "$(png_color full.png)" = ' 8 2' ] || fail "the hero has few colours"
expect 0 render hero.json -f png,svg --png-colors 16 -o few; is few/hero.svg svg
[ "$(png_color few/hero.png)" = ' 4 3' ] || fail "16 colours are$(png_color few/hero.png)"
[ "$(wc -c < few/hero.png)" -lt "$(wc -c < full.png)" ] || fail "fewer colours take more bytes"

# paper
paper() { # SIZE EXPECTED
  expect 0 render hello.json -o paper.pdf --paper "$1"
  pdfinfo paper.pdf > said 2>&1
  says said "$2"
}
paper A4 "595.276 x 841.89 pts (A4)"
paper "a4 landscape" "841.89 x 595.276 pts (A4)"
paper "100mm x 200mm" "283.465 x 566.929 pts"
paper "8.5in×11in" "612 x 792 pts (letter)"
paper letter "612 x 792 pts (letter)"
echo '{"page": "A5", "panels": []}' > a5.json
expect 0 render a5.json -o paper.pdf; pdfinfo paper.pdf > said; says said "419.528 x 595.276 pts"

# pipes
"$huibao" render - -f svg < hello.json > piped.svg || fail "render -"; is piped.svg svg
"$huibao" render hello.json -q -o - | cmp -s - out/hello.png || fail "-o - is not what a file gets"
expect 2 render hello.json -f png,svg -o -; says err "standard output takes one file"
"$huibao" inspect hello.json > /dev/full 2> err; [ $? -eq 3 ] || fail "a full standard output is no error"
"$huibao" themes > /dev/full 2> err; [ $? -eq 3 ] || fail "themes on a full disk is no error"

# what is at fault
expect 1 check bad.json; says err "bad.json:1:30: error[unknown-key]"; says err "did you mean"; says err "^^^^^^^"
expect 1 render bad.json; [ ! -e out/bad.png ] || fail "a bad spec was drawn"
expect 1 render bad.json hello.json -o mixed; is mixed/hello.png png
expect 0 check warned.json; says err "warning[missing-glyph]"
expect 1 check --strict warned.json
expect 1 render --strict warned.json; [ ! -e out/warned.png ] || fail "a spec with a warning was drawn under --strict"
expect 0 check -q warned.json; [ ! -s err ] || fail "--quiet shows a warning"
expect 1 check -q bad.json; says err "unknown-key"
expect 1 check --diagnostics=json bad.json; says err '{"severity":"error","code":"unknown-key","file":"bad.json","line":1'
expect 1 check --color=always bad.json; says err "$(printf '\033[1;31m')"
expect 1 check bad.json; ! grep -q "$(printf '\033')" err || fail "colours without a terminal"
expect 3 check missing.json; says err "missing.json"
expect 3 render hello.json -o hello.json/x.png; says err "cannot-write"
expect 3 render hello.json -o hello.json/; says err "cannot make the folder"

# the command line is at fault
expect 2 rendr; says err "did you mean “render”?"
expect 2 hello.json; says err "huibao render hello.json"
expect 2 render; says err "needs SPEC"
expect 2 render hello.json --scal; says err "--scale needs a value"
expect 2 render hello.json --thme x; says err "did you mean --theme?"
expect 2 render hello.json --scale 0; says err "from 0.01 to 100"
expect 2 render hello.json --scale nan
expect 2 render hello.json --png-colors 1; says err "from 2 to 256"
expect 2 render hello.json --png-colors 257; says err "from 2 to 256"
expect 2 render hello.json -f gif; says err "there is no format “gif”"
expect 2 render hello.json -f png,png; says err "named twice"
expect 2 render hello.json -f pdf --paper elephant; says err "elephant"
expect 2 render hello.json --svg-mode pixels; says err "hybrid|outline|web|text"
expect 2 render hello.json --svg-icons grey; says err "color|currentcolor"
expect 2 render hello.json --svg-size large; says err "fixed|responsive"
expect 0 render hello.json -o - -f svg --svg-mode web --svg-size responsive; says said "data:font/woff2"; says said 'width="100%" viewBox='
expect 0 render hello.json -o - -f svg --svg-mode text; says said "<text "
expect 2 render hello.json -Z; says err "has no option -Z"
expect 2 render hello.json --quiet=1; says err "takes no value"
expect 2 check hello.json --color=blue; says err "auto|always|never"
expect 2 schema hello.json; says err "does not take"
expect 1 render hello.json --theme red-golt; says err "red-gold"
cp hello.json ./-dash.json; expect 0 check -- -dash.json

# what there is
expect 0 schema; says said '"$schema"'
expect 0 describe; says said "kpi"
expect 0 describe kpi; says said "value"
expect 2 describe kpy; says err "did you mean “kpi”?"
expect 0 describe --markdown; says said "kpi"
expect 0 themes; says said "red-gold"
expect 0 fonts; says said "Huibao Sans"
expect 0 icons train; says said "train"
expect 0 icons 牛奶; [ "$(head -c 5 said)" = "milk " ] || fail "the icon of a Chinese word is not first"
expect 0 themes -o themes.png; is themes.png png; ! grep -q warning err || fail "the sheet of themes warns"
expect 1 icons leaff; says err "did you mean “leaf”?"
expect 0 icons leaf -o leaves.png; is leaves.png png
expect 0 icons -o icons.svg; is icons.svg svg
! grep -q warning err || fail "the sheet of all icons warns"
expect 0 inspect hello.json; says said "scene 1080"
HUIBAO_FONTS=$work expect 3 check hello.json; says err "bad-font"

# charts: by the file's name or by the schema; data from beside the spec
mkdir charts
printf 'kind,number\na,3\nb,5\n' > charts/rows.csv
echo '{"data": {"url": "rows.csv"}, "mark": "bar",
 "encoding": {"x": {"field": "kind"}, "y": {"field": "number", "type": "quantitative"}}}' > charts/bar.vl.json
sed '1s|{|{"$schema": "https://vega.github.io/schema/vega-lite/v6.json", "config": {"locale": {}},|;s|rows.csv|charts/rows.csv|' \
  charts/bar.vl.json > local.json
expect 0 render charts/bar.vl.json -f png,svg,pdf; is out/bar.png png; is out/bar.svg svg; is out/bar.pdf pdf
expect 0 check charts/bar.vl.json; says err "good"
expect 0 inspect charts/bar.vl.json; says said '"marks"'; python3 -m json.tool said > json || fail "the dump of a chart is no JSON"
expect 1 check local.json; says err "unsupported"
expect 0 render --lenient local.json -o local.svg; says err "ignored"; is local.svg svg
expect 1 render --lenient --strict local.json -o strict.svg; [ ! -e strict.svg ] || fail "--strict wrote in spite of a warning"
"$huibao" render --lenient -q - -f svg < local.json > piped.svg || fail "a chart from standard input"
cmp local.svg piped.svg
expect 0 describe --vega-lite; says said "mark property channel"

# manuals
expect 0 help --bash; bash -n said || fail "the bash completion is no bash"
expect 0 help --man; says said ".SH EXIT STATUS"
complete() { # WORD...: what bash offers for the last word
  "$huibao" help --bash > completion
  PATH=$(dirname "$huibao"):$PATH bash -c '. ./completion; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _huibao; printf "%s\n" "${COMPREPLY[@]}"' bash "$@" > said 2> err
}
complete huibao re; says said render
complete huibao render --sc; says said "--scale"
complete huibao render --theme blue; says said "blue-white"
complete huibao render hel; says said "hello.json"
complete huibao describe kp; says said "kpi"

[ $failures -eq 0 ] && echo "all good"
exit $((failures > 0))
