// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/home/firststeps.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace omni::ui::pages::home {

using widgets::Ink;
using widgets::Type;

namespace {

/// A number in a ring; in accent when it is its turn.
class StepNumber : public QWidget
{
public:
    StepNumber(widgets::Theme &theme, int number, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_number(number)
    {
        setFixedSize(26, 26);
        connect(&theme, &widgets::Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const bool isCurrent = m_number == 1;
        const widgets::Tokens &t = m_theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(isCurrent ? t.accent : t.line2, 1.5));
        painter.drawEllipse(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75));
        painter.setFont(m_theme.font(isCurrent ? Type::SmallBold : Type::Small));
        painter.setPen(isCurrent ? t.accent : t.text3);
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    widgets::Theme &m_theme;
    int m_number;
};

} // namespace

FirstSteps::FirstSteps(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_heading(new widgets::Label(theme, Type::LargeTitle, Ink::Text, this))
    , m_sentence(new widgets::Label(theme, Type::Body, Ink::Text2, this))
{
    m_heading->setWrapping(true);
    m_heading->setObjectName(QStringLiteral("firstHeading"));
    m_sentence->setWrapping(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *holder = new QWidget(this);
    holder->setMaximumWidth(640);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 56, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_heading);
    column->addWidget(m_sentence);
    column->addSpacing(16);
    auto *card = new widgets::Card(theme, holder);
    card->body()->setContentsMargins(23, 3, 23, 3);
    card->body()->setSpacing(0);
    for (int number = 1; number <= 3; ++number) {
        if (number > 1)
            card->body()->addWidget(new widgets::Line(theme, Qt::Horizontal, card));
        m_steps.append(addStep(theme, number, card));
    }
    column->addWidget(card);
    column->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(holder, 1000);
    row->addStretch(1);

    m_steps[0].button->setObjectName(QStringLiteral("addAccount"));
    m_steps[0].button->setGlyph(QStringLiteral("plus"));
    m_steps[1].button->setObjectName(QStringLiteral("connect"));
    m_steps[2].button->setObjectName(QStringLiteral("snippets"));
    connect(m_steps[0].button, &QPushButton::clicked, this,
            [this] { emit openRequested(QStringLiteral("providers"), QStringLiteral("add")); });
    connect(m_steps[1].button, &QPushButton::clicked, this,
            [this] { emit openRequested(QStringLiteral("connect"), {}); });
    connect(m_steps[2].button, &QPushButton::clicked, this,
            [this] { emit openRequested(QStringLiteral("connect"), QStringLiteral("snippets")); });
}

FirstSteps::Step FirstSteps::addStep(widgets::Theme &theme, int number, widgets::Card *card)
{
    Step step;
    step.number = new StepNumber(theme, number, card);
    step.title =
        new widgets::Label(theme, number == 1 ? Type::BodyBold : Type::Body, Ink::Text, card);
    step.text = new widgets::Label(theme, Type::Body, Ink::Text2, card);
    step.text->setWrapping(true);
    step.button = new widgets::Button(
        theme, number == 1 ? widgets::Button::Kind::Primary : widgets::Button::Kind::Plain, card);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 20, 0, 20);
    row->setSpacing(16);
    row->addWidget(step.number, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(0, 3, 0, 0);
    words->setSpacing(2);
    words->addWidget(step.title);
    words->addWidget(step.text);
    row->addLayout(words, 1);
    auto *place = new QVBoxLayout;
    place->setContentsMargins(0, 6, 0, 0);
    place->addWidget(step.button);
    place->addStretch();
    row->addLayout(place);
    card->body()->addLayout(row);
    return step;
}

void FirstSteps::setSnapshot(const engine::Snapshot &snapshot)
{
    m_server = snapshot.server;
    retranslate();
}

void FirstSteps::retranslate()
{
    const QString base = m_server.baseUrl();
    if (base.isEmpty()) {
        m_heading->setText(tr("Add an account next."));
        m_sentence->setText(tr("It can answer as soon as the server runs."));
    } else {
        m_heading->setText(tr("The server is running. Add an account next."));
        m_sentence->setText(tr("It listens only on this computer. Your programs will ask %1.")
                                .arg(base + QStringLiteral("/v1")));
    }
    m_steps[0].title->setText(tr("Add an account"));
    m_steps[0].text->setText(tr("A key you have, or a free provider. Free ones need no card."));
    m_steps[0].button->setText(tr("Add account"));
    m_steps[1].title->setText(tr("Connect a program"));
    m_steps[1].text->setText(
        tr("Tell Claude Code or another program where to ask. Address and key are ready to copy."));
    m_steps[1].button->setText(tr("Connect"));
    m_steps[2].title->setText(tr("Send the first request"));
    m_steps[2].text->setText(tr("Ask something in the program, or try it from a terminal."));
    m_steps[2].button->setText(tr("Show snippets"));
    for (const Step &step : std::as_const(m_steps))
        step.button->updateGeometry();
}

} // namespace omni::ui::pages::home
