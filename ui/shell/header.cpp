// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/shell/header.h"

#include "ui/pages/states.h"
#include "ui/text/attentiontext.h"
#include "ui/widgets/tile.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QPainter>

namespace omni::ui::shell {

using engine::ServerState;
using widgets::Ink;
using widgets::Type;

namespace {

/// Looks like a field, opens the palette.
class FindButton : public QPushButton
{
public:
    FindButton(widgets::Theme &theme, QWidget *parent)
        : QPushButton(parent)
        , m_theme(theme)
    {
        setAttribute(Qt::WA_Hover);
        setFixedWidth(212);
    }

    [[nodiscard]] QSize sizeHint() const override { return {212, m_theme.height(30)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const widgets::Tokens &t = m_theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(underMouse() ? t.line2 : t.line);
        painter.setBrush(t.card);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        m_theme.drawIcon(painter, QStringLiteral("search"), t.text2, QRect(8, 0, 14, height()), 14);
        const QString keys = QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText);
        const int cap =
            widgets::KeyCap::paint(painter, m_theme, rect().adjusted(0, 0, -8, 0), keys);
        painter.setFont(m_theme.font(Type::Small));
        painter.setPen(t.text3);
        const QRect place(30, 0, width() - 30 - cap - 16, height());
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
    }

private:
    widgets::Theme &m_theme;
};

} // namespace

ServerPill::ServerPill(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_shape(new widgets::StateShape(theme, 14, this))
    , m_word(new widgets::Label(theme, Type::Small, Ink::Text, this))
    , m_address(new widgets::Label(theme, Type::Mono, Ink::Text2, this))
    , m_copy(new widgets::CopyIconButton(theme, this))
    , m_act(new widgets::IconButton(theme, QStringLiteral("info"), 24, this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_copy->setObjectName(QStringLiteral("pillCopy"));
    m_act->setObjectName(QStringLiteral("pillAct"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 3, 5, 3);
    row->setSpacing(8);
    row->addWidget(m_shape);
    row->addWidget(m_word);
    row->addWidget(m_address);
    row->addWidget(m_copy);
    row->addWidget(m_act);
    connect(m_act, &QToolButton::clicked, this, [this] {
        if (m_state == ServerState::Paused)
            emit resumeRequested();
        else
            emit detailsRequested();
    });
    connect(&theme, &widgets::Theme::changed, this, qOverload<>(&QWidget::update));
}

void ServerPill::setServer(const engine::ServerView &server)
{
    m_state = server.state;
    m_shape->setState(pages::stateOf(server.state));
    m_word->setText(text::serverWord(server.state));
    const bool isRunning = server.state == ServerState::Running;
    m_hasAddress = isRunning && server.port != 0;
    m_address->setText(m_hasAddress ? QStringLiteral("%1:%2").arg(server.host).arg(server.port)
                                    : QString());
    m_address->setVisible(m_hasAddress && m_showsAddress);
    m_copy->setVisible(isRunning);
    m_copy->setCopyText(server.baseUrl() + QStringLiteral("/v1"));
    m_copy->setIdleName(tr("Copy endpoint URL"));
    const bool isPaused = server.state == ServerState::Paused;
    const bool isDown = server.state == ServerState::Down;
    m_act->setVisible(isPaused || isDown);
    m_act->setGlyph(isPaused ? QStringLiteral("play") : QStringLiteral("info"));
    m_act->setName(isPaused ? tr("Resume routing") : tr("Show what happened"));
    setAccessibleName(text::serverLine(server));
    setToolTip(text::serverLine(server));
}

void ServerPill::setShowsAddress(bool on)
{
    m_showsAddress = on;
    m_address->setVisible(on && m_hasAddress);
}

void ServerPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.tokens().line);
    painter.setBrush(m_theme.tokens().card);
    const qreal radius = (height() - 1) / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

Header::Header(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new widgets::Label(theme, Type::Title, Ink::Text, this))
    , m_subtitle(new widgets::Label(theme, Type::Small, Ink::Text3, this))
    , m_pill(new ServerPill(theme, this))
    , m_find(new FindButton(theme, this))
    , m_findIcon(new widgets::IconButton(theme, QStringLiteral("search"), 30, this))
    , m_bell(new widgets::IconButton(theme, QStringLiteral("bell"), 30, this))
{
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_find->setObjectName(QStringLiteral("find"));
    m_findIcon->setObjectName(QStringLiteral("findIcon"));
    m_bell->setObjectName(QStringLiteral("bell"));
    m_findIcon->setGlyphSize(16);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 0, 24, 1);
    row->setSpacing(12);
    row->addWidget(m_title);
    row->addWidget(m_subtitle);
    row->addStretch();
    row->addWidget(m_pill);
    row->addWidget(m_find);
    row->addWidget(m_findIcon);
    row->addWidget(m_bell);
    setFixedHeight(theme.height(56, Type::Title, 24));
    connect(m_find, &QPushButton::clicked, this, &Header::paletteRequested);
    connect(m_findIcon, &QToolButton::clicked, this, &Header::paletteRequested);
    connect(m_bell, &QToolButton::clicked, this, &Header::bellClicked);
    connect(m_pill, &ServerPill::resumeRequested, this, &Header::resumeRequested);
    connect(m_pill, &ServerPill::detailsRequested, this, &Header::detailsRequested);
    connect(&theme, &widgets::Theme::changed, this, [this] {
        setFixedHeight(m_theme.height(56, Type::Title, 24));
        update();
    });
    retranslate();
}

void Header::setTitle(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void Header::setPillVisible(bool on)
{
    m_isPillWanted = on;
    m_pill->setVisible(on);
}

void Header::setSnapshot(const engine::Snapshot &snapshot)
{
    m_pill->setServer(snapshot.server);
    m_attention = int(snapshot.attention.size());
    m_bell->setBadge(m_attention);
    retranslate();
}

void Header::retranslate()
{
    m_find->setText(tr("Search or run"));
    m_find->setAccessibleName(tr("Search or run a command"));
    m_findIcon->setName(tr("Search or run a command"));
    m_bell->setName(m_attention == 0 ? tr("Nothing needs attention")
                                     : tr("%n thing(s) need attention", nullptr, m_attention));
}

void Header::arrange()
{
    // The window without its sidebar: the address goes below 1000, then the field becomes a glyph.
    const bool isWide = width() >= 804;
    const bool isNarrow = width() < 640;
    m_pill->setShowsAddress(isWide);
    m_find->setVisible(!isNarrow);
    m_findIcon->setVisible(isNarrow);
    layout()->setContentsMargins(isWide ? 24 : 16, 0, isWide ? 24 : 16, 1);
}

void Header::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void Header::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), m_theme.tokens().line);
}

} // namespace omni::ui::shell
