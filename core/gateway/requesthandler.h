// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/gateway/inboundrequest.h"
#include "core/gateway/replysink.h"
#include "core/gateway/responsestore.h"

#include <memory>

namespace omni::gateway {

/// One line of the model list that clients see.
struct ListedModel
{
    QByteArray id; ///< as a client asks for it: `glm/glm-4.7`, a combo's name
    QByteArray owner;
    QString name;
    qint64 createdSeconds = 0;
    std::optional<qint64> contextWindow;
    std::optional<qint64> maxOutput;
    QStringList capabilities; ///< tools, vision, thinking, …; empty = unknown
};

/// What stands behind the http room: takes checked requests and answers through the sink.
class RequestHandler
{
public:
    virtual ~RequestHandler() = default;
    virtual void handle(InboundRequest request, std::unique_ptr<ReplySink> sink) = 0;
    /// Every model a client with these globs may use now (empty = all).
    [[nodiscard]] virtual QList<ListedModel> models(const QStringList &allowedModels) const = 0;
    /// The answers of the Responses dialect that are kept for their clients.
    [[nodiscard]] virtual ResponseStore &responses() = 0;
};

} // namespace omni::gateway
