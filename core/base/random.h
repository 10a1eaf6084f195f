// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace omni::base {

/// Where randomness comes from, so that tests can repeat themselves.
class Random
{
public:
    virtual ~Random() = default;
    [[nodiscard]] virtual QByteArray bytes(qsizetype count) = 0;

    /// Lower-case letters and digits, for ids that people read aloud; 5 bits a character.
    [[nodiscard]] QByteArray id(qsizetype characters);
};

/// The operating system's generator: fit for keys.
class SystemRandom final : public Random
{
public:
    [[nodiscard]] QByteArray bytes(qsizetype count) override;
};

/// Repeatable; for tests, and for ids that need not be secret.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint32 seed)
        : m_generator(seed)
    {}
    [[nodiscard]] QByteArray bytes(qsizetype count) override;

private:
    QRandomGenerator m_generator;
};

} // namespace omni::base
