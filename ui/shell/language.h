// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QStringList>
#include <QTranslator>

namespace omni::ui::shell {

/// The languages the program speaks; `en` first.
[[nodiscard]] QStringList languages();
/// The one that fits best what the system asks for.
[[nodiscard]] QString systemLanguage();

/// Switches the language of everything while the program runs.
class Language : public QObject
{
    Q_OBJECT

public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    /// `system` or one of languages(). False when nothing changed.
    bool use(const QString &choice);
    [[nodiscard]] QString current() const { return m_current; }

private:
    QTranslator m_own;
    QTranslator m_qt;
    QString m_current;
    QString m_choice;
};

} // namespace omni::ui::shell
