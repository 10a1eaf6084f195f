// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/text/attentiontext.h"

#include "ui/text/errortext.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace omni::ui::text {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AttentionWords)
public:
    static AttentionText ofCooling(const engine::AttentionItem &item, qint64 nowMs);
    static AttentionText ofUnsafe(const QString &setting);
    static AttentionText ofError(const engine::AttentionItem &item, qint64 nowMs);
};

/// A reason as the start of a sentence.
QString sentence(const QString &words)
{
    return words.isEmpty() ? words : words.left(1).toUpper() + words.mid(1);
}

QString named(const engine::AttentionItem &item)
{
    if (item.provider.isEmpty())
        return item.subject;
    return Words::tr("%1, %2", "provider, account").arg(item.provider, item.subject);
}

AttentionText Words::ofCooling(const engine::AttentionItem &item, qint64 nowMs)
{
    const bool isModel = item.kind == engine::AttentionItem::Kind::ModelCooling;
    AttentionText text;
    text.title = tr("%1 is cooling").arg(isModel ? item.subject : named(item));
    const QString reason = sentence(reasonWords(item.detail));
    text.detail =
        item.untilMs > nowMs
            ? tr("%1, %2 to go.", "reason, time").arg(reason, countdown(item.untilMs - nowMs))
            : tr("%1.", "a reason as a sentence").arg(reason);
    text.action = tr("Clear");
    return text;
}

AttentionText Words::ofError(const engine::AttentionItem &item, qint64 nowMs)
{
    AttentionText text;
    text.title = tr("A request for %1 failed").arg(item.subject);
    const QString when = age(item.sinceMs, nowMs);
    // Anything else is English for the log.
    const bool isReason = base::errorCodeFromName(item.detail).has_value();
    text.detail = isReason
                      ? tr("%1, %2.", "reason, age").arg(sentence(reasonWords(item.detail)), when)
                      : tr("%1.", "a reason as a sentence").arg(sentence(when));
    return text;
}

AttentionText Words::ofUnsafe(const QString &setting)
{
    if (setting == QLatin1String("server.host"))
        return {tr("Other computers can ask"),
                tr("Everyone in this network who has a client key can use your accounts."),
                tr("Settings")};
    return {tr("No client key is required"),
            tr("Every program on this computer can use your accounts."), tr("Settings")};
}

} // namespace

AttentionText attentionText(const engine::AttentionItem &item, qint64 nowMs)
{
    using Kind = engine::AttentionItem::Kind;
    switch (item.kind) {
    case Kind::AccountRefused:
        return {Words::tr("%1 needs a new key").arg(named(item)),
                Words::tr("The provider refused the key."), Words::tr("Show account")};
    case Kind::AccountLocked:
        return {
            Words::tr("%1 is locked").arg(named(item)),
            Words::tr("The keyring is locked or lost this key. Requests wait until it is open."),
            Words::tr("Try again")};
    case Kind::ModelCooling:
    case Kind::AccountCooling:
        return Words::ofCooling(item, nowMs);
    case Kind::ServerDown:
        return {Words::tr("The server is not running"),
                Words::tr("Programs get no connection until it runs."), Words::tr("Open Home")};
    case Kind::StoreTrouble:
        return {
            Words::tr("The database cannot be written"),
            Words::tr("Settings and history of this session may be lost. Check the free space."),
            {}};
    case Kind::UnsafeSetting:
        return Words::ofUnsafe(item.subject);
    case Kind::RecentError:
        break;
    }
    return Words::ofError(item, nowMs);
}

QString serverWord(engine::ServerState state)
{
    switch (state) {
    case engine::ServerState::Starting:
        return Words::tr("Starting");
    case engine::ServerState::Running:
        return Words::tr("Running");
    case engine::ServerState::Paused:
        return Words::tr("Paused");
    case engine::ServerState::Down:
        return Words::tr("Down");
    case engine::ServerState::Stopped:
        break;
    }
    return Words::tr("Stopped");
}

QString serverLine(const engine::ServerView &server)
{
    switch (server.state) {
    case engine::ServerState::Starting:
        return Words::tr("OmniRoute, starting");
    case engine::ServerState::Running:
        return Words::tr("OmniRoute, running on port %1").arg(server.port);
    case engine::ServerState::Paused:
        return Words::tr("OmniRoute, paused on port %1").arg(server.port);
    case engine::ServerState::Down:
        if (server.downCode == engine::ServerView::DownCode::PortTaken)
            return Words::tr("OmniRoute, port %1 is busy")
                .arg(server.wantedPort ? server.wantedPort : server.port);
        return Words::tr("OmniRoute, down");
    case engine::ServerState::Stopped:
        break;
    }
    return Words::tr("OmniRoute, stopped");
}

QString accountsLine(const engine::Snapshot &snapshot)
{
    const int all = int(snapshot.accounts.size());
    if (all == 0)
        return Words::tr("No account yet");
    if (snapshot.accountsReady() == 0)
        return Words::tr("No account can answer now");
    return Words::tr("%1 of %n account(s) can answer", nullptr, all).arg(snapshot.accountsReady());
}

QString accountWord(const engine::AccountView &account, qint64 nowMs)
{
    switch (account.state) {
    case engine::AccountState::Ready:
        return Words::tr("Healthy");
    case engine::AccountState::Cooling: {
        qint64 until = 0;
        for (const engine::CoolingView &one : account.cooling)
            until = std::max(until, one.model.isEmpty() ? one.untilMs : 0);
        return until > nowMs ? Words::tr("Cooling %1").arg(countdown(until - nowMs))
                             : Words::tr("Cooling");
    }
    case engine::AccountState::NeedsAttention:
        return Words::tr("Key refused");
    case engine::AccountState::Paused:
        return Words::tr("Paused");
    case engine::AccountState::Locked:
        return Words::tr("Locked");
    case engine::AccountState::Loading:
        break;
    }
    return Words::tr("Loading");
}

} // namespace omni::ui::text
