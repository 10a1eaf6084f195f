// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <chrono>

namespace omni::test {

/// In a program that links this file, looking up `name` gives the literal `address`, after `delay`
/// on the looking thread; anything but a literal gives "no such name". Other names go to the
/// system's resolver. An empty address ends the rule.
void resolveAs(const QByteArray &name, const QByteArray &address,
               std::chrono::milliseconds delay = std::chrono::milliseconds(0));

} // namespace omni::test
