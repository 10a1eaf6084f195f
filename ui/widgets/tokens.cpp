// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/tokens.h"

#include <algorithm>
#include <cmath>

namespace omni::ui::widgets {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

// Okabe and Ito's palette: told apart by people with any kind of colour vision.
std::array<QColor, 6> okabeIto()
{
    return {rgb(0x0072B2), rgb(0xE69F00), rgb(0x009E73),
            rgb(0xCC79A7), rgb(0x56B4E9), rgb(0xD55E00)};
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

} // namespace

Tokens lightTokens()
{
    Tokens t;
    t.canvas = rgb(0xF8F8F6), t.sidebar = rgb(0xF1F1EE), t.card = rgb(0xFFFFFF);
    t.sunken = rgb(0xF3F3F0), t.hover = rgb(0xECECE8), t.select = rgb(0xE5E5E0);
    t.line = rgb(0xE2E2DD), t.line2 = rgb(0xCFCFC9), t.edge = rgb(0x8B8F94);
    t.text = rgb(0x1D1F22), t.text2 = rgb(0x565B63), t.text3 = rgb(0x60656D);
    t.accent = rgb(0x4450B8), t.accentFill = rgb(0x4450B8);
    t.onAccent = rgb(0xFFFFFF), t.accentSoft = rgb(0xECEDF9);
    t.ok = rgb(0x00795A), t.warn = rgb(0x8A5A00), t.err = rgb(0xB3410A);
    t.cool = rgb(0x005A9E), t.off = rgb(0x5F6368);
    t.warnSoft = rgb(0xFBF3E2), t.warnLine = rgb(0xE8D3A4);
    t.errSoft = rgb(0xFCEFE8), t.errLine = rgb(0xEDC3AC);
    t.fill = rgb(0x6E7A8C), t.track = rgb(0xE6E6E2);
    t.warnFill = rgb(0xB87A0B), t.hatch = rgb(0xF3DBA6), t.errFill = rgb(0xC9581F);
    t.add = rgb(0xE7F4EE), t.del = rgb(0xFBECE6), t.tile = rgb(0xEDEDEA);
    t.veil = QColor(20, 22, 26, 51);
    t.series = okabeIto();
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.canvas = rgb(0x1E1F21), t.sidebar = rgb(0x1A1B1D), t.card = rgb(0x26272A);
    t.sunken = rgb(0x202124), t.hover = rgb(0x2D2F32), t.select = rgb(0x35373B);
    t.line = rgb(0x35373B), t.line2 = rgb(0x4A4D52), t.edge = rgb(0x7E848B);
    t.text = rgb(0xECEDEE), t.text2 = rgb(0xB0B4BA), t.text3 = rgb(0x9CA1A8);
    t.accent = rgb(0xA3ACFF), t.accentFill = rgb(0x8B95F2);
    t.onAccent = rgb(0x10132A), t.accentSoft = rgb(0x2C2F4A);
    t.ok = rgb(0x35C99A), t.warn = rgb(0xF0B23C), t.err = rgb(0xFF8A5C);
    t.cool = rgb(0x6CB8F0), t.off = rgb(0xA9AEB4);
    t.warnSoft = rgb(0x33291A), t.warnLine = rgb(0x5C4820);
    t.errSoft = rgb(0x38251C), t.errLine = rgb(0x6B3D27);
    t.fill = rgb(0x8C98AA), t.track = rgb(0x3A3C40);
    t.warnFill = rgb(0xE3A32E), t.hatch = rgb(0x5C4820), t.errFill = rgb(0xE9743F);
    t.add = rgb(0x1D3029), t.del = rgb(0x3A261E), t.tile = rgb(0x3E4146);
    t.veil = QColor(0, 0, 0, 102);
    t.series = okabeIto();
    t.isDark = true;
    return t;
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace omni::ui::widgets
