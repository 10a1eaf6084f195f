// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/connect/keysheet.h"

#include "ui/text/errortext.h"
#include "ui/widgets/clipboard.h"

#include <QDateTime>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace omni::ui::pages::connect {

using widgets::Ink;
using widgets::Type;

namespace {

constexpr qint64 DayMs = 86'400'000;
constexpr int MostRequestsPerMinute = 100'000;

} // namespace

KeySheet::KeySheet(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
    : Sheet(theme, parent)
    , m_engine(engine)
    , m_name(new QLineEdit(this))
    , m_models(new QLineEdit(this))
    , m_life(new widgets::ComboBox(theme, Type::Body, this))
    , m_rate(new QSpinBox(this))
    , m_problem(new widgets::Label(theme, Type::Small, Ink::Err, this))
    , m_form(new QWidget(this))
    , m_done(new QWidget(this))
    , m_value(new QLineEdit(this))
{
    build(theme);
    setWindowTitle(tr("New key"));
    setHeading({}, tr("New client key"), tr("For one program on this computer."));
    cancelButton()->setText(tr("Cancel"));
    actionButton()->setText(tr("Create"));
    actionButton()->setKind(widgets::Button::Kind::Primary);
    connect(m_name, &QLineEdit::textChanged, this, &KeySheet::validate);
    connect(actionButton(), &QPushButton::clicked, this, &KeySheet::create);
    validate();
    m_name->setFocus();
}

void KeySheet::build(widgets::Theme &theme)
{
    m_name->setObjectName(QStringLiteral("keyName"));
    m_name->setPlaceholderText(tr("Claude Code"));
    m_name->setMaxLength(100);
    m_models->setObjectName(QStringLiteral("keyModels"));
    m_models->setPlaceholderText(tr("all, or for example glm/*, always-on"));
    m_life->addItem(tr("Never"), 0);
    m_life->addItem(tr("In 7 days"), 7 * DayMs);
    m_life->addItem(tr("In 30 days"), 30 * DayMs);
    m_life->addItem(tr("In a year"), 365 * DayMs);
    m_rate->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_rate->setRange(0, MostRequestsPerMinute);
    m_rate->setSpecialValueText(tr("no limit"));
    m_problem->setWrapping(true);
    m_problem->hide();
    auto *form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("May ask for"), m_models);
    form->addRow(tr("Expires"), m_life);
    form->addRow(tr("Requests a minute"), m_rate);
    form->addRow(m_problem);

    m_value->setObjectName(QStringLiteral("keyValue"));
    m_value->setReadOnly(true);
    m_value->setFont(theme.font(Type::MonoRow));
    m_value->setAccessibleName(tr("The new key"));
    auto *note = new widgets::Label(theme, Type::Body, Ink::Text2, m_done);
    note->setWrapping(true);
    note->setText(tr("Paste it into the program's settings. It can be copied again later on the "
                     "Keys tab."));
    auto *done = new QVBoxLayout(m_done);
    done->setContentsMargins(0, 0, 0, 0);
    done->setSpacing(8);
    done->addWidget(m_value);
    done->addWidget(note);
    m_done->hide();
    body()->addWidget(m_form);
    body()->addWidget(m_done);
}

void KeySheet::validate()
{
    const bool hasName = !m_name->text().trimmed().isEmpty();
    actionButton()->setEnabled(hasName);
    actionButton()->setToolTip(hasName ? QString() : tr("Give the key a name first."));
}

void KeySheet::create()
{
    if (!m_clearText.isEmpty()) {
        widgets::copySecret(QString::fromUtf8(m_clearText.reveal()));
        accept();
        return;
    }
    auth::ClientKey wish;
    wish.name = m_name->text().trimmed();
    for (const QString &glob : m_models->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        wish.allowedModels.append(glob.trimmed());
    wish.requestsPerMinute = m_rate->value();
    if (const qint64 life = m_life->currentData().toLongLong(); life > 0)
        wish.expiresMs = QDateTime::currentMSecsSinceEpoch() + life;
    actionButton()->setEnabled(false);
    m_engine.createKey(wish, this, [this](const auto &made) { created(made); });
}

void KeySheet::created(const base::Result<engine::EngineFace::NewKey> &made)
{
    actionButton()->setEnabled(true);
    if (!made) {
        m_problem->setText(text::errorText(made.error()).oneLine());
        m_problem->show();
        return;
    }
    m_clearText = made->clearText;
    m_value->setText(QString::fromUtf8(m_clearText.reveal()));
    m_form->hide();
    m_done->show();
    setHeading({}, tr("The key is made"), {});
    cancelButton()->setText(tr("Close"));
    actionButton()->setText(tr("Copy and close"));
    actionButton()->setFocus();
}

} // namespace omni::ui::pages::connect
