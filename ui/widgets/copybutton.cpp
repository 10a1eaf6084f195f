// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/copybutton.h"

#include "ui/widgets/clipboard.h"

#include <QAccessible>
#include <QPointer>

namespace omni::ui::widgets {

namespace {

constexpr std::chrono::milliseconds Shown(1500);

} // namespace

CopyIconButton::CopyIconButton(Theme &theme, QWidget *parent)
    : IconButton(theme, QStringLiteral("copy"), 24, parent)
{
    m_back.setSingleShot(true);
    m_back.setInterval(Shown);
    connect(&m_back, &QTimer::timeout, this, [this] {
        setGlyph(QStringLiteral("copy"));
        setName(m_idleName);
    });
    connect(this, &QToolButton::clicked, this, [this] {
        if (!m_fetch) {
            copyText(m_text);
            showCopied();
            return;
        }
        m_fetch([self = QPointer(this)](const QString &secret) {
            if (!self || secret.isEmpty())
                return;
            copySecret(secret);
            self->showCopied();
        });
    });
}

void CopyIconButton::setCopyText(const QString &text)
{
    m_text = text;
    m_fetch = nullptr;
}

void CopyIconButton::setSecretSource(std::function<void(Deliver)> fetch)
{
    m_fetch = std::move(fetch);
}

void CopyIconButton::setIdleName(const QString &name)
{
    m_idleName = name;
    if (!m_back.isActive())
        setName(name);
}

void CopyIconButton::showCopied()
{
    setGlyph(QStringLiteral("check"));
    setName(tr("Copied"));
    QAccessibleEvent said(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&said);
    m_back.start();
    emit copied();
}

CopyButton::CopyButton(Theme &theme, Kind kind, QWidget *parent)
    : Button(theme, kind, parent)
{
    setGlyph(QStringLiteral("copy"));
    m_back.setSingleShot(true);
    m_back.setInterval(Shown);
    connect(&m_back, &QTimer::timeout, this, [this] {
        setText(m_idle);
        setGlyph(QStringLiteral("copy"));
    });
    connect(this, &QPushButton::clicked, this, [this] {
        copyText(m_text);
        setText(tr("Copied"));
        setGlyph(QStringLiteral("check"));
        m_back.start();
        emit copied();
    });
}

void CopyButton::setIdleText(const QString &text)
{
    m_idle = text;
    if (!m_back.isActive())
        setText(text);
    updateGeometry();
}

QSize CopyButton::sizeHint() const
{
    // As wide as the wider of its two texts: neighbours must not jump.
    const auto wide = [this](const QString &words) {
        return fontMetrics().size(Qt::TextShowMnemonic, words).width();
    };
    const int idle = wide(m_idle);
    const int done = wide(tr("Copied"));
    const int now = wide(text());
    return Button::sizeHint() + QSize(std::max(idle, done) - now, 0);
}

} // namespace omni::ui::widgets
