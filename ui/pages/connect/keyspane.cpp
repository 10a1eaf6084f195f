// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/connect/keyspane.h"

#include "ui/pages/connect/keysheet.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/roles.h"

#include <QHeaderView>
#include <QMenu>
#include <QMessageBox>
#include <QVBoxLayout>

namespace omni::ui::pages::connect {

using auth::ClientKey;
using widgets::Ink;
using widgets::Type;

KeysPane::KeysPane(engine::EngineFace &engine, widgets::Theme &theme)
    : m_theme(theme)
    , m_engine(engine)
    , m_hint(new widgets::Label(theme, Type::Body, Ink::Text2, this))
    , m_new(new widgets::PrimaryButton(theme, this))
    , m_card(new widgets::Card(theme, this))
    , m_model(new widgets::SnapshotTableModel<ClientKey>(
          [](const ClientKey &key) { return key.id; }, this))
    , m_table(new widgets::Table(theme, 43, false, m_card))
    , m_nothing(new widgets::Label(theme, Type::Body, Ink::Text2, m_card))
{
    QList<widgets::TableColumn<ClientKey>> columns;
    for (int column = Name; column <= More; ++column)
        columns.append({.value = [this, column](const ClientKey &key, int role) {
            return value(key, column, role);
        }});
    m_model->setColumns(columns);
    m_table->setModel(m_model);
    m_table->setObjectName(QStringLiteral("keyTable"));
    m_new->setObjectName(QStringLiteral("newKey"));
    m_new->setGlyph(QStringLiteral("plus"));
    m_hint->setWrapping(true);
    m_nothing->setWrapping(true);
    m_nothing->setContentsMargins(16, 12, 16, 14);

    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(m_hint, 1);
    head->addWidget(m_new, 0, Qt::AlignTop);
    m_card->body()->setContentsMargins(0, 6, 0, 6);
    m_card->body()->setSpacing(0);
    m_card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_card->body()->addWidget(m_nothing);
    m_card->body()->addWidget(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(16);
    column->addLayout(head);
    column->addWidget(m_card);
    column->addStretch();

    connect(m_new, &QPushButton::clicked, this, &KeysPane::createKey);
    connect(m_table, &QAbstractItemView::clicked, this, &KeysPane::onClicked);
    connect(m_table, &QAbstractItemView::activated, this, &KeysPane::onClicked);
    connect(&theme, &widgets::Theme::changed, this, &KeysPane::arrange);
}

int KeysPane::activeKeys() const
{
    return int(std::count_if(m_model->rows().begin(), m_model->rows().end(),
                             [](const ClientKey &key) { return key.revokedMs == 0; }));
}

QString KeysPane::stateWords(const ClientKey &key) const
{
    if (key.revokedMs != 0)
        return tr("revoked");
    if (key.expiresMs != 0 && key.expiresMs <= m_now)
        return tr("expired");
    if (key.expiresMs != 0)
        return tr("until %1").arg(text::date(key.expiresMs));
    return {};
}

QVariant KeysPane::value(const ClientKey &key, int column, int role) const
{
    const bool isDead = key.revokedMs != 0 || (key.expiresMs != 0 && key.expiresMs <= m_now);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Name:
            return key.name;
        case Value:
            return text::maskedClientKey(key.hint);
        case Models:
            return key.allowedModels.isEmpty() ? tr("all models")
                                               : key.allowedModels.join(QStringLiteral(", "));
        case LastUsed:
            return key.lastUsedMs == 0 ? tr("never used") : text::age(key.lastUsedMs, m_now);
        default:
            return {};
        }
    }
    if (role == widgets::SecondTextRole && column == Name)
        return stateWords(key);
    if (role == widgets::MonoRole)
        return column == Value || (column == Models && !key.allowedModels.isEmpty());
    if (role == widgets::InkRole)
        return int(isDead ? Ink::Text3 : column == LastUsed ? Ink::Text2 : Ink::Text);
    if (role == widgets::GlyphRole && !isDead)
        return column == Copy   ? QVariant(QStringLiteral("copy"))
               : column == More ? QVariant(QStringLiteral("more"))
                                : QVariant();
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        if (column == Copy)
            return tr("Copy the key \"%1\"").arg(key.name);
        if (column == More)
            return tr("More for \"%1\"").arg(key.name);
    }
    return {};
}

