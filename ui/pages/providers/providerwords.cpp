// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/providerwords.h"

#include <QCoreApplication>

namespace omni::ui::pages::providers {

using catalog::AuthKind;
using catalog::Provider;
using engine::AccountState;
using widgets::State;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ProviderWords)
};

} // namespace

bool isTemplate(const Provider &provider)
{
    return !provider.isUserMade && provider.id.text().endsWith(QLatin1String("-compatible"));
}

bool needsNoKey(const Provider &provider)
{
    return provider.isLocal || provider.auth.contains(AuthKind::None);
}

bool needsOwnAddress(const Provider &provider)
{
    return provider.baseUrl.isEmpty();
}

Reach reachOf(const Provider &provider)
{
    if (provider.status == catalog::ProviderStatus::Discontinued)
        return Reach::Ended;
    if (!provider.format)
        return Reach::NoChat;
    if (!needsNoKey(provider) && !provider.auth.contains(AuthKind::ApiKey))
        return Reach::SignInOnly;
    const bool isSpoken =
        *provider.format == chat::Format::OpenAiChat || *provider.format == chat::Format::Anthropic;
    return isSpoken ? Reach::Ready : Reach::NoCodec;
}

QString reachWords(Reach reach)
{
    switch (reach) {
    case Reach::Ready:
        break;
    case Reach::NoChat:
        return Words::tr("Has no chat models; this version uses chat only.");
    case Reach::NoCodec:
        return Words::tr("This version cannot talk to it yet.");
    case Reach::SignInOnly:
        return Words::tr("Needs a sign-in, which comes in a later version.");
    case Reach::Ended:
        return Words::tr("The vendor has closed this service.");
    }
    return {};
}

QString tierWord(catalog::Tier tier)
{
    switch (tier) {
    case catalog::Tier::Subscription:
        return Words::tr("subscription");
    case catalog::Tier::ApiKey:
        return Words::tr("pay per use");
    case catalog::Tier::Cheap:
        return Words::tr("low price");
    case catalog::Tier::Free:
        break;
    }
    return Words::tr("free");
}

QString accessWords(const Provider &provider)
{
    if (provider.isLocal)
        return Words::tr("local, no key");
    if (provider.auth.contains(AuthKind::ApiKey))
        return provider.auth.contains(AuthKind::None) ? Words::tr("with or without a key")
                                                      : Words::tr("by key");
    return provider.auth.contains(AuthKind::None) ? Words::tr("no key") : Words::tr("by sign-in");
}

Standing standingOf(const QList<engine::AccountView> &accounts)
{
    const auto count = [&](AccountState state) {
        return std::count_if(accounts.begin(), accounts.end(),
                             [&](const auto &view) { return view.state == state; });
    };
    const auto ready = count(AccountState::Ready);
    const auto refused = count(AccountState::NeedsAttention);
    if (count(AccountState::Paused) == accounts.size())
        return {State::Paused, Words::tr("Paused")};
    if (refused > 0)
        return {ready > 0 ? State::Attention : State::Error, Words::tr("Key refused")};
    if (count(AccountState::Locked) > 0)
        return {State::Attention, Words::tr("Locked")};
    if (ready > 0)
        return {State::Ok, Words::tr("Healthy")};
    if (count(AccountState::Cooling) > 0)
        return {State::Cooling, Words::tr("Cooling")};
    return {State::Unknown, Words::tr("Loading")};
}

} // namespace omni::ui::pages::providers
