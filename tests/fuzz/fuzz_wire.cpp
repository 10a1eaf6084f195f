// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

// fuzz_wire --target=<format>/<request|response|error|stream> | --target=json  [libFuzzer's
// options] fuzz_wire --targets          prints what can be fuzzed, a line each

#include "core/wire/formats.h"
#include "tests/fuzz/properties.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <span>

namespace {

using Target = std::function<void(QByteArrayView)>;

struct Kind
{
    const char *name;
    void (*check)(const omni::wire::Codec &, QByteArrayView);
};
constexpr Kind Kinds[] = {
    {"request", omni::fuzz::request},
    {"response", omni::fuzz::response},
    {"error", omni::fuzz::error},
    {"stream", omni::fuzz::stream},
};

Target target;

void each(const std::function<void(const QByteArray &, Target)> &visit)
{
    visit("json", omni::fuzz::json);
    for (int i = 0; i < omni::chat::FormatCount; ++i) {
        const auto format = omni::chat::Format(i);
        const omni::wire::Codec *codec = omni::wire::codecFor(format);
        if (!codec)
            continue;
        for (const Kind &kind : Kinds)
            visit(omni::chat::formatName(format) + '/' + kind.name,
                  [codec, &kind](QByteArrayView input) { kind.check(*codec, input); });
    }
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    QByteArray wanted;
    for (char *word : std::span(*argv, size_t(*argc))) {
        const QByteArray text(word);
        if (text.startsWith("--target="))
            wanted = text.sliced(9);
        if (text == "--targets") {
            each([](const QByteArray &name, const Target &) { std::puts(name.constData()); });
            std::exit(0);
        }
    }
    each([&](const QByteArray &name, Target known) {
        if (name == wanted)
            target = std::move(known);
    });
    if (!target) {
        std::fprintf(stderr, "fuzz_wire: --target= must name one of those that --targets lists\n");
        std::exit(2);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    target(QByteArrayView(data, qsizetype(size)));
    return 0;
}
