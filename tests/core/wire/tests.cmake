set(ANTHROPIC_TESTS anthropic/tst_anthropicanswers.cpp anthropic/tst_anthropicanyrequest.cpp
    anthropic/tst_anthropicencoder.cpp anthropic/tst_anthropicrequests.cpp
    anthropic/tst_anthropicrules.cpp anthropic/tst_anthropicstreams.cpp)
set(OPENAICHAT_TESTS tst_answerfacts.cpp tst_openaichatanswers.cpp tst_openaichatpieces.cpp tst_openaichatrequests.cpp
    tst_openaichatstreams.cpp tst_requestfacts.cpp tst_translate.cpp tst_playground.cpp)
set(OLLAMA_TESTS ollama/tst_ollamaanswers.cpp ollama/tst_ollamarequests.cpp)
set(WIRE_VALIDATORS ../../support/anthropicrules.cpp ../../support/openaivalidator.cpp)
list(APPEND WIRE_VALIDATORS ../../support/ollamavalidator.cpp)
omni_add_test(core/wire ${ANTHROPIC_TESTS} ${OPENAICHAT_TESTS} tst_crossformat.cpp
    ${OLLAMA_TESTS}
    EXTRA recordings.cpp streamsummary.cpp ${WIRE_VALIDATORS})
