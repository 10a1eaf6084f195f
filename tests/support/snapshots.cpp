// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/snapshots.h"

#include "core/base/error.h"

namespace omni::test {

using engine::AccountState;
using engine::AccountView;
using engine::AttentionItem;
using engine::ServerState;
using engine::Snapshot;

namespace {

qint64 now()
{
    return QDateTime(QDate(2026, 11, 24), QTime(13, 0), Qt::UTC).toMSecsSinceEpoch();
}

constexpr qint64 Second = 1000;
constexpr qint64 Minute = 60 * Second;
constexpr qint64 Hour = 60 * Minute;

struct ProviderRow
{
    const char *id;
    const char *prefix;
    const char *name;
    catalog::Tier tier;
    catalog::AuthKind auth;
    int requestsToday;
    QList<const char *> models;
};

QList<ProviderRow> providerRows()
{
    using catalog::AuthKind;
    using catalog::Tier;
    return {
        {"claude",
         "cc",
         "Claude Code",
         Tier::Subscription,
         AuthKind::OAuth,
         131,
         {"claude-opus-4-6", "claude-sonnet-4-6", "claude-haiku-4-5"}},
        {"codex",
         "cx",
         "OpenAI Codex",
         Tier::Subscription,
         AuthKind::OAuth,
         52,
         {"gpt-5.2-codex", "gpt-5.2"}},
        {"glm",
         "glm",
         "GLM Coding",
         Tier::Cheap,
         AuthKind::ApiKey,
         31,
         {"glm-4.7", "glm-4.7-flash"}},
        {"gemini",
         "gemini",
         "Gemini",
         Tier::Free,
         AuthKind::ApiKey,
         0,
         {"gemini-3-flash-preview", "gemini-3-pro-preview"}},
        {"opencode-zen", "oc", "OpenCode Zen", Tier::Free, AuthKind::None, 0, {"big-pickle"}},
        {"qwen", "qw", "Qwen Code", Tier::Free, AuthKind::OAuth, 0, {"qwen3-coder-plus"}},
        {"openrouter",
         "or",
         "OpenRouter",
         Tier::ApiKey,
         AuthKind::ApiKey,
         0,
         {"deepseek/deepseek-v4"}},
        {"groq", "groq", "Groq", Tier::Free, AuthKind::ApiKey, 0, {"llama-4-70b"}},
        {"mistral", "mis", "Mistral", Tier::ApiKey, AuthKind::ApiKey, 0, {"codestral-2"}},
        {"deepseek", "ds", "DeepSeek", Tier::Cheap, AuthKind::ApiKey, 0, {"deepseek-v4"}},
        {"ollama", "ollama", "Ollama", Tier::Free, AuthKind::None, 0, {}},
        {"anthropic",
         "anthropic",
         "Anthropic API",
         Tier::ApiKey,
         AuthKind::ApiKey,
         0,
         {"claude-opus-4-6"}},
    };
}

QList<engine::ProviderView> providers()
{
    QList<engine::ProviderView> all;
    for (const ProviderRow &row : providerRows()) {
        engine::ProviderView view;
        view.provider.id = catalog::ProviderId(QString::fromLatin1(row.id));
        view.provider.prefix = QString::fromLatin1(row.prefix);
        view.provider.name = QString::fromLatin1(row.name);
        view.provider.vendor = view.provider.name;
        view.provider.tier = row.tier;
        view.provider.auth = {row.auth};
        view.provider.format = chat::Format::OpenAiChat;
        view.provider.baseUrl =
            QUrl(QStringLiteral("https://%1.example/v1").arg(view.provider.id.text()));
        view.provider.keyPage =
            QUrl(QStringLiteral("https://%1.example/keys").arg(view.provider.id.text()));
        view.provider.isLocal = view.provider.id.text() == QLatin1String("ollama");
        for (const char *model : row.models) {
            catalog::Model one;
            one.id = model;
            one.contextWindow = 200'000;
            view.provider.models.append(one);
        }
        view.requestsToday = row.requestsToday;
        all.append(view);
    }
    return all;
}

void addAccount(Snapshot &snapshot, const char *id, const char *provider, const char *name,
                AccountState state = AccountState::Ready)
{
    AccountView view;
    view.account.id = auth::AccountId(QString::fromLatin1(id));
    view.account.provider = catalog::ProviderId(QString::fromLatin1(provider));
    view.account.name = QString::fromLatin1(name);
    view.account.hasSecret = true;
    view.account.secretHint = QStringLiteral("4c1e");
    view.account.priority = int(snapshot.accounts.size());
    view.account.createdMs = snapshot.atMs - 40 * 24 * Hour;
    view.account.checkedMs = snapshot.atMs - Minute;
    view.account.lastUsedMs = snapshot.atMs - 12 * Second;
    view.account.isPaused = state == AccountState::Paused;
    view.state = state;
    for (const engine::ProviderView &one : std::as_const(snapshot.providers)) {
        if (one.provider.id != view.account.provider)
            continue;
        view.providerName = one.provider.name;
        view.prefix = one.provider.prefix;
        view.account.tier = one.provider.tier;
        view.account.models = one.provider.models;
    }
    snapshot.accounts.append(view);
}

void addKeys(Snapshot &snapshot)
{
    auth::ClientKey first;
    first.id = QStringLiteral("key-1");
    first.name = QStringLiteral("default");
    first.hint = QStringLiteral("7Q2f");
    first.createdMs = snapshot.atMs - 40 * 24 * Hour;
    snapshot.keys.append(first);
}

route::Combo combo(const char *name, const QList<const char *> &targets)
{
    route::Combo made;
    made.name = QString::fromLatin1(name);
    for (const char *target : targets)
        made.steps.append({QString::fromLatin1(target), {}});
    return made;
}

void addHours(engine::DayView &day, qint64 atMs)
{
    constexpr std::array<int, 24> Requests{13, 8, 15, 18, 12, 9, 5, 3, 6,  4,  2,  1,
                                           0,  0, 0,  0,  0,  1, 2, 6, 11, 19, 16, 9};
    for (size_t i = 0; i < Requests.size(); ++i)
        day.hours.at(i) = {atMs - qint64(24 - i) * Hour, Requests.at(i)};
}

void addModelIds(Snapshot &snapshot)
{
    for (const route::Combo &one : std::as_const(snapshot.combos))
        snapshot.modelIds.append(one.name);
    for (const AccountView &view : std::as_const(snapshot.accounts)) {
        for (const catalog::Model &model : view.account.models) {
            const QString id = view.prefix + QLatin1Char('/') + QString::fromUtf8(model.id);
            if (!snapshot.modelIds.contains(id))
                snapshot.modelIds.append(id);
        }
    }
}

usage::ExchangeRecord failedRequest(const char *id, const char *model, base::ErrorCode code,
                                    qint64 atMs)
{
    usage::ExchangeRecord record;
    record.id = id;
    record.startedMs = atMs;
    record.program = QStringLiteral("Claude Code");
    record.requestedModel = model;
    record.status = 503;
    record.error = base::Error{.code = code};
    record.totalMs = 2100;
    return record;
}

} // namespace

Snapshot emptySnapshot()
{
    Snapshot s;
    s.atMs = now();
    s.server = {.state = ServerState::Running,
                .host = QStringLiteral("127.0.0.1"),
                .port = 20128,
                .version = QStringLiteral("0.1.0"),
                .startedMs = s.atMs - 2 * Hour};
    s.providers = providers();
    addKeys(s);
    for (size_t i = 0; i < s.day.hours.size(); ++i)
        s.day.hours.at(i) = {s.atMs - qint64(24 - i) * Hour, 0};
    return s;
}

Snapshot filledSnapshot()
{
    Snapshot s = emptySnapshot();
    addAccount(s, "acc-1", "claude", "personal");
    addAccount(s, "acc-2", "claude", "team seat");
    addAccount(s, "acc-3", "codex", "work");
    addAccount(s, "acc-4", "glm", "lite");
    addAccount(s, "acc-5", "gemini", "me@example.org");
    addAccount(s, "acc-6", "qwen", "laptop", AccountState::NeedsAttention);
    addAccount(s, "acc-7", "openrouter", "spare", AccountState::Paused);
    s.accounts[0].cooling.append(
        {"claude-opus-4-6", s.atMs + 11 * Minute + 42 * Second, QStringLiteral("rate_limited")});
    s.accounts[5].account.authTrouble = QStringLiteral("401 invalid api key");

    s.combos = {combo("always-on", {"cc/claude-opus-4-6", "cx/gpt-5.2-codex", "glm/glm-4.7",
                                    "gemini/gemini-3-flash-preview"}),
                combo("free-forever",
                      {"gemini/gemini-3-flash-preview", "qw/qwen3-coder-plus", "oc/big-pickle"}),
                combo("max-subscription", {"cc/claude-opus-4-6", "cx/gpt-5.2-codex", "cx/gpt-5.2"}),
                combo("review", {"cc/claude-sonnet-4-6", "cx/gpt-5.2"})};
    s.live = {{.id = "req-1",
               .program = QStringLiteral("Claude Code"),
               .model = "cx/gpt-5.2-codex",
               .account = QStringLiteral("OpenAI Codex, work"),
               .startedMs = s.atMs - 12'400,
               .outputTokens = 640,
               .tokensPerSecond = 58,
               .isWaiting = false},
              {.id = "req-2",
               .program = QStringLiteral("OpenCode"),
               .model = "glm/glm-4.7",
               .account = QStringLiteral("GLM Coding, lite"),
               .startedMs = s.atMs - 3'100,
               .outputTokens = 210,
               .tokensPerSecond = 92,
               .isWaiting = false},
              {.id = "req-3",
               .program = QStringLiteral("curl"),
               .model = "always-on",
               .account = {},
               .startedMs = s.atMs - 800,
               .isWaiting = true}};
    s.attention = {{.kind = AttentionItem::Kind::AccountRefused,
                    .subject = QStringLiteral("laptop"),
                    .provider = QStringLiteral("Qwen Code"),
                    .targetId = QStringLiteral("acc-6"),
                    .sinceMs = s.atMs - Hour},
                   {.kind = AttentionItem::Kind::ModelCooling,
                    .subject = QStringLiteral("cc/claude-opus-4-6"),
                    .provider = QStringLiteral("Claude Code"),
                    .targetId = QStringLiteral("acc-1"),
                    .detail = QStringLiteral("rate_limited"),
                    .sinceMs = s.atMs - Minute,
                    .untilMs = s.atMs + 11 * Minute + 42 * Second}};
    s.day.requests = 214;
    s.day.answered = 212;
    s.day.tokens = 4'800'000;
    s.day.costMicros = 1'260'000;
    addHours(s.day, s.atMs);
    addModelIds(s);
    return s;
}

Snapshot failingSnapshot()
{
    Snapshot s = filledSnapshot();
    s.live.clear();
    for (AccountView &view : s.accounts) {
        if (view.state == AccountState::Ready) {
            view.state = AccountState::Cooling;
            view.cooling = {{{}, s.atMs + 41 * Minute, QStringLiteral("quota_exhausted")}};
        }
    }
    s.attention.append({.kind = AttentionItem::Kind::AccountCooling,
                        .subject = QStringLiteral("work"),
                        .provider = QStringLiteral("OpenAI Codex"),
                        .targetId = QStringLiteral("acc-3"),
                        .detail = QStringLiteral("quota_exhausted"),
                        .untilMs = s.atMs + 41 * Minute});
    s.recentErrors = {
        failedRequest("req-91", "always-on", base::ErrorCode::QuotaExhausted, s.atMs - Minute),
        failedRequest("req-90", "gemini/gemini-3-pro-preview-with-a-very-long-name-indeed",
                      base::ErrorCode::Timeout, s.atMs - 9 * Minute)};
    for (const usage::ExchangeRecord &record : std::as_const(s.recentErrors)) {
        s.attention.append({.kind = AttentionItem::Kind::RecentError,
                            .subject = QString::fromUtf8(record.requestedModel),
                            .targetId = QString::fromUtf8(record.id),
                            .detail = base::errorCodeName(record.error->code),
                            .sinceMs = record.startedMs});
    }
    s.attention.append({.kind = AttentionItem::Kind::UnsafeSetting,
                        .subject = QStringLiteral("server.requireKey")});
    s.day.answered = 150;
    s.day.costMicros.reset();
    return s;
}

Snapshot lockedSnapshot()
{
    Snapshot s = filledSnapshot();
    s.attention.clear();
    s.live.clear();
    for (AccountView &view : s.accounts) {
        view.cooling.clear();
        if (view.state == AccountState::Paused)
            continue;
        view.state = AccountState::Locked;
        s.attention.append({.kind = AttentionItem::Kind::AccountLocked,
                            .subject = view.account.name,
                            .provider = view.providerName,
                            .targetId = view.account.id.text()});
    }
    return s;
}

Snapshot portTakenSnapshot()
{
    Snapshot s = filledSnapshot();
    s.live.clear();
    s.server.state = ServerState::Down;
    s.server.port = 0;
    s.server.wantedPort = 20128;
    s.server.nextFreePort = 20129;
    s.server.portHolder = QStringLiteral("node (4711)");
    s.server.downCode = engine::ServerView::DownCode::PortTaken;
    s.server.downDetail = QStringLiteral("127.0.0.1:20128: Address already in use");
    s.attention.prepend({.kind = AttentionItem::Kind::ServerDown, .detail = s.server.downDetail});
    return s;
}

Snapshot pausedSnapshot()
{
    Snapshot s = filledSnapshot();
    s.server.state = ServerState::Paused;
    s.live.clear();
    return s;
}

Snapshot startingSnapshot()
{
    Snapshot s;
    s.atMs = now();
    s.server.state = ServerState::Starting;
    s.server.wantedPort = 20128;
    return s;
}

QList<PreparedSnapshot> allSnapshots()
{
    return {{QStringLiteral("empty"), emptySnapshot()},
            {QStringLiteral("filled"), filledSnapshot()},
            {QStringLiteral("failing"), failingSnapshot()},
            {QStringLiteral("locked"), lockedSnapshot()},
            {QStringLiteral("porttaken"), portTakenSnapshot()},
            {QStringLiteral("paused"), pausedSnapshot()},
            {QStringLiteral("starting"), startingSnapshot()}};
}

} // namespace omni::test
