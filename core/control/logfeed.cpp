// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/logfeed.h"

namespace omni::control {

LogFeed::LogFeed(QObject *parent)
    : QObject(parent)
    , m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->owner = this;
    m_observer = base::LogSink::addObserver([mailbox = m_mailbox](const base::LogLine &line) {
        const std::lock_guard locker(mailbox->mutex);
        LogFeed *owner = mailbox->owner;
        if (owner)
            QMetaObject::invokeMethod(
                owner, [owner, line] { emit owner->line(line); }, Qt::QueuedConnection);
    });
}

LogFeed::~LogFeed()
{
    base::LogSink::removeObserver(m_observer);
    const std::lock_guard locker(m_mailbox->mutex);
    m_mailbox->owner = nullptr;
}

} // namespace omni::control
