#!/bin/sh
# Installs huibao into an empty folder and uses it from there, as another project would: the README's example in C through pkg-config
# and through CMake, shared and static, those of tests/examples, and the program with the fonts it finds by itself.
# usage: run.sh SOURCE_DIR BUILD_DIR CC CFLAGS
set -eu
source=$1 build=$2 cc=$3 flags=$4
unset HUIBAO_FONTS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work/usr" > "$work/log" || { cat "$work/log"; exit 1; }
cd "$work"
library=$(dirname "$(find usr -name libhuibao.so)")
block() { awk -v mark="\`\`\`$1" '$0 == mark { on = 1; next } /^```$/ { on = 0 } on' "$source/README.md"; } # LANGUAGE
block c | sed '/^}$/q' > example.c
[ "$(wc -l < example.c)" -ge 20 ]
sed 's|^prefix=.*|prefix='"$work/usr"'|; s|^libdir=.*|libdir='"$work/$library"'|; s|^includedir=.*|includedir=${prefix}/include|' \
  "$library/pkgconfig/huibao.pc" > huibao.pc
PKG_CONFIG_PATH=$work
export PKG_CONFIG_PATH
echo '{"panels": [{"type": "text", "text": "字"}]}' > spec.json

check() { # NAME: the example draws, and tells what is wrong
  HUIBAO_FONTS=$work/usr/share/huibao/fonts "./$1" spec.json "$1.svg" > "$1.out"
  grep -q '^.*svg: 1080 x [0-9]* px$' "$1.out"
  grep -q '<svg' "$1.svg"
  echo '{"panels": 1}' > bad.json
  if HUIBAO_FONTS=$work/usr/share/huibao/fonts "./$1" bad.json "$1.bad.svg" 2> "$1.err"; then echo "$1: status 0"; exit 1; fi
  grep -q 'bad.json:1:12: error\[wrong-type\]' "$1.err"
  [ ! -e "$1.bad.svg" ]
}
$cc $flags -std=c17 -Wall -Wextra -Werror example.c $(pkg-config --cflags --libs huibao) "-Wl,-rpath,$work/$library" -o shared
check shared
$cc $flags -std=c17 example.c $(pkg-config --cflags huibao) "$work/$library/libhuibao.a" $(pkg-config --libs --static huibao | sed 's/-lhuibao//') -o static
check static

mkdir project
cat > project/CMakeLists.txt <<'END'
cmake_minimum_required(VERSION 3.22)
project(project C)
find_package(huibao 0.1 REQUIRED)
foreach(kind libhuibao libhuibao_static)
  add_executable(by_${kind} ../example.c)
  target_link_libraries(by_${kind} huibao::${kind})
endforeach()
END
cmake -S project -B . -G Ninja -DCMAKE_C_COMPILER="$cc" -DCMAKE_C_FLAGS="$flags" -DCMAKE_PREFIX_PATH="$work/usr" > log 2>&1 || { cat log; exit 1; }
ninja > log || { cat log; exit 1; }
check by_libhuibao
check by_libhuibao_static

# The examples that draw a batch, and the README's in Python, which a sanitizer's library would not let in.
HUIBAO_FONTS=$work/usr/share/huibao/fonts
export HUIBAO_FONTS
for example in batch layout; do
  $cc $flags -std=c17 -Wall -Wextra -Werror "$source/tests/examples/$example.c" $(pkg-config --cflags --libs huibao) -pthread \
    "-Wl,-rpath,$work/$library" -o "$example"
done
case $flags in
  *sanitize*) sh "$source/tests/examples/run.sh" usr/bin/huibao ./batch ;;
  *)
    sh "$source/tests/examples/run.sh" usr/bin/huibao ./batch ./layout "$work/$library/libhuibao.so.0"
    block python | sed -n '/^import/,$p' > example.py # before it stands Spark's recipe
    LD_LIBRARY_PATH=$work/$library python3 example.py spec.json python.png
    usr/bin/huibao render -q spec.json -o program.png
    cmp program.png python.png
    if LD_LIBRARY_PATH=$work/$library python3 example.py bad.json bad.png; then echo "example.py: status 0"; exit 1; fi
    [ ! -e bad.png ]
    ;;
esac
unset HUIBAO_FONTS

block json | sed '/^}$/q' > poster.json
block json | sed '1,/^}$/d' | sed '/^}$/q' | cmp - "$source/specs/chart-gallery/bar.vl.json"
usr/bin/huibao render --strict poster.json -f png,svg,pdf -o . 2> log || { cat log; exit 1; }
usr/bin/huibao render -q spec.json -o program.svg
cmp program.svg shared.svg
usr/bin/huibao fonts > fonts.txt
grep -q "$work/usr/.*share/huibao/fonts/HuibaoSans" fonts.txt
if [ -f "$build/huibao-print.so" ]; then # found from the program, and from a program that holds the library
  usr/bin/huibao render -q spec.json --print pdfx4 -o program.pdf
  grep -aq 'PDF/X-4' program.pdf
  [ -s usr/share/huibao/profiles/FOGRA39L_coated.icc ]
fi
for file in share/man/man1/huibao.1 share/bash-completion/completions/huibao share/zsh/site-functions/_huibao \
    share/fish/vendor_completions.d/huibao.fish include/huibao.h share/huibao/fonts/OFL.txt share/huibao/fonts/TABLER-LICENSE.txt share/huibao/fonts/DEJAVU-LICENSE.txt share/huibao/fonts/DejaVuSans.ttf; do
  [ -s "usr/$file" ] || { echo "$file is not installed"; exit 1; }
done
