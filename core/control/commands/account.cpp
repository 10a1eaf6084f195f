// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/control/commands/handlers.h"
#include "core/control/commands/values.h"
#include "core/control/customprovider.h"
#include "core/control/operations.h"

using namespace Qt::Literals::StringLiterals;

namespace omni::control::handlers {

using auth::Account;
using auth::AccountDraft;
using base::Json;
using base::Result;

namespace {

/// For a few seconds the windows can bring a removed account back.
constexpr int UndoMs = 10'000;

AccountDraft accountDraft(const Invocation &invocation)
{
    AccountDraft draft;
    draft.provider = catalog::ProviderId(invocation.text(u"provider"_s));
    draft.name = invocation.text(u"name"_s);
    draft.tier = catalog::tierFromName(invocation.text(u"tier"_s));
    if (const auto priority = invocation.number(u"priority"_s))
        draft.priority = int(*priority);
    draft.baseUrl = QUrl(invocation.text(u"base-url"_s));
    draft.models = invocation.list(u"model"_s);
    return draft;
}

auth::CustomProviderDraft providerDraft(const Invocation &invocation, chat::Format format)
{
    auth::CustomProviderDraft draft;
    draft.name = invocation.text(u"name"_s);
    draft.prefix = invocation.text(u"prefix"_s);
    if (draft.prefix.isEmpty())
        draft.prefix = draft.name.toLower().replace(u' ', u'-');
    draft.format = format;
    if (const auto chosen = chat::formatFromName(invocation.text(u"format"_s).toLatin1()))
        draft.format = *chosen;
    draft.baseUrl = QUrl(invocation.text(u"base-url"_s));
    draft.allowPlainHttp = invocation.has(u"allow-http"_s);
    for (const QString &header : invocation.list(u"header"_s)) {
        const qsizetype colon = header.indexOf(u':');
        draft.headers.append(
            {header.left(colon < 0 ? header.size() : colon).trimmed().toLatin1(),
             colon < 0 ? QByteArray() : header.mid(colon + 1).trimmed().toLatin1()});
    }
    return draft;
}

/// Only a provider of the user's own takes these.
QString misplacedOption(const Invocation &invocation)
{
    for (const QString &name : {u"prefix"_s, u"format"_s, u"header"_s, u"allow-http"_s}) {
        if (invocation.has(name))
            return name;
    }
    return {};
}

void addTo(const Rooms &rooms, const Request &request, const AccountDraft &draft, Answer &answer,
           const std::function<void()> &undo)
{
    const bool check = !request.invocation.has(u"no-check"_s);
    rooms.operations.addAccount(draft, request.secret, check, &answer,
                                [rooms, &answer, check, undo](const Result<Account> &added) {
                                    if (!added) {
                                        undo();
                                        return answer.fail(added.error());
                                    }
                                    Json json = accountJson(rooms, *added);
                                    json.set("check", Json(check ? "good" : "skipped"));
                                    answer.result(json);
                                });
}

/// A provider of the user's own first, then the account; neither stays when one is refused.
void addCustom(const Rooms &rooms, const Request &request, chat::Format format, Answer &answer)
{
    const Invocation &invocation = request.invocation;
    const auto wish = providerDraft(invocation, format);
    if (isDryRun(request)) {
        const auto provider = customProvider(wish, rooms.catalog.current());
        if (!provider)
            return answer.fail(provider.error());
        return answer.result(dryRun(Json::object({{"provider", Json(provider->id.text())},
                                                  {"prefix", Json(provider->prefix)},
                                                  {"name", Json(provider->name)}})));
    }
    rooms.operations.addCustomProvider(
        wish, &answer, [rooms, request, &answer](const Result<catalog::Provider> &provider) {
            if (!provider)
                return answer.fail(provider.error());
            AccountDraft draft = accountDraft(request.invocation);
            draft.provider = provider->id;
            draft.baseUrl.clear();
            addTo(rooms, request, draft, answer, [rooms, id = provider->id] {
                rooms.catalog.remove(id, &rooms.operations, [](const Result<void> &) {});
            });
        });
}

} // namespace

void accountList(const Rooms &rooms, const Request &, Answer &answer)
{
    Json list = Json::array();
    for (const Account &account : rooms.accounts.all())
        list.append(accountJson(rooms, account));
    answer.result(Json::object({{"accounts", list}}));
}

void accountAdd(const Rooms &rooms, const Request &request, Answer &answer)
{
    const Invocation &invocation = request.invocation;
    const AccountDraft draft = accountDraft(invocation);
    for (const Account &account : rooms.accounts.all()) {
        if (!draft.name.isEmpty() && account.name == draft.name)
            return answer.fail(ExitCode::Conflict, "exists",
                               u"An account called \"%1\" exists already; choose another name "
                               "(--name)."_s.arg(draft.name));
    }
    const auto format = compatibleFormat(draft.provider.text());
    if (format && *format != chat::Format::OpenAiChat && invocation.has(u"format"_s))
        return answer.fail(ExitCode::Usage, "invalid_request",
                           u"--format is for openai-compatible; %1 says the format itself."_s.arg(
                               draft.provider.text()));
    if (format)
        return addCustom(rooms, request, *format, answer);
    if (const QString option = misplacedOption(invocation); !option.isEmpty())
        return answer.fail(ExitCode::Usage, "invalid_request",
                           u"--%1 is for providers of your own: openai-compatible, "
                           "anthropic-compatible, gemini-compatible."_s.arg(option));
    if (isDryRun(request)) {
        if (!providerFor(rooms, draft.provider.text(), answer))
            return;
        return answer.result(dryRun(
            Json::object({{"provider", Json(draft.provider.text())}, {"name", Json(draft.name)}})));
    }
    addTo(rooms, request, draft, answer, [] {});
}

void accountTest(const Rooms &rooms, const Request &request, Answer &answer)
{
    const Account *account = accountFor(rooms, request.invocation.text(u"id"_s), answer);
    if (!account)
        return;
    rooms.operations.testAccount(
        account->id, &answer,
        [rooms, &answer, id = account->id](const Result<auth::CheckReport> &report) {
            if (!report)
                return answer.fail(report.error());
            if (!report->isGood)
                return answer.fail(
                    ExitCode::CheckFailed,
                    report->error ? base::errorCodeName(report->error->code).toLatin1()
                                  : QByteArray("upstream_failed"),
                    report->error ? report->error->detail : u"The check did not succeed."_s);
            const Account *checked = rooms.accounts.find(id);
            answer.result(Json::object({{"good", Json(true)},
                                        {"id", Json(id.text())},
                                        {"name", checked ? Json(checked->name) : Json()},
                                        {"status", Json(report->status)},
                                        {"latency_ms", Json(report->latencyMs)},
                                        {"models", Json(report->modelCount)}}));
        });
}

namespace {

void setPaused(const Rooms &rooms, const Request &request, Answer &answer, bool paused)
{
    const Account *account = accountFor(rooms, request.invocation.text(u"id"_s), answer);
    if (!account)
        return;
    rooms.accounts.setPaused(account->id, paused, &answer,
                             finish(answer, [rooms, id = account->id] {
                                 const Account *now = rooms.accounts.find(id);
                                 return now ? accountJson(rooms, *now) : Json::object();
                             }));
}

} // namespace

void accountPause(const Rooms &rooms, const Request &request, Answer &answer)
{
    setPaused(rooms, request, answer, true);
}

void accountResume(const Rooms &rooms, const Request &request, Answer &answer)
{
    if (const Account *account = rooms.accounts.findByText(request.invocation.text(u"id"_s)))
        rooms.cooldowns.clear(account->id, QByteArray());
    setPaused(rooms, request, answer, false);
}

void accountRemove(const Rooms &rooms, const Request &request, Answer &answer)
{
    const Account *account = accountFor(rooms, request.invocation.text(u"id"_s), answer);
    if (!account)
        return;
    const Json json = accountJson(rooms, *account);
    if (isDryRun(request))
        return answer.result(dryRun(json));
    rooms.accounts.remove(account->id, UndoMs, &answer, finish(answer, [json] { return json; }));
}

} // namespace omni::control::handlers
