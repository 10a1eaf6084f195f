// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/catalog/provider.h"

#include <array>

namespace omni::catalog {

namespace {

constexpr std::array<const char *, 4> Tiers{"subscription", "api-key", "cheap", "free"};

} // namespace

QString tierName(Tier tier)
{
    return QString::fromLatin1(Tiers.at(size_t(tier)));
}

std::optional<Tier> tierFromName(QStringView name)
{
    for (size_t i = 0; i < Tiers.size(); ++i) {
        if (name == QLatin1StringView(Tiers.at(i)))
            return Tier(i);
    }
    return std::nullopt;
}

const Model *Provider::model(QByteArrayView modelId) const
{
    for (const Model &model : models) {
        if (model.id == modelId)
            return &model;
    }
    for (const Model &model : models) {
        for (const QByteArray &alias : model.aliases) {
            if (alias == modelId)
                return &model;
        }
    }
    return nullptr;
}

const chat::Traits &Provider::traitsFor(QByteArrayView modelId) const
{
    const Model *known = model(modelId);
    return known && known->traits ? *known->traits : traits;
}

} // namespace omni::catalog
