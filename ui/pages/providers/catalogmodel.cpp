// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/catalogmodel.h"

#include "ui/widgets/roles.h"
#include "ui/widgets/tile.h"

#include <QCoreApplication>
#include <QPainter>

namespace omni::ui::pages::providers {

using catalog::Provider;
using widgets::Type;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CatalogEntries)
};

constexpr int ReachRole = widgets::IdRole + 1;
constexpr int TagRole = widgets::IdRole + 2;

/// 0 = begins with it, 1 = holds it, 2 = not at all.
int rank(const Provider &provider, const QString &search)
{
    if (search.isEmpty())
        return 0;
    QStringList words{provider.name, provider.prefix, provider.id.text(), provider.vendor};
    words.append(provider.aliases);
    int best = 2;
    for (const QString &word : std::as_const(words)) {
        if (word.startsWith(search, Qt::CaseInsensitive))
            return 0;
        if (word.contains(search, Qt::CaseInsensitive))
            best = 1;
    }
    return best;
}

CatalogEntry entryOf(const Provider &provider)
{
    CatalogEntry entry{.id = provider.id.text(),
                       .prefix = provider.prefix,
                       .name = provider.name,
                       .second = accessWords(provider),
                       .tag = tierWord(provider.tier),
                       .reach = reachOf(provider)};
    if (entry.reach != Reach::Ready)
        entry.second = reachWords(entry.reach);
    else if (provider.isUserMade)
        entry.second = Words::tr("your own, %1").arg(provider.baseUrl.host());
    else if (!provider.vendor.isEmpty() && provider.vendor != provider.name)
        entry.second = Words::tr("%1, %2", "vendor, how one gets in")
                           .arg(provider.vendor, accessWords(provider));
    return entry;
}

} // namespace

QList<CatalogEntry> catalogEntries(const QList<engine::ProviderView> &providers,
                                   const QString &search)
{
    struct Found
    {
        int rank;
        CatalogEntry entry;
    };
    QList<Found> found;
    for (const engine::ProviderView &view : providers) {
        const int place = rank(view.provider, search.trimmed());
        if (place < 2 && !isTemplate(view.provider))
            found.append({place, entryOf(view.provider)});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) {
        const bool isAFar = a.entry.reach != Reach::Ready;
        const bool isBFar = b.entry.reach != Reach::Ready;
        if (isAFar != isBFar)
            return isBFar;
        if (a.rank != b.rank)
            return a.rank < b.rank;
        return QString::localeAwareCompare(a.entry.name.toLower(), b.entry.name.toLower()) < 0;
    });
    QList<CatalogEntry> entries;
    bool isFar = false;
    for (const Found &one : std::as_const(found)) {
        if (!isFar && one.entry.reach != Reach::Ready) {
            isFar = true;
            entries.append({.name = Words::tr("Not in this version"), .isCaption = true});
        }
        entries.append(one.entry);
    }
    return entries;
}

void CatalogModel::setEntries(const QList<CatalogEntry> &entries)
{
    if (m_entries == entries)
        return;
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int CatalogModel::rowOf(const QString &id) const
{
    for (int i = 0; i < m_entries.size(); ++i) {
        if (!m_entries.at(i).isCaption && m_entries.at(i).id == id)
            return i;
    }
    return -1;
}

int CatalogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant CatalogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CatalogEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.name;
    case Qt::AccessibleTextRole: {
        QStringList parts{entry.name, entry.second, entry.tag};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case widgets::SecondTextRole:
        return entry.second;
    case widgets::TileRole:
        return entry.prefix;
    case widgets::CaptionRole:
        return entry.isCaption;
    case widgets::IdRole:
        return entry.id;
    case ReachRole:
        return int(entry.reach);
    case TagRole:
        return entry.tag;
    default:
        return {};
    }
}

Qt::ItemFlags CatalogModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_entries.at(index.row()).isCaption)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

CatalogDelegate::CatalogDelegate(widgets::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize CatalogDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.data(widgets::CaptionRole).toBool())
        return {10, m_theme.height(36, Type::Caption)};
    const int lines = m_theme.lineHeight(Type::Body) + m_theme.lineHeight(Type::Small);
    return {10, std::max(48, lines + 10)};
}

void CatalogDelegate::paintCaption(QPainter &painter, const QRect &rect, const QString &text) const
{
    painter.setFont(m_theme.font(Type::Caption));
    painter.setPen(m_theme.tokens().text3);
    painter.drawText(rect.adjusted(12, 0, -12, -4), int(Qt::AlignLeading | Qt::AlignBottom), text);
}

int CatalogDelegate::paintTag(QPainter &painter, const QRect &rect, const QString &text,
                              bool isChosen) const
{
    const QFont font = m_theme.font(Type::Tag);
    const QFontMetrics metrics(font);
    const QSize size(metrics.horizontalAdvance(text) + 14, std::max(18, metrics.height() + 2));
    const QRect tag(rect.right() - size.width() + 1,
                    rect.top() + (rect.height() - size.height()) / 2, size.width(), size.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChosen ? m_theme.tokens().card : m_theme.tokens().tile);
    painter.drawRoundedRect(tag, 4, 4);
    painter.setFont(font);
    painter.setPen(m_theme.tokens().text2);
    painter.drawText(tag, Qt::AlignCenter, text);
    return size.width();
}

void CatalogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    if (index.data(widgets::CaptionRole).toBool())
        return paintCaption(*painter, option.rect, index.data().toString());
    const widgets::Tokens &t = m_theme.tokens();
    const bool isFar = Reach(index.data(ReachRole).toInt()) != Reach::Ready;
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isChosen || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isChosen ? t.accentSoft : t.hover);
        painter->drawRoundedRect(option.rect, 6, 6);
    }
    QRect rect = option.rect.adjusted(12, 0, -12, 0);
    painter->setOpacity(isFar ? 0.55 : 1);
    widgets::paintTile(*painter, m_theme,
                       QRect(rect.left(), rect.top() + (rect.height() - 28) / 2, 28, 28),
                       index.data(widgets::TileRole).toString());
    painter->setOpacity(1);
    rect.setLeft(rect.left() + 40);
    if (!isFar)
        rect.setRight(rect.right() -
                      paintTag(*painter, rect, index.data(TagRole).toString(), isChosen) - 12);
    const int first = m_theme.lineHeight(Type::Body);
    const int below = m_theme.lineHeight(Type::Small);
    const QRect name(rect.left(), rect.top() + (rect.height() - first - below) / 2, rect.width(),
                     first);
    const QRect second(rect.left(), name.bottom() + 1, rect.width(), below);
    const auto line = [painter](const QRect &place, const QString &text) {
        painter->drawText(place, int(Qt::AlignLeading | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    painter->setFont(m_theme.font(isChosen ? Type::BodyBold : Type::Body));
    painter->setPen(isFar ? t.text3 : t.text);
    line(name, index.data().toString());
    painter->setFont(m_theme.font(Type::Small));
    painter->setPen(isFar ? t.text3 : t.text2);
    line(second, index.data(widgets::SecondTextRole).toString());
    painter->restore();
}

} // namespace omni::ui::pages::providers
