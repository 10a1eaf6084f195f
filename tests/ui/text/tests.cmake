# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
omni_add_test(ui/text GUI tst_errortext.cpp tst_format.cpp tst_translations.cpp
    LIBS omniroute_uisupport)
target_compile_definitions(test_ui_text PRIVATE OMNI_LUPDATE="$<TARGET_FILE:Qt6::lupdate>")
