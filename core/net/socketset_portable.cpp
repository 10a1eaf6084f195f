// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "core/net/socketset.h"

namespace omni::net {

std::unique_ptr<SocketSet> makeSocketSet(SocketSet::Handler handler)
{
    return makeNotifierSet(std::move(handler));
}

} // namespace omni::net
