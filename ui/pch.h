// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

// Precompiled for the windows: what nearly every source of ui/ includes.
#include <QAbstractItemModel>
#include <QBoxLayout>
#include <QLabel>
#include <QList>
#include <QPainter>
#include <QString>
#include <QToolButton>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
