// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/auth/accountdraft.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"

namespace omni::control {

/// The provider that a user describes: paths, headers and model list as its format has them. Its id
/// is its prefix. InvalidRequest (what is wrong), Forbidden (plain http to elsewhere), Unsupported
/// (a format this version does not speak).
[[nodiscard]] base::Result<catalog::Provider> customProvider(const auth::CustomProviderDraft &draft,
                                                             const catalog::Catalog &catalog);

/// The format behind `openai-compatible` and its siblings; nothing for any other word.
[[nodiscard]] std::optional<chat::Format> compatibleFormat(const QString &word);

} // namespace omni::control
