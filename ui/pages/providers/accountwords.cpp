// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/accountwords.h"

#include "core/auth/accountdraft.h"
#include "ui/text/errortext.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace omni::ui::pages::providers {

using widgets::State;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AccountWords)
};

} // namespace

LineWords coolingWords(const engine::CoolingView &cooling, qint64 nowMs)
{
    const qint64 left = cooling.untilMs - nowMs;
    const QString reason = text::reasonWords(cooling.reason);
    LineWords words{.state = State::Cooling, .mono = QString::fromUtf8(cooling.model)};
    if (cooling.model.isEmpty()) {
        const QString sentence = Words::tr("The account rests for %1: %2.");
        words.text = sentence.arg(text::countdown(left), reason);
        words.spoken = sentence.arg(text::spokenDuration(left), reason);
        return words;
    }
    words.text =
        Words::tr("cooling for %1 (%2), other models answer").arg(text::countdown(left), reason);
    words.spoken = Words::tr("%1 cooling for %2 (%3), other models answer")
                       .arg(words.mono, text::spokenDuration(left), reason);
    return words;
}

QString lastLine(const engine::AccountView &view, qint64 nowMs)
{
    const auth::Account &account = view.account;
    QStringList sentences;
    if (!account.hasSecret)
        sentences.append(Words::tr("No key needed."));
    else if (!account.secretHint.isEmpty())
        sentences.append(Words::tr("Key %1.").arg(text::maskedKey(account.secretHint)));
    if (!account.baseUrl.isEmpty())
        sentences.append(Words::tr("Own address %1.").arg(account.baseUrl.toString()));
    sentences.append(account.lastUsedMs == 0
                         ? Words::tr("Not used yet.")
                         : Words::tr("Last used %1.").arg(text::age(account.lastUsedMs, nowMs)));
    sentences.append(account.checkedMs == 0
                         ? Words::tr("Not checked yet.")
                         : Words::tr("Checked %1.").arg(text::age(account.checkedMs, nowMs)));
    return sentences.join(QLatin1Char(' '));
}

LineWords checkWords(const auth::CheckReport &report, bool needsKey)
{
    if (report.error)
        return checkWords(*report.error);
    if (!report.isGood)
        return checkWords(
            base::Error{.code = base::ErrorCode::UpstreamFailed, .upstreamStatus = report.status});
    LineWords words{.state = State::Ok};
    if (report.modelCount == 0)
        words.text = needsKey ? Words::tr("The key works.") : Words::tr("It answers.");
    else if (needsKey)
        words.text = Words::tr("The key works. %n model(s).", nullptr, report.modelCount);
    else
        words.text = Words::tr("It answers. %n model(s).", nullptr, report.modelCount);
    return words;
}

LineWords checkWords(const base::Error &error)
{
    const text::ErrorText told = text::errorText(error);
    const bool isRefusal =
        error.code == base::ErrorCode::Unauthorized || error.code == base::ErrorCode::Forbidden;
    return {.state = isRefusal ? State::Error : State::Attention, .text = told.oneLine()};
}

} // namespace omni::ui::pages::providers
