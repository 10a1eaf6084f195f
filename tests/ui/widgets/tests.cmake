# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
omni_add_test(ui/widgets GUI tst_controls.cpp tst_models.cpp tst_theme.cpp)
