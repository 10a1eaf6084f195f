// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace omni::base {

/// A value or the Error that prevented it.
template<typename T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

/// `return fail(ErrorCode::NotFound, u"…"_qs);` in any function that returns a Result.
inline Failure fail(ErrorCode code, const QString &detail)
{
    return Failure(Error{.code = code, .detail = detail});
}

inline Failure fail(Error error)
{
    return Failure(std::move(error));
}

} // namespace omni::base
