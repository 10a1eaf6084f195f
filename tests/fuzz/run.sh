#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
#
# tests/fuzz/run.sh SECONDS [TARGET…]: builds the preset `fuzz` and fuzzes every decoder, SECONDS in
# all, or each of the named targets so long. Seeds are the recordings in tests/data and what earlier
# runs found (tests/fuzz/corpus). A finding stops the run; its input is named.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

seconds=${1:?how many seconds}
shift
[ -f build/fuzz/build.ninja ] || cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target fuzz_wire
fuzzer=build/fuzz/tests/fuzz/fuzz_wire
seeds=build/fuzz/seeds
mkdir -p build/fuzz/findings

if [ $# -gt 0 ]; then
    targets=("$@")
else
    mapfile -t targets < <("$fuzzer" --targets)
    # Two at a time.
    seconds=$(((seconds * 2 + ${#targets[@]} - 1) / ${#targets[@]}))
fi

# The recordings of a format as seeds of one of its targets. A stream's first byte is its cut.
gather() {
    local target=$1 folder=$2 format=${1%/*} kind=${1#*/} data file
    mkdir -p "$folder"
    case $format in
        json) cp tests/data/json-test-suite/test_parsing/*.json "$folder"/ 2>/dev/null ||
            find tests/data/json-test-suite -name '*.json' -exec cp {} "$folder"/ \; ; return ;;
        code-assist) data=tests/data/wire/gemini ;;
        kiro | bedrock-converse) data=tests/data/wire/aws-eventstream ;;
        *) data=tests/data/wire/$format ;;
    esac
    [ ! -d "$data/recordings" ] || data=$data/recordings
    for file in "$data"/*/; do
        [ -d "$file" ] || continue
        local name
        name=$(basename "$file")
        case $kind in
            request) [ ! -f "$file/request.json" ] || cp "$file/request.json" "$folder/$name" ;;
            response | error) [ ! -f "$file/response.json" ] || cp "$file/response.json" "$folder/$name" ;;
            stream)
                for answer in "$file"/response.{sse,ndjson,bin}; do
                    [ ! -f "$answer" ] || { printf '\007'; cat "$answer"; } >"$folder/$name"
                done
                ;;
        esac
    done
    [ ! -d "tests/fuzz/corpus/$target" ] || cp "tests/fuzz/corpus/$target"/* "$folder"/
}

one() {
    local target=$1 log
    local folder=$seeds/$target grown=build/fuzz/grown/$target
    rm -rf "$folder"
    gather "$target" "$folder"
    mkdir -p "$grown"
    log=build/fuzz/${target//\//-}.log
    if ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1 "$fuzzer" "--target=$target" \
        -seed=1 -max_total_time="$seconds" -timeout=25 -rss_limit_mb=3000 -max_len=20000 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/findings/${target//\//-}-" "$grown" "$folder" >"$log" 2>&1; then
        printf '%-32s %8s runs\n' "$target" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")"
    else
        printf '%-32s FAILED, see %s\n' "$target" "$log"
        tail -25 "$log"
        return 1
    fi
}

export seconds fuzzer seeds
export -f one gather
printf '%s\n' "${targets[@]}" | xargs -P 2 -I{} bash -c 'set -euo pipefail; one {}'
