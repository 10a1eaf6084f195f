// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/log.h"

#include <QObject>

#include <memory>
#include <mutex>

namespace omni::control {

/// New log lines, delivered on the thread that made the feed. Any number may exist.
class LogFeed : public QObject
{
    Q_OBJECT

public:
    explicit LogFeed(QObject *parent = nullptr);
    ~LogFeed() override;

signals:
    void line(const omni::base::LogLine &line);

private:
    /// Other threads log while the feed may be ending.
    struct Mailbox
    {
        std::mutex mutex;
        LogFeed *owner = nullptr;
    };
    std::shared_ptr<Mailbox> m_mailbox;
    int m_observer = 0;
};

} // namespace omni::control
