# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT

# What a package is made of, seen without building one. Programs that are absent skip their check.
foreach(check desktop metainfo names copyright changelog files)
    add_test(NAME packaging/${check}
        COMMAND ${CMAKE_COMMAND} -DCHECK=${check} -DSOURCE=${CMAKE_SOURCE_DIR}
            -DBUILD=${CMAKE_BINARY_DIR} -DAPP_ID=${OMNI_APP_ID} -DVERSION=${PROJECT_VERSION}
            -DWINDOWS=${OMNI_BUILD_UI} -P ${CMAKE_CURRENT_SOURCE_DIR}/packaging/metadata.cmake)
    set_tests_properties(packaging/${check} PROPERTIES
        SKIP_REGULAR_EXPRESSION "SKIPPED: " TIMEOUT 120)
endforeach()
