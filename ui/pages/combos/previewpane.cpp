// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/combos/previewpane.h"

#include "ui/pages/combos/verdictrow.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace omni::ui::pages::combos {

using widgets::Ink;
using widgets::Type;

namespace {

constexpr int Pause = 300;
constexpr qint64 Sizes[] = {4'000, 16'000, 48'000, 120'000, 250'000, 500'000, 1'000'000};
constexpr int UsualSize = 2;

/// A combo without a good name is tried under another.
const QString Nameless = QStringLiteral("-");

} // namespace

PreviewPane::PreviewPane(engine::EngineFace &engine, widgets::Theme &theme, QWidget *parent)
    : Surface(theme, &widgets::Tokens::sunken, parent)
    , m_engine(engine)
    , m_theme(theme)
    , m_title(new widgets::Label(theme, Type::Section, Ink::Text, this))
    , m_with(new widgets::Label(theme, Type::Small, Ink::Text2, this))
    , m_size(new widgets::ComboBox(theme, Type::Body, this))
    , m_tools(new widgets::CheckBox(theme, this))
    , m_images(new widgets::CheckBox(theme, this))
    , m_words(new widgets::Label(theme, Type::SmallBold, Ink::Text, this))
    , m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("preview"));
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, &PreviewPane::ask);
    const auto soon = [this] { m_pause.start(); };
    connect(m_tools, &QCheckBox::toggled, this, soon);
    connect(m_images, &QCheckBox::toggled, this, soon);
    connect(m_size, &QComboBox::currentIndexChanged, this, soon);
}

void PreviewPane::build()
{
    m_title->setWrapping(true);
    m_words->setWrapping(true);
    m_words->setObjectName(QStringLiteral("previewWords"));
    m_words->hide();
    m_size->setObjectName(QStringLiteral("previewSize"));
    for (const qint64 size : Sizes)
        m_size->addItem({}, size);
    m_size->setCurrentIndex(UsualSize);
    m_tools->setObjectName(QStringLiteral("previewTools"));
    m_tools->setChecked(true);
    m_images->setObjectName(QStringLiteral("previewImages"));
    auto *needs = new QHBoxLayout;
    needs->setSpacing(16);
    needs->addWidget(m_tools);
    needs->addWidget(m_images);
    needs->addStretch();
    m_rows->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 20, 18, 20);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addSpacing(6);
    column->addWidget(m_with);
    column->addSpacing(8);
    column->addWidget(m_size);
    column->addSpacing(8);
    column->addLayout(needs);
    column->addSpacing(12);
    column->addWidget(new widgets::Line(m_theme, Qt::Horizontal, this));
    column->addSpacing(8);
    column->addWidget(m_words);
    column->addLayout(m_rows);
    column->addStretch();
}

void PreviewPane::retranslate()
{
    m_title->setText(tr("What would happen now?"));
    m_with->setText(tr("A request with"));
    for (int i = 0; i < m_size->count(); ++i)
        m_size->setItemText(
            i, tr("%1 tokens").arg(text::compactNumber(m_size->itemData(i).toLongLong())));
    m_size->setAccessibleName(tr("Size of the request"));
    m_tools->setText(tr("tools"));
    m_tools->setAccessibleName(tr("The request needs tools"));
    m_images->setText(tr("images"));
    m_images->setAccessibleName(tr("The request has images"));
    setAccessibleName(m_title->text());
    showPlan();
}

void PreviewPane::setCombo(const route::Combo &combo)
{
    if (m_combo == combo)
        return;
    m_combo = combo;
    m_pause.start();
    showPlan();
}

void PreviewPane::setOtherCombo(const route::Combo &combo)
{
    m_combo = combo;
    m_plan.clear();
    m_pause.stop();
    ask();
}

void PreviewPane::setSnapshot(const engine::Snapshot &snapshot)
{
    const bool isSame = m_snapshot.accounts == snapshot.accounts &&
                        m_snapshot.combos == snapshot.combos &&
                        m_snapshot.providers.size() == snapshot.providers.size();
    m_snapshot = snapshot;
    setNow(snapshot.atMs);
    // Not restarted: snapshots may come faster than the pause.
    if (!isSame && !m_pause.isActive())
        m_pause.start();
}

void PreviewPane::setNow(qint64 nowMs)
{
    m_now = nowMs;
    showPlan();
}

void PreviewPane::ask()
{
    const int number = ++m_asked;
    if (m_combo.steps.isEmpty()) {
        m_plan.clear();
        showPlan();
        return;
    }
    route::Combo combo = m_combo;
    if (!route::checkCombo(combo))
        combo.name = Nameless;
    m_engine.previewPlan(combo, m_tools->isChecked(), m_images->isChecked(),
                         m_size->currentData().toLongLong(), this,
                         [this, number](const base::Result<QList<engine::PlanLine>> &plan) {
                             if (number != m_asked)
                                 return;
                             m_error.reset();
                             if (plan)
                                 m_plan = *plan;
                             else
                                 m_error = plan.error();
                             showPlan();
                         });
}

void PreviewPane::showWords(const QString &words)
{
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
}

void PreviewPane::showPlan()
{
    QList<Verdict> all;
    if (m_combo.steps.isEmpty()) {
        showWords(tr("Add a model to see who would answer."));
    } else if (m_error) {
        showWords(text::errorText(*m_error).what);
    } else {
        all = verdicts(m_plan, m_now);
        showWords(m_plan.isEmpty() ? QString() : nobodyAnswers(m_plan, m_now));
    }
    while (m_shown.size() < all.size()) {
        auto *row = new VerdictRow(m_theme, this);
        m_rows->addWidget(row);
        m_shown.append(row);
    }
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        m_shown.at(i)->setVisible(i < all.size());
        if (i < all.size())
            m_shown.at(i)->setVerdict(all.at(i));
    }
}

} // namespace omni::ui::pages::combos
