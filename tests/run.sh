#!/bin/sh
# Builds huibao with gcc, once more with its sanitizers, and with clang for fuzzing, warnings being errors; passes all tests in the
# first two, and fuzzes for 20 seconds a target. Installs the Debian packages it needs. May be run again at any time. usage: tests/run.sh
set -eu
cd "$(dirname "$0")/.."
sh .ci/packages test
jobs=$(nproc)
build() { # NAME OPTION...
  name=$1
  shift
  echo "== $name"
  cmake -S . -B "build/$name" -G Ninja -DHUIBAO_WERROR=ON -DHUIBAO_TESTS=ON "$@" > build/log 2>&1 || { cat build/log; exit 1; }
  ninja -C "build/$name" --quiet
}
mkdir -p build
build sanitizers -DCMAKE_C_COMPILER=gcc -DHUIBAO_ASAN=ON
ctest --test-dir build/sanitizers --output-on-failure --timeout 300 -j "$jobs"
build fuzz -DCMAKE_C_COMPILER=clang -DHUIBAO_FUZZ=ON
ctest --test-dir build/fuzz --output-on-failure --timeout 300 -j "$jobs" -R '^fuzz/20-seconds-' # the seeds are replayed above
build gcc -DCMAKE_C_COMPILER=gcc -DCMAKE_BUILD_TYPE=Release
ctest --test-dir build/gcc --output-on-failure --timeout 300 -j "$jobs"
