// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/iconstore.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

// The resources stand in a static library: without this call the linker drops them.
static void loadResources()
{
    Q_INIT_RESOURCE(ui);
}

namespace omni::ui::widgets {

namespace {

// More than all icons in both looks and a few sizes; a change of look refills it.
constexpr qsizetype MaxDrawn = 600;

QString pathOf(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

} // namespace

bool IconStore::exists(const QString &name)
{
    loadResources();
    return QFile::exists(pathOf(name));
}

QPixmap IconStore::pixmap(const QString &name, const QColor &color, int size, qreal ratio,
                          const QColor &behind)
{
    const QString key = QStringLiteral("%1|%2|%3|%4|%5")
                            .arg(name, color.name(QColor::HexArgb))
                            .arg(size)
                            .arg(ratio)
                            .arg(behind.isValid() ? behind.name() : QString());
    if (const auto found = m_drawn.constFind(key); found != m_drawn.constEnd())
        return *found;

    loadResources();
    auto source = m_sources.constFind(name);
    if (source == m_sources.constEnd()) {
        QFile file(pathOf(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        source = m_sources.insert(name, file.readAll());
    }
    QByteArray svg = *source;
    svg.replace("currentColor", color.name().toLatin1());
    if (behind.isValid() && name.startsWith(QLatin1String("state-")))
        svg.replace("#FFFFFF", behind.name().toLatin1());

    QImage image(qRound(size * ratio), qRound(size * ratio), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&image);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF(QPointF(0, 0), image.size()));
    painter.end();
    image.setDevicePixelRatio(ratio);

    if (m_drawn.size() >= MaxDrawn)
        m_drawn.clear();
    return *m_drawn.insert(key, QPixmap::fromImage(image));
}

} // namespace omni::ui::widgets
