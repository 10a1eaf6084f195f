// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/client/texttable.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace omni::control {

using base::Json;

namespace {

/// Names come from elsewhere: nothing in them may move the terminal's cursor.
QString printable(QString text)
{
    for (QChar &letter : text) {
        if (letter.category() == QChar::Other_Control)
            letter = u' ';
    }
    return text;
}

} // namespace

QString TextTable::text(const Style &style) const
{
    QList<qsizetype> widths;
    for (const QStringList &row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths.append(0);
            widths[i] = std::max(widths.at(i), row.at(i).size());
        }
    }
    QString out;
    for (qsizetype r = 0; r < m_rows.size(); ++r) {
        QString line;
        for (qsizetype i = 0; i < m_rows.at(r).size(); ++i)
            line += printable(m_rows.at(r).at(i)).leftJustified(widths.at(i)) + u"  "_s;
        while (line.endsWith(u' '))
            line.chop(1);
        out += (r == 0 ? tinted(line, Tint::Faint, style) : line) + u'\n';
    }
    return out;
}

QString shown(const Json &value)
{
    switch (value.type()) {
    case Json::Type::Null:
        return u"–"_s;
    case Json::Type::String:
        return printable(value.toText());
    default:
        return QString::fromUtf8(value.toJson());
    }
}

QString shownTime(const Json &iso)
{
    const QDateTime time = QDateTime::fromString(iso.toText(), Qt::ISODateWithMs);
    return time.isValid() ? time.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : u"–"_s;
}

QString shownSpan(qint64 milliseconds)
{
    if (milliseconds < 1000)
        return u"%1 ms"_s.arg(milliseconds);
    if (milliseconds < 60'000)
        return u"%1 s"_s.arg(double(milliseconds) / 1000, 0, 'f', 1);
    const qint64 minutes = milliseconds / 60'000;
    if (minutes < 60)
        return u"%1 min"_s.arg(minutes);
    if (minutes < 24 * 60)
        return u"%1 h %2 min"_s.arg(minutes / 60).arg(minutes % 60);
    return u"%1 d %2 h"_s.arg(minutes / (24 * 60)).arg(minutes / 60 % 24);
}

QString tinted(const QString &text, Tint tint, const Style &style)
{
    if (!style.hasColour)
        return text;
    static const QStringList codes{u"32"_s, u"33"_s, u"31"_s, u"2"_s};
    return u"\x1b[%1m%2\x1b[0m"_s.arg(codes.at(int(tint)), text);
}

} // namespace omni::control
