set(ANTHROPIC_TESTS anthropic/tst_anthropicanswers.cpp anthropic/tst_anthropicanyrequest.cpp
    anthropic/tst_anthropicencoder.cpp anthropic/tst_anthropicrequests.cpp
    anthropic/tst_anthropicrules.cpp anthropic/tst_anthropicstreams.cpp)
omni_add_test(core/wire ${ANTHROPIC_TESTS} tst_crossformat.cpp EXTRA ../../support/anthropicrules.cpp)
