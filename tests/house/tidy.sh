#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
#
# tests/house/tidy.sh [--all | FILE…]: clang-tidy over the files that differ from main, over all, or
# over those named. Slow (ten seconds and more a file); ends with 1 when it found something.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

for program in clang++ clang-tidy; do
    command -v $program >/dev/null || {
        echo "tidy: $program is missing (apt-get install clang clang-tidy)" >&2
        exit 2
    }
done

changed() {
    local base
    base=$(git merge-base HEAD main 2>/dev/null || git rev-parse HEAD)
    git diff --name-only --diff-filter=d "$base" -- 'core/*.cpp' 'app/*.cpp' 'ui/*.cpp'
    git ls-files --others --exclude-standard -- 'core/*.cpp' 'app/*.cpp' 'ui/*.cpp'
}
case ${1:-} in
    --all) mapfile -t files < <(git ls-files 'core/*.cpp' 'app/*.cpp' 'ui/*.cpp') ;;
    "") mapfile -t files < <(changed | sort -u) ;;
    *) files=("$@") ;;
esac
if [ ${#files[@]} -eq 0 ]; then
    echo "tidy: no source file differs from main" >&2
    exit 0
fi

# Of what is generated, clang-tidy reads the moc files alone: make them without building anything.
cmake --preset tidy >/dev/null
for info in build/tidy/*/CMakeFiles/*_autogen.dir/AutogenInfo.json; do
    cmake -E cmake_autogen "$info" Debug >/dev/null
done

found=0
for file in "${files[@]}"; do
    # Its list of suppressed warnings in system headers goes to stderr.
    clang-tidy --quiet -p build/tidy "$file" 2>/dev/null || {
        echo "tidy: findings in $file" >&2
        found=1
    }
done
exit $found
