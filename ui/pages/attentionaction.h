// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/engine/engine.h"

#include <functional>

namespace omni::ui::pages {

/// Leads to a page and an item of it, as in Page::openRequested.
using OpenPage = std::function<void(const QString &pageId, const QString &item)>;

/// Does what the button of an attention item says: asks the engine, or leads to the place.
void actOn(const engine::AttentionItem &item, engine::EngineFace &engine, const OpenPage &open);

} // namespace omni::ui::pages
