# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
omni_add_test(app tst_startoptions.cpp tst_serve.cpp tst_refusals.cpp
    LIBS omniroute_app omni_fakeupstream)
target_compile_definitions(test_app PRIVATE OMNI_PROGRAM="$<TARGET_FILE:omniroute>")
add_dependencies(test_app omniroute)
