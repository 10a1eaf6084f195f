// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace omni::http {

/// The program behind a User-Agent, as people call it: "Claude Code"; else its product token.
[[nodiscard]] QString programOf(QByteArrayView userAgent);

} // namespace omni::http