void KeysPane::setSnapshot(const engine::Snapshot &snapshot)
{
    m_now = snapshot.atMs;
    QList<ClientKey> keys = snapshot.keys;
    std::stable_partition(keys.begin(), keys.end(),
                          [](const ClientKey &key) { return key.revokedMs == 0; });
    m_model->setRows(keys);
    m_nothing->setVisible(keys.isEmpty());
    m_table->setVisible(!keys.isEmpty());
    arrange();
}

void KeysPane::arrange()
{
    m_table->setFixedHeight(m_table->fullHeight());
    QHeaderView *head = m_table->horizontalHeader();
    if (head->count() <= More)
        return;
    const QFontMetrics mono(m_theme.font(Type::MonoRow));
    const QFontMetrics body(m_theme.font(Type::Body));
    for (int column = Name; column <= More; ++column)
        head->setSectionResizeMode(column, QHeaderView::Fixed);
    head->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_table->setColumnWidth(
        Value, mono.horizontalAdvance(text::maskedClientKey(QStringLiteral("WWWW"))) + 28);
    m_table->setColumnWidth(Models, std::max(150, width() / 5));
    m_table->setColumnWidth(LastUsed, body.horizontalAdvance(tr("never used")) + 60);
    m_table->setColumnWidth(Copy, 40);
    m_table->setColumnWidth(More, 46);
}

void KeysPane::retranslate()
{
    m_hint->setText(tr("Programs on this computer show one of these keys. Give each its own, so "
                       "that you can take one back."));
    m_new->setText(tr("New key"));
    m_nothing->setText(tr("No keys. Without one, programs are refused."));
    m_model->setTitles({tr("Name"), tr("Key"), tr("May ask for"), tr("Last used"), {}, {}});
    m_table->setAccessibleName(tr("Client keys"));
    arrange();
}

void KeysPane::onClicked(const QModelIndex &index)
{
    const ClientKey key = m_model->rows().value(index.row());
    if (key.id.isEmpty() || key.revokedMs != 0)
        return;
    if (index.column() == Copy)
        copyKey(key.id);
    else if (index.column() == More)
        showMenu(key, m_table->viewport()->mapToGlobal(m_table->visualRect(index).bottomLeft()));
}

void KeysPane::showMenu(const ClientKey &key, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_theme.icon(QStringLiteral("copy")), tr("Copy"), this,
                    [this, key] { copyKey(key.id); });
    menu->addAction(m_theme.icon(QStringLiteral("refresh")), tr("Replace by a new value…"), this,
                    [this, key] { rotate(key); });
    menu->addSeparator();
    menu->addAction(m_theme.icon(QStringLiteral("trash"), Ink::Err), tr("Revoke…"), this,
                    [this, key] { revoke(key); });
    menu->popup(at);
}

void KeysPane::copyKey(const QString &id)
{
    m_engine.revealKey(id, this, [this](const base::Result<base::Secret> &key) {
        if (!key) {
            emit toastRequested(text::errorText(key.error()).oneLine());
            return;
        }
        widgets::copySecret(QString::fromUtf8(key->reveal()));
        emit toastRequested(tr("Copied. It leaves the clipboard in 30 s."));
    });
}

void KeysPane::createKey()
{
    auto *sheet = new KeySheet(m_engine, m_theme, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void KeysPane::rotate(const ClientKey &key)
{
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, tr("Replace key"),
        tr("Replace the value of \"%1\"? Programs that use the old one are refused at once.")
            .arg(key.name),
        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QAbstractButton *replace = box->addButton(tr("Replace"), QMessageBox::AcceptRole);
    connect(replace, &QAbstractButton::clicked, this, [this, key] {
        m_engine.rotateKey(key.id, this,
                           [this](const base::Result<engine::EngineFace::NewKey> &made) {
                               if (!made) {
                                   emit toastRequested(text::errorText(made.error()).oneLine());
                                   return;
                               }
                               widgets::copySecret(QString::fromUtf8(made->clearText.reveal()));
                               emit toastRequested(tr("The new value is in the clipboard."));
                           });
    });
    box->open();
}

void KeysPane::revoke(const ClientKey &key)
{
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, tr("Revoke key"),
        tr("Revoke \"%1\"? Programs that use it are refused at once. This cannot be undone.")
            .arg(key.name),
        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QAbstractButton *button = box->addButton(tr("Revoke"), QMessageBox::DestructiveRole);
    connect(button, &QAbstractButton::clicked, this,
            [this, id = key.id] { m_engine.revokeKey(id); });
    box->open();
}

} // namespace omni::ui::pages::connect
