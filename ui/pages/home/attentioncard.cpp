// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/home/attentioncard.h"

#include "ui/pages/states.h"
#include "ui/text/attentiontext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace omni::ui::pages::home {

using engine::AttentionItem;
using widgets::Ink;
using widgets::Type;

namespace {

constexpr qsizetype MaxRows = 4;

} // namespace

/// Shape, sentence, reason, button.
class AttentionRow : public QWidget
{
public:
    AttentionRow(widgets::Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_shape(new widgets::StateShape(theme, 14, this))
        , m_title(new widgets::Label(theme, Type::Body, Ink::Text, this))
        , m_detail(new widgets::Label(theme, Type::Small, Ink::Text2, this))
        , m_button(new widgets::SmallButton(theme, this))
    {
        m_title->setWrapping(true);
        m_detail->setWrapping(true);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(16, 6, 16, 14);
        row->setSpacing(12);
        auto *sign = new QVBoxLayout;
        sign->setContentsMargins(0, 3, 0, 0);
        sign->addWidget(m_shape);
        sign->addStretch();
        row->addLayout(sign);
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(m_title);
        column->addWidget(m_detail);
        column->addSpacing(8);
        column->addWidget(m_button, 0, Qt::AlignLeading);
        row->addLayout(column, 1);
    }

    void setItem(const AttentionItem &item, qint64 nowMs)
    {
        const text::AttentionText words = text::attentionText(item, nowMs);
        m_shape->setState(stateOf(item.kind));
        m_title->setText(words.title);
        m_detail->setText(words.detail);
        m_button->setText(words.action);
        m_button->updateGeometry();
        m_button->setVisible(!words.action.isEmpty());
        m_button->setAccessibleName(words.action + QStringLiteral(": ") + words.title);
        setAccessibleName(words.title);
    }

    [[nodiscard]] widgets::Button *button() const { return m_button; }

private:
    widgets::StateShape *m_shape;
    widgets::Label *m_title;
    widgets::Label *m_detail;
    widgets::SmallButton *m_button;
};

AttentionCard::AttentionCard(widgets::Theme &theme, engine::EngineFace &engine, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_engine(engine)
    , m_good(new widgets::Label(theme, Type::Body, Ink::Text2, this))
    , m_more(new widgets::Label(theme, Type::Small, Ink::Text3, this))
    , m_list(new QVBoxLayout)
{
    m_good->setContentsMargins(16, 2, 16, 14);
    m_more->setContentsMargins(16, 0, 16, 12);
    m_list->setSpacing(0);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    body()->addWidget(m_good);
    body()->addLayout(m_list);
    body()->addWidget(m_more);
}

void AttentionCard::setSnapshot(const engine::Snapshot &snapshot)
{
    m_now = snapshot.atMs;
    m_items = snapshot.attention;
    // The error card above says it already.
    m_items.removeIf(
        [](const AttentionItem &item) { return item.kind == AttentionItem::Kind::ServerDown; });
    const qsizetype shown = std::min(m_items.size(), MaxRows);
    while (m_rows.size() > shown)
        delete m_rows.takeLast();
    while (m_rows.size() < shown) {
        auto *row = new AttentionRow(m_theme, this);
        const qsizetype at = m_rows.size();
        row->button()->setObjectName(QStringLiteral("attention%1").arg(at));
        connect(row->button(), &QPushButton::clicked, this, [this, at] {
            actOn(m_items.at(at), m_engine, [this](const QString &page, const QString &item) {
                emit openRequested(page, item);
            });
        });
        m_rows.append(row);
        m_list->addWidget(row);
    }
    setNow(m_now);
    retranslate();
}

void AttentionCard::setNow(qint64 nowMs)
{
    m_now = nowMs;
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->setItem(m_items.at(i), nowMs);
}

void AttentionCard::retranslate()
{
    setTitle(tr("Needs attention"));
    setNote(m_items.isEmpty() ? QString() : QString::number(m_items.size()));
    m_good->setText(tr("All good."));
    m_good->setVisible(m_items.isEmpty());
    const int more = int(m_items.size() - m_rows.size());
    m_more->setText(tr("%n more under the bell", nullptr, more));
    m_more->setVisible(more > 0);
    setNow(m_now);
}

} // namespace omni::ui::pages::home
