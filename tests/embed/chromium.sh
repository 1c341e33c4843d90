#!/bin/sh
# SVG in Chromium: twenty in one page, inlined and by <img>, <object> and CSS, against each alone, in every mode and in the dark
# look; what searching and selecting find; what is read aloud; real text against outlines. usage: chromium.sh HUIBAO DIFFER SOURCE_DIR
. "$(dirname "$0")/common.sh"
need chromium chromium-browser google-chrome
scheme=1 # the colours that the reader prefers: 0: dark ones, 1: light ones
browse() { "$program" --headless --blink-settings=preferredColorScheme=$scheme --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 --allow-file-access-from-files \
  --user-data-dir="$work/profile" --virtual-time-budget=10000 "$@" 2> /dev/null; }
shoot() { browse --window-size="$3" --screenshot="$work/$2" "file://$work/$1" > /dev/null; [ -s "$2" ] || fail "no picture of $1"; }

# page KIND: one page of all, each at its own place in whole pixels, so that their pixels can be compared.
page() {
  echo '<!DOCTYPE html><meta charset="utf-8"><style>body{margin:0}div{position:absolute;left:0}svg,img,object{display:block}</style>'
  top=0
  while read -r name _; do
    width=$(width_of "$name.svg")
    height=$(height_of "$name.svg")
    printf '<div style="top:%spx;width:%spx;height:%spx' "$top" "$width" "$height"
    case $1 in
      inline) echo '">'; cat "$name.svg" ;;
      img) echo "\"><img src=\"$name.svg\" alt=\"\">" ;;
      object) echo "\"><object data=\"$name.svg\" type=\"image/svg+xml\"></object>" ;;
      css) echo ";background:url($name.svg)\">" ;;
    esac
    echo '</div>'
    top=$((top + ${height%.*} + 10))
  done < list
  echo "<!-- $top -->"
}

twenty > list
[ "$(wc -l < list)" -eq 20 ] || fail "there are not twenty"
# twenty_at_once NAME OTHER_KINDS: those drawn as the files NAME.svg, by <img>, where each is alone, and in other ways.
twenty_at_once() {
  for kind in img $2; do page $kind > $kind.html; done
  size=1080,$(sed -n 's/<!-- \([0-9]*\) -->/\1/p' inline.html)
  for kind in img $2; do
    shoot $kind.html $kind.png "$size"
    [ $kind = img ] || "$differ" img.png $kind.png || fail "$1, $kind: not what each shows alone"
  done
}
# draw_twenty OPTION...: in two looks if they are posters; a chart by itself has no theme.
draw_twenty() {
  while read -r name spec; do
    case $spec in *.vl.json) draw "$name.svg" "$@" ;; *) draw "$name.svg" --svg-dark dark "$@" ;; esac
  done < list
}
for mode in hybrid web outline text; do
  draw_twenty --svg-mode $mode
  scheme=1
  if [ $mode = hybrid ]; then twenty_at_once $mode "inline object css"; else twenty_at_once $mode inline; fi
  scheme=0
  cp img.png light.png
  twenty_at_once "$mode in the dark" inline
  ! "$differ" light.png img.png 2> said || fail "$mode: the dark look is the light one"
done

# Each look is what the theme draws by itself: four below each other.
grep -E '^(kpi|medal|hero|growth) ' list > four
beside() { # NAME: a page of the four that are drawn as NAME-*.svg
  echo '<!DOCTYPE html><meta charset="utf-8"><style>body{margin:0}img{display:block}</style>' > "$1.html"
  while read -r name spec; do echo "<img src=\"$1-$name.svg\" alt=\"\">"; done < four >> "$1.html"
}
for scheme in 0 1; do
  while read -r name spec; do
    draw "both-$name.svg" --svg-dark dark
    if [ $scheme -eq 0 ]; then draw "alone-$name.svg" --theme dark; else draw "alone-$name.svg"; fi
  done < four
  size=1080,$(while read -r name spec; do height_of "alone-$name.svg"; done < four | awk '{ sum += $1 } END { print int(sum) + 1 }')
  for file in both alone; do
    beside $file
    shoot $file.html $file.png "$size"
  done
  "$differ" both.png alone.png || fail "of two looks, number $scheme is not what its theme draws"
done
scheme=1

