// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/base/heldsecrets.h"

#include <QHash>
#include <QString>
#include <QUrl>

#include <atomic>
#include <bitset>
#include <shared_mutex>

namespace omni::base {

namespace {

constexpr qsizetype Window = 8; ///< shorter values are not held: they would hide everyday words

struct Held
{
    QByteArray bytes;
    QString text;
};

struct HeldSet
{
    std::shared_mutex lock;
    std::atomic<int> size = 0;
    QHash<QByteArray, int> counts;
    /// By the low bytes of the first eight characters.
    QMultiHash<quint64, Held> byStart;
    /// Says at once that no value begins like this.
    std::bitset<65536> begins;
    /// Values outside ASCII are fewer characters than bytes, so they are searched one by one.
    QList<Held> foreign;
};

/// Never destroyed: the last messages of the process are redacted too.
HeldSet &heldSet()
{
    static auto *set = new HeldSet;
    return *set;
}

size_t slot(quint64 start)
{
    return size_t((start * 0x9E3779B97F4A7C15ULL) >> 48U);
}

quint64 lowByte(char c)
{
    return uchar(c);
}

quint64 lowByte(QChar c)
{
    return c.unicode() & 0xffU;
}

template<typename View>
quint64 startOf(View text)
{
    quint64 start = 0;
    for (qsizetype i = 0; i < Window; ++i)
        start = (start << 8U) | lowByte(text[i]);
    return start;
}

bool isAscii(const QByteArray &value)
{
    return std::all_of(value.begin(), value.end(), [](char c) { return uchar(c) < 128; });
}

/// The value as it also appears: inside JSON, and inside a URL.
QList<QByteArray> writings(const QByteArray &value)
{
    QList<QByteArray> all{value};
    QByteArray escaped = value;
    escaped.replace("\\", "\\\\").replace("\"", "\\\"");
    for (const QByteArray &other : {escaped, QUrl::toPercentEncoding(QString::fromUtf8(value))}) {
        if (!all.contains(other))
            all.append(other);
    }
    return all;
}

/// With the write lock held.
void rebuild(HeldSet &set)
{
    set.byStart.clear();
    set.begins.reset();
    set.foreign.clear();
    for (auto it = set.counts.begin(); it != set.counts.end(); ++it) {
        for (const QByteArray &writing : writings(it.key())) {
            const Held held{writing, QString::fromUtf8(writing)};
            if (isAscii(writing)) {
                const quint64 start = startOf(QByteArrayView(writing));
                set.byStart.insert(start, held);
                set.begins.set(slot(start));
            } else {
                set.foreign.append(held);
            }
        }
    }
    set.size = int(set.counts.size());
}

template<typename View, typename Member>
RedactionSpan find(const HeldSet &set, View text, qsizetype from, Member member)
{
    RedactionSpan first;
    const auto consider = [&](qsizetype at, qsizetype length) {
        if (!first.isFound() || at < first.start || (at == first.start && at + length > first.end))
            first = {at, at + length};
    };
    for (const Held &held : set.foreign) {
        const auto &value = held.*member;
        if (const qsizetype at = text.indexOf(View(value), from); at >= 0)
            consider(at, value.size());
    }
    if (text.size() - from < Window || set.byStart.isEmpty())
        return first;
    quint64 start = startOf(text.sliced(from));
    for (qsizetype at = from;; ++at) {
        if (set.begins.test(slot(start))) {
            for (auto [it, end] = set.byStart.equal_range(start); it != end; ++it) {
                const auto &value = (*it).*member;
                if (text.sliced(at).startsWith(View(value)))
                    consider(at, value.size());
            }
        }
        if ((first.isFound() && first.start <= at) || at + Window >= text.size())
            return first;
        start = (start << 8U) | lowByte(text[at + Window]);
    }
}

} // namespace

void holdSecret(const QByteArray &value)
{
    if (value.size() < Window)
        return;
    HeldSet &set = heldSet();
    const std::lock_guard locker(set.lock);
    if (++set.counts[value] == 1)
        rebuild(set);
}

void releaseSecret(const QByteArray &value)
{
    HeldSet &set = heldSet();
    const std::lock_guard locker(set.lock);
    const auto found = set.counts.find(value);
    if (found == set.counts.end() || --*found > 0)
        return;
    set.counts.erase(found);
    rebuild(set);
}

HeldSecretsReader::HeldSecretsReader()
    : m_isEmpty(heldSet().size == 0)
{
    if (!m_isEmpty)
        heldSet().lock.lock_shared();
}

HeldSecretsReader::~HeldSecretsReader()
{
    if (!m_isEmpty)
        heldSet().lock.unlock_shared();
}

RedactionSpan HeldSecretsReader::next(QByteArrayView text, qsizetype from) const
{
    return m_isEmpty ? RedactionSpan() : find(heldSet(), text, from, &Held::bytes);
}

RedactionSpan HeldSecretsReader::next(QStringView text, qsizetype from) const
{
    return m_isEmpty ? RedactionSpan() : find(heldSet(), text, from, &Held::text);
}

} // namespace omni::base
