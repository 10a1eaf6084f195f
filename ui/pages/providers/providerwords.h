// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/snapshot.h"
#include "ui/widgets/stateshape.h"

#include <QString>

namespace omni::ui::pages::providers {

/// Whether this version can add an account at a provider.
enum class Reach
{
    Ready,
    NoChat,     ///< it has no chat interface
    NoCodec,    ///< we do not speak its format yet
    SignInOnly, ///< it takes no key
    Ended       ///< the vendor closed it
};
[[nodiscard]] Reach reachOf(const catalog::Provider &provider);
/// The reason in a sentence; empty when ready.
[[nodiscard]] QString reachWords(Reach reach);

/// One of the two that stand in the catalog only to say that others can be added by hand.
[[nodiscard]] bool isTemplate(const catalog::Provider &provider);
[[nodiscard]] bool needsNoKey(const catalog::Provider &provider);
/// Every account has its own address there.
[[nodiscard]] bool needsOwnAddress(const catalog::Provider &provider);

[[nodiscard]] QString tierWord(catalog::Tier tier);
/// "by key", "local, no key" …
[[nodiscard]] QString accessWords(const catalog::Provider &provider);

/// How the accounts of one provider are, taken together.
struct Standing
{
    widgets::State state = widgets::State::Unknown;
    QString word;
};
[[nodiscard]] Standing standingOf(const QList<engine::AccountView> &accounts);

} // namespace omni::ui::pages::providers
