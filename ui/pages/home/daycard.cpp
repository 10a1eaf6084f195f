// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/home/daycard.h"

#include "ui/text/format.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace omni::ui::pages::home {

using widgets::Ink;
using widgets::Type;

DayCard::DayCard(widgets::Theme &theme, QWidget *parent)
    : Card(theme, parent)
    , m_bars(new widgets::HourBars(theme, this))
    , m_cost(new widgets::Label(theme, Type::Small, Ink::Text2, this))
{
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    auto *figures = new QHBoxLayout;
    figures->setContentsMargins(16, 0, 16, 0);
    m_requests = addFigure(theme, QStringLiteral("requests"), figures);
    figures->addStretch();
    m_tokens = addFigure(theme, QStringLiteral("tokens"), figures);
    figures->addStretch();
    m_answered = addFigure(theme, QStringLiteral("answered"), figures);
    body()->addLayout(figures);
    auto *chart = new QVBoxLayout;
    chart->setContentsMargins(16, 14, 16, 14);
    chart->addWidget(m_bars);
    body()->addLayout(chart, 1);
    body()->addWidget(new widgets::Line(theme, Qt::Horizontal, this));
    m_cost->setContentsMargins(16, 10, 16, 10);
    body()->addWidget(m_cost);
}

DayCard::Figure DayCard::addFigure(widgets::Theme &theme, const QString &name, QLayout *row)
{
    Figure figure;
    figure.value = new widgets::Label(theme, Type::Figure, Ink::Text, this);
    figure.value->setObjectName(name);
    figure.unit = new widgets::Label(theme, Type::Caption, Ink::Text3, this);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(figure.value);
    column->addWidget(figure.unit);
    static_cast<QHBoxLayout *>(row)->addLayout(column);
    return figure;
}

void DayCard::setSnapshot(const engine::Snapshot &snapshot)
{
    m_day = snapshot.day;
    retranslate();
}

void DayCard::retranslate()
{
    setTitle(tr("Last 24 hours"));
    m_requests.value->setText(text::compactNumber(m_day.requests));
    m_requests.unit->setText(tr("requests"));
    m_tokens.value->setText(m_day.tokens ? text::compactNumber(*m_day.tokens) : text::unknown());
    m_tokens.unit->setText(tr("tokens"));
    m_answered.value->setText(m_day.requests == 0
                                  ? text::unknown()
                                  : text::percent(double(m_day.answered) / m_day.requests));
    m_answered.unit->setText(tr("answered"));

    QList<widgets::HourBars::Bar> bars;
    for (const engine::HourBucket &hour : m_day.hours)
        bars.append(
            {hour.requests,
             tr("%1: %n request(s)", nullptr, hour.requests).arg(text::clock(hour.startMs))});
    QStringList captions;
    for (const size_t at : {0U, 6U, 12U, 18U})
        captions.append(text::clock(m_day.hours.at(at).startMs));
    captions.append(tr("now"));
    m_bars->setBars(bars, captions);
    m_bars->setAccessibleName(
        tr("%n request(s) in the last 24 hours, by hour", nullptr, m_day.requests));

    if (m_day.costMicros)
        m_cost->setText(tr("%1 estimated").arg(text::money(m_day.costMicros)));
    else if (m_day.requests == 0)
        m_cost->setText(tr("Nothing spent"));
    else
        m_cost->setText(tr("Cost unknown: no prices for these models"));
}

} // namespace omni::ui::pages::home
