// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/base/error.h"
#include "core/base/json.h"

#include <QByteArrayView>

namespace omni::wire {

/// An exception of an AWS service (`ThrottlingException`, `validationException`, …), in a stream or
/// as a body. `status` is 200 inside a stream; the status the service itself would send stands in
/// the error then.
[[nodiscard]] base::Error awsException(QByteArrayView name, const base::Json &body, int status);

/// A refusal as a whole body: its name stands in `__type` or `code`, if anywhere. `body` may be
/// anything.
[[nodiscard]] base::Error decodeAwsError(int status, QByteArrayView body);

} // namespace omni::wire