# Each alone, in a window of its own: three of them.
for name in kpi bar medal; do
  spec=$(sed -n "s/^$name //p" list)
  draw alone.svg
  shoot alone.svg alone.png "$(width_of alone.svg),$(height_of alone.svg)"
  { echo '<!DOCTYPE html><meta charset="utf-8"><style>body{margin:0}svg{display:block}</style>'; cat alone.svg; } > inlined.html
  shoot inlined.html inlined.png "$(width_of alone.svg),$(height_of alone.svg)"
  "$differ" alone.png inlined.png || fail "$name: inlined is not as alone"
  for mode in outline web; do
    draw $mode.svg --svg-mode $mode
    shoot $mode.svg $mode.png "$(width_of alone.svg),$(height_of alone.svg)"
  done
  "$differ" alone.png outline.png || fail "$name: outlines are not what hybrid shows"
  "$differ" alone.png web.png 4000 || fail "$name: web fonts do not show what outlines do" # fonts are rasterised otherwise than paths
done

# What find finds, and what the selection of all holds.
cat > said.json << 'JSON'
{"title": "标题", "panels": [{"type": "section", "number": "一", "title": "聚焦政府工作报告", "panels": [
  {"type": "text", "text": "全年新建**430个**项目，完成投资**1355亿元**，同比增长12.5%，获评“中国乳都”称号，经济总量再上新台阶。The quick brown fox jumps over the lazy dog."}]}]}
JSON
spec=said.json
for mode in hybrid web text; do
  draw said.svg --svg-mode $mode
  { echo '<!DOCTYPE html><meta charset="utf-8"><body>'; cat said.svg
    cat << 'HTML'
<pre id="said"></pre><script>
const found = [];
for (const words of ["聚焦政府工作报告", "全年新建430个项目", "1355亿元", "中国乳都", "brown fox jumps"]) {
  getSelection().removeAllRanges();
  if (!find(words)) found.push("not found: " + words);
}
getSelection().selectAllChildren(document.querySelector("svg"));
const all = getSelection().toString();
for (const words of ["聚焦政府工作报告", "完成投资1355亿元，同比增长12.5%", "fox jumps over the lazy dog."])
  if (!all.includes(words)) found.push("not selected: " + words + " in " + all);
document.getElementById("said").textContent = found.length ? found.join("; ") : "all is found";
</script>
HTML
  } > said.html
  browse --dump-dom "file://$work/said.html" > dom || fail "no DOM"
  grep -q '>all is found<' dom || fail "$mode: $(sed -n 's/.*<pre id="said">\([^<]*\).*/\1/p' dom)"
done

# What is read aloud: the same in the same order, be it text or outlines that say theirs; and no drawing without a name.
if command -v python3 > /dev/null 2>&1; then
  for name in list steps kpi; do
    spec=$(sed -n "s/^$name //p" list)
    for mode in hybrid outline; do
      draw $mode.svg --svg-mode $mode
      python3 "$source/tests/embed/spoken.py" "$program" "$work/profile" "file://$work/$mode.svg" > $mode.spoken || fail "$name: $mode is not read"
      sed -n 's/^ *StaticText //p; s/^ *image //p; s/^ *heading //p' $mode.spoken | awk '!NF || $0 != last; { last = $0 }' | tr -d ' \n' > $mode.words
      if grep -q '^ *image *$' $mode.spoken; then fail "$name: $mode has a picture without a name"; fi
    done
    [ -s hybrid.words ] || fail "$name: nothing is read"
    cmp -s hybrid.words outline.words || { diff hybrid.words outline.words; fail "$name: outlines are not read as text is"; }
  done
fi

# As wide as its place, its shape kept.
draw responsive.svg --svg-size responsive
{ echo '<!DOCTYPE html><meta charset="utf-8"><div style="width:540px">'; cat responsive.svg; echo '</div><pre id="said"></pre><script>
const box = document.querySelector("svg").getBoundingClientRect(), view = document.querySelector("svg").viewBox.baseVal;
document.getElementById("said").textContent = box.width === 540 && Math.abs(box.height - 540 * view.height / view.width) < 1 ? "it fits" : box.width + " x " + box.height;
</script>'; } > responsive.html
browse --dump-dom "file://$work/responsive.html" | grep -q '>it fits<' || fail "responsive does not fit its place"
finish
