// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/headerrows.h"

#include <QHBoxLayout>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace omni::ui::pages::providers {

HeaderRows::HeaderRows(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_add(new widgets::LinkButton(theme, this))
{
    m_add->setObjectName(QStringLiteral("addHeader"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_column->addWidget(m_add, 0, Qt::AlignLeading);
    connect(m_add, &QPushButton::clicked, this, &HeaderRows::addRow);
}

void HeaderRows::addRow()
{
    Row row;
    row.widget = new QWidget(this);
    row.name = new QLineEdit(row.widget);
    row.value = new QLineEdit(row.widget);
    row.remove = new widgets::IconButton(m_theme, QStringLiteral("close"), 24, row.widget);
    row.name->setObjectName(QStringLiteral("headerName"));
    row.value->setObjectName(QStringLiteral("headerValue"));
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(row.name, 2);
    line->addWidget(row.value, 3);
    line->addWidget(row.remove);
    connect(row.name, &QLineEdit::textChanged, this, &HeaderRows::changed);
    connect(row.value, &QLineEdit::textChanged, this, &HeaderRows::changed);
    connect(row.remove, &QToolButton::clicked, this,
            [this, widget = row.widget] { removeRow(widget); });
    m_column->insertWidget(int(m_rows.size()), row.widget);
    m_rows.append(row);
    retranslate();
    row.widget->show();
    row.name->setFocus();
    emit changed();
}

void HeaderRows::removeRow(QWidget *widget)
{
    m_rows.removeIf([&](const Row &row) { return row.widget == widget; });
    m_column->removeWidget(widget);
    widget->hide();
    widget->deleteLater();
    m_add->setFocus();
    emit changed();
}

QList<std::pair<QByteArray, QByteArray>> HeaderRows::headers() const
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    for (const Row &row : m_rows) {
        const QString name = row.name->text().trimmed();
        if (!name.isEmpty())
            headers.append({name.toLatin1(), row.value->text().trimmed().toLatin1()});
    }
    return headers;
}

QString HeaderRows::problem() const
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z0-9!#$%&'*+.^_`|~-]*$"));
    static const QRegularExpression value(QStringLiteral("^[\\t\\x20-\\x7e]*$"));
    for (const Row &row : m_rows) {
        if (!name.match(row.name->text().trimmed()).hasMatch())
            return tr("The name of a header has letters, digits and - only.");
        if (!value.match(row.value->text()).hasMatch())
            return tr("The value of a header has plain letters and signs only.");
        if (row.name->text().trimmed().isEmpty() && !row.value->text().isEmpty())
            return tr("A header lacks its name.");
    }
    return {};
}

void HeaderRows::retranslate()
{
    m_add->setText(tr("Add a header"));
    m_add->updateGeometry();
    for (const Row &row : std::as_const(m_rows)) {
        row.name->setPlaceholderText(tr("Header"));
        row.name->setAccessibleName(tr("Name of the header"));
        row.value->setPlaceholderText(tr("Value"));
        row.value->setAccessibleName(tr("Value of the header"));
        row.remove->setName(tr("Remove the header"));
    }
}

} // namespace omni::ui::pages::providers
