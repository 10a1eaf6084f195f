// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"
#include "core/chat/format.h"

#include <QByteArray>

namespace omni::wire {

/// True when an upstream refused a request for reasoning that another account or vendor signed or
/// encrypted: the same request may be good without it.
[[nodiscard]] bool refusesReasoning(const base::Error &error);

/// The client's body without the reasoning in its history; the same bytes where the format has no
/// bound reasoning or the body holds none.
[[nodiscard]] QByteArray withoutReasoning(chat::Format format, const QByteArray &body);

} // namespace omni::wire
