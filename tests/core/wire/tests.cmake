set(ANTHROPIC_TESTS anthropic/tst_anthropicanswers.cpp anthropic/tst_anthropicanyrequest.cpp
    anthropic/tst_anthropicencoder.cpp anthropic/tst_anthropicrequests.cpp
    anthropic/tst_anthropicrules.cpp anthropic/tst_anthropicstreams.cpp)
set(OPENAICHAT_TESTS tst_answerfacts.cpp tst_openaichatanswers.cpp tst_openaichatpieces.cpp tst_openaichatrequests.cpp
    tst_openaichatstreams.cpp tst_requestfacts.cpp tst_translate.cpp tst_playground.cpp)
set(WIRE_TESTS ${ANTHROPIC_TESTS} ${OPENAICHAT_TESTS} tst_crossformat.cpp)
set(WIRE_SUPPORT recordings.cpp streamsummary.cpp ../../support/anthropicrules.cpp
    ../../support/openaivalidator.cpp)

list(APPEND WIRE_TESTS openairesponses/tst_responsesrecordings.cpp
    openairesponses/tst_responsescross.cpp openairesponses/tst_responsesstreams.cpp
    openairesponses/tst_responsesrequests.cpp openairesponses/tst_responsesconversations.cpp
    tst_boundreasoning.cpp tst_toolrestorer.cpp)
list(APPEND WIRE_SUPPORT openairesponses/responseshelpers.cpp ../../support/responsesitems.cpp
    ../../support/responsesvalidator.cpp)

list(APPEND WIRE_TESTS ollama/tst_ollamaanswers.cpp ollama/tst_ollamaloops.cpp ollama/tst_ollamarequests.cpp)
list(APPEND WIRE_SUPPORT ../../support/ollamavalidator.cpp)

list(APPEND WIRE_TESTS tst_signaturecache.cpp gemini/tst_codeassist.cpp
    gemini/tst_geminianswers.cpp gemini/tst_geminicross.cpp gemini/tst_geminiloops.cpp gemini/tst_geminirequests.cpp
    gemini/tst_geminischema.cpp gemini/tst_geministreams.cpp)
list(APPEND WIRE_SUPPORT gemini/normal.cpp ../../support/geminischemas.cpp
    ../../support/geminivalidator.cpp)

list(APPEND WIRE_TESTS openaicompletions/tst_openaicompletions.cpp bedrock/tst_bedrock.cpp
    kiro/tst_kiro.cpp cursor/tst_cursor.cpp)
list(APPEND WIRE_SUPPORT ../../support/completionsvalidator.cpp
    ../../support/conversevalidator.cpp ../../support/kirovalidator.cpp)

omni_add_test(core/wire ${WIRE_TESTS} EXTRA ${WIRE_SUPPORT})
