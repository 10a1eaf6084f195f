# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT

# Runs one peer's tests: installs the pinned packages into the build folder once, takes the system's
# Node or, where that is too old for the packages, the one among them.
#   cmake -DSOURCE=… -DWORK=… -DTEST=openai -P run.cmake
# The programs' paths come in the environment (FAKEUPSTREAM, OMNIROUTE).

set(SKIPPED "SKIPPED: ")
find_program(NPM npm)
if(NOT NPM)
    message("${SKIPPED}npm is not installed; the tests with real clients were not run")
    return()
endif()

file(MAKE_DIRECTORY ${WORK})
# ctest runs tests side by side; the packages are installed by one of them.
file(LOCK ${WORK}/install.lock TIMEOUT 600)
file(SHA256 ${SOURCE}/package-lock.json wanted)
set(have "")
if(EXISTS ${WORK}/installed)
    file(READ ${WORK}/installed have)
endif()
if(NOT have STREQUAL wanted)
    file(COPY ${SOURCE}/package.json ${SOURCE}/package-lock.json ${SOURCE}/.npmrc
        DESTINATION ${WORK})
    # From npm's cache where it holds them.
    execute_process(COMMAND ${NPM} ci --prefer-offline WORKING_DIRECTORY ${WORK}
        RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
    if(failed)
        message("${SKIPPED}the packages could not be installed: ${said}")
        return()
    endif()
    file(WRITE ${WORK}/installed ${wanted})
endif()
file(GLOB scripts ${SOURCE}/*.js)
file(COPY ${scripts} DESTINATION ${WORK})
file(LOCK ${WORK}/install.lock RELEASE)

find_program(NODE node)
set(version "0")
if(NODE)
    execute_process(COMMAND ${NODE} --version OUTPUT_VARIABLE version)
    string(REGEX MATCH "[0-9]+" version "${version}")
endif()
if(version LESS 20)
    file(GLOB NODE ${WORK}/node_modules/node-linux-*/bin/node)
    if(NOT NODE)
        message("${SKIPPED}no Node of version 20 or newer was found")
        return()
    endif()
endif()
execute_process(COMMAND ${NODE} --test ${WORK}/${TEST}.test.js WORKING_DIRECTORY ${WORK}
    RESULT_VARIABLE failed)
if(failed)
    message(FATAL_ERROR "${TEST} failed")
endif()
