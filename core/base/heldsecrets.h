// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/redactionscanner.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

namespace omni::base {

/// The exact values that are redacted wherever they stand. Counted: a value held twice must be
/// released twice. Thread-safe.
void holdSecret(const QByteArray &value);
void releaseSecret(const QByteArray &value);

/// Looks for held values; the set stays as it is while the reader lives. Costs nothing when
/// nothing is held.
class HeldSecretsReader
{
public:
    HeldSecretsReader();
    ~HeldSecretsReader();
    Q_DISABLE_COPY_MOVE(HeldSecretsReader)

    [[nodiscard]] RedactionSpan next(QByteArrayView text, qsizetype from) const;
    [[nodiscard]] RedactionSpan next(QStringView text, qsizetype from) const;

private:
    bool m_isEmpty = true;
};

} // namespace omni::base
