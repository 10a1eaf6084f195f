// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/button.h"

#include <QTimer>

#include <functional>

namespace omni::ui::widgets {

/// Copies on click and says "Copied" for 1.5 seconds. As a glyph it shows a tick meanwhile.
///
/// A secret is fetched at the click and handed back through the callback; an empty answer copies
/// nothing and shows nothing (whoever was asked tells why).
class CopyIconButton : public IconButton
{
    Q_OBJECT

public:
    explicit CopyIconButton(Theme &theme, QWidget *parent = nullptr);

    using Deliver = std::function<void(const QString &)>;
    void setCopyText(const QString &text);
    void setSecretSource(std::function<void(Deliver)> fetch);
    /// What is copied, e.g. "Copy client key".
    void setIdleName(const QString &name);

signals:
    void copied();

private:
    void showCopied();

    QString m_text;
    std::function<void(Deliver)> m_fetch;
    QString m_idleName;
    QTimer m_back;
};

/// The same with words.
class CopyButton : public Button
{
    Q_OBJECT

public:
    explicit CopyButton(Theme &theme, Kind kind = Kind::Plain, QWidget *parent = nullptr);

    void setCopyText(const QString &text) { m_text = text; }
    void setIdleText(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void copied();

private:
    QString m_text;
    QString m_idle;
    QTimer m_back;
};

} // namespace omni::ui::widgets
