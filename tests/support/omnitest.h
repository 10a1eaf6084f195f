// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTest>

#include <functional>

namespace omni::test {

/// Adds a test class to this program; used through OMNI_TEST.
int addTest(const char *name, const std::function<QObject *()> &make);

} // namespace omni::test

/// At the end of each test source: `OMNI_TEST(TstJson)` for the class TstJson in tst_json.cpp.
#define OMNI_TEST(Class)                                                                           \
    static const int registered##Class =                                                           \
        omni::test::addTest(#Class, []() -> QObject * { return new Class; });
