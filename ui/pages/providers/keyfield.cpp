// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/keyfield.h"

#include <QHBoxLayout>

namespace omni::ui::pages::providers {

KeyField::KeyField(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_eye(new widgets::IconButton(theme, QStringLiteral("eye"), 30, this))
{
    m_edit->setObjectName(QStringLiteral("key"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase);
    m_edit->setFont(theme.font(widgets::Type::MonoRow));
    m_edit->setMaxLength(4096);
    m_eye->setObjectName(QStringLiteral("eye"));
    m_eye->setCheckable(true);
    m_eye->setGlyphSize(16);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    row->addWidget(m_eye);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &KeyField::onEdited);
    connect(m_eye, &QToolButton::toggled, this, [this](bool on) {
        m_edit->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        retranslate();
    });
    retranslate();
}

base::Secret KeyField::key() const
{
    return base::Secret(m_edit->text().toUtf8());
}

bool KeyField::hasBlanks() const
{
    const QString text = m_edit->text();
    return std::any_of(text.begin(), text.end(), [](QChar one) { return one.isSpace(); });
}

void KeyField::clear()
{
    m_edit->clear();
}

void KeyField::retranslate()
{
    m_eye->setName(m_eye->isChecked() ? tr("Hide the key") : tr("Show the key"));
}

void KeyField::onEdited(const QString &text)
{
    // Keys come out of mails and web pages with a line end or a blank at their ends.
    if (const QString trimmed = text.trimmed(); trimmed != text) {
        m_edit->setText(trimmed);
        return;
    }
    const bool isPaste = text.size() > m_length + 3;
    m_length = text.size();
    emit changed();
    if (isPaste)
        emit pasted();
}

} // namespace omni::ui::pages::providers
