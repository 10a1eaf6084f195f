// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/gateway/exchange.h"

#include "core/usage/cost.h"

namespace omni::gateway {

namespace {

constexpr int BytesPerToken = 4;
constexpr qsizetype MostLosses = 64;
constexpr qsizetype LongestLoss = 300;
constexpr qsizetype LongestLossHeader = 2048;

QString englishList(const QStringList &words)
{
    return words.join(QStringLiteral(", "));
}

std::optional<std::chrono::milliseconds> earliestReset(const route::Plan &plan,
                                                       base::Clock::TimePoint now)
{
    std::optional<std::chrono::milliseconds> earliest;
    for (const route::Candidate &candidate : plan.candidates) {
        if (!candidate.until)
            continue;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(
            std::max(base::Clock::TimePoint::duration::zero(), *candidate.until - now));
        earliest = earliest ? std::min(*earliest, left) : left;
    }
    return earliest;
}

} // namespace

QStringList lossTexts(const wire::Losses &losses)
{
    QStringList texts;
    for (const wire::Loss &loss : losses) {
        if (texts.size() == MostLosses) {
            texts.append(QStringLiteral("… and %1 more").arg(losses.size() - MostLosses));
            break;
        }
        const QString text = QString::fromUtf8(loss.path + ": " + loss.reason);
        if (!texts.contains(text.left(LongestLoss)))
            texts.append(text.left(LongestLoss));
    }
    return texts;
}

QByteArray lossHeader(const QStringList &losses)
{
    QByteArray value;
    for (const QString &loss : losses) {
        QByteArray text = loss.toUtf8();
        for (char &c : text) {
            if (c < 0x20 || c > 0x7e)
                c = '?';
        }
        if (value.size() + text.size() > LongestLossHeader)
            return value + "; ...";
        value += (value.isEmpty() ? "" : "; ") + text;
    }
    return value;
}

base::Error nobodyCanAnswer(const route::Plan &plan, const QString &wanted,
                            base::Clock::TimePoint now)
{
    using base::ErrorCode;
    QStringList reasons;
    bool isLimited = false;
    bool isForbidden = !plan.candidates.isEmpty();
    for (const route::Candidate &candidate : plan.candidates) {
        const QString who =
            candidate.accountName.isEmpty() ? candidate.step : candidate.accountName;
        reasons.append(QStringLiteral("%1: %2").arg(who, candidate.skipped));
        isLimited = isLimited || (candidate.skipped == QLatin1String("cooling") &&
                                  (candidate.coolingReason == ErrorCode::RateLimited ||
                                   candidate.coolingReason == ErrorCode::QuotaExhausted));
        isForbidden = isForbidden && candidate.skipped == QLatin1String("not_allowed");
    }
    reasons.removeDuplicates();
    if (isForbidden)
        return {.code = ErrorCode::Forbidden,
                .detail = QStringLiteral("this client key may not use \"%1\"; its list of models "
                                         "can be changed in OmniRoute")
                              .arg(wanted)};
    base::Error error{.code = isLimited ? ErrorCode::RateLimited : ErrorCode::Overloaded,
                      .retryAfter = earliestReset(plan, now)};
    error.detail =
        error.retryAfter
            ? QStringLiteral("no target for \"%1\" can answer now (%2); the first is back in %3 s")
                  .arg(wanted, englishList(reasons))
                  .arg(std::chrono::ceil<std::chrono::seconds>(*error.retryAfter).count())
            : QStringLiteral("no target for \"%1\" can answer (%2); add or resume an account")
                  .arg(wanted, englishList(reasons));
    return error;
}

base::Error chooseError(const QList<base::Error> &errors)
{
    using base::ErrorCode;
    base::Error chosen = errors.constLast();
    for (const base::Error &error : errors) {
        if (error.code != ErrorCode::Unauthorized && error.code != ErrorCode::Forbidden)
            chosen = error;
    }
    if (chosen.code == ErrorCode::RateLimited || chosen.code == ErrorCode::QuotaExhausted) {
        for (const base::Error &error : errors) {
            if (error.retryAfter)
                chosen.retryAfter =
                    std::min(chosen.retryAfter.value_or(*error.retryAfter), *error.retryAfter);
        }
    }
    return chosen;
}

qint64 Exchange::sinceStartMs() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_gateway.rooms().clock.now() -
                                                                 m_started)
        .count();
}

void Exchange::recordSkipped(const route::Candidate &candidate)
{
    m_record.attempts.append({.provider = candidate.target.provider.text(),
                              .accountId = candidate.target.account.text(),
                              .account = candidate.accountName,
                              .model = candidate.target.model.isEmpty() ? candidate.step.toUtf8()
                                                                        : candidate.target.model,
                              .reason = candidate.skipped,
                              .startedMs = sinceStartMs()});
}

void Exchange::closeAttemptRecord(usage::AttemptRecord::Outcome outcome, const base::Error *error)
{
    usage::AttemptRecord &attempt = m_record.attempts.last();
    attempt.outcome = outcome;
    attempt.status = m_attempt ? m_attempt->status() : 0;
    attempt.durationMs = sinceStartMs() - attempt.startedMs;
    if (error) {
        attempt.reason = base::errorCodeName(error->code);
        attempt.detail = error->detail;
    }
    if (!m_attempt || !m_attempt->reader())
        return;
    // What a broken or cancelled answer cost is still its cost.
    m_record.usage = m_attempt->reader()->usage();
    attempt.losses += lossTexts(m_attempt->reader()->losses());
    if (outcome == usage::AttemptRecord::Outcome::Failed && m_phase != Phase::Answering)
        m_record.usage = {};
}

void Exchange::finish(int status, const std::optional<base::Error> &error)
{
    m_phase = Phase::Over;
    m_over = m_gateway.rooms().clock.now();
    m_sink->onGone(nullptr);
    m_sink->onDrained(nullptr);
    m_record.status = status;
    m_record.error = error;
    m_record.totalMs = sinceStartMs();
    if (!m_record.attempts.isEmpty() &&
        m_record.attempts.constLast().outcome != usage::AttemptRecord::Outcome::Skipped) {
        const usage::AttemptRecord &last = m_record.attempts.constLast();
        m_record.provider = last.provider;
        m_record.accountId = last.accountId;
        m_record.account = last.account;
        m_record.model = last.model;
        m_record.losses += last.losses;
        if (const auto *provider = m_catalog->find(catalog::ProviderId(last.provider))) {
            if (const catalog::Model *model = provider->model(last.model))
                m_record.costMicros = usage::costMicros(m_record.usage, model->price);
        }
    }
    m_gateway.rooms().log.add(m_record);
    m_request.body.clear();
    m_decoded.reset();
    m_gateway.ended(this);
}

LiveExchange Exchange::live() const
{
    LiveExchange live{.id = m_request.requestId,
                      .program = m_request.program,
                      .model = m_facts.model,
                      .startedMs = m_record.startedMs,
                      .isWaiting = m_phase != Phase::Answering,
                      .firstByteMs = m_firstByteWallMs};
    if (m_attempt && !m_record.attempts.isEmpty()) {
        const usage::AttemptRecord &last = m_record.attempts.constLast();
        const auto *provider = m_catalog->find(catalog::ProviderId(last.provider));
        live.model = (provider ? provider->prefix.toUtf8() + '/' : QByteArray()) + last.model;
        live.account = last.account;
        if (const AnswerReader *reader = m_attempt->reader())
            live.outputTokens =
                reader->usage().output.value_or(reader->contentBytes() / BytesPerToken);
    }
    return live;
}

} // namespace omni::gateway
