# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
omni_add_test(house tst_floors.cpp tst_lists.cpp tst_size.cpp tst_tree.cpp tst_words.cpp
    EXTRA sourcetree.cpp)

# Layout differs from version to version: other ones skip the test.
add_test(NAME house/format COMMAND ${CMAKE_COMMAND} -DSOURCE=${CMAKE_SOURCE_DIR}
    -P ${CMAKE_CURRENT_SOURCE_DIR}/house/format.cmake)
set_tests_properties(house/format PROPERTIES SKIP_REGULAR_EXPRESSION "SKIPPED: " TIMEOUT 300)

# clang-tidy over what differs from main; `tests/house/tidy.sh --all` reads everything.
add_custom_target(tidy COMMAND ${CMAKE_SOURCE_DIR}/tests/house/tidy.sh USES_TERMINAL VERBATIM)
