# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT

# Every C++ file stands as clang-format would write it.
set(WANTED 14)
find_program(CLANG_FORMAT NAMES clang-format-${WANTED} clang-format)
set(version "none")
if(CLANG_FORMAT)
    execute_process(COMMAND ${CLANG_FORMAT} --version OUTPUT_VARIABLE version
        OUTPUT_STRIP_TRAILING_WHITESPACE)
endif()
if(NOT version MATCHES "version ${WANTED}[.]")
    message("SKIPPED: clang-format ${WANTED} is needed, found: ${version}; layout was not checked")
    return()
endif()
set(files)
foreach(folder app core ui tests)
    file(GLOB_RECURSE found ${SOURCE}/${folder}/*.cpp ${SOURCE}/${folder}/*.h)
    list(APPEND files ${found})
endforeach()
execute_process(COMMAND ${CLANG_FORMAT} --dry-run -Werror ${files}
    WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE failed ERROR_VARIABLE said)
if(failed)
    message(FATAL_ERROR "run clang-format -i on these:\n${said}")
endif()
