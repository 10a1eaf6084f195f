omni_add_test(core/net tst_curlclient.cpp tst_ssereader.cpp EXTRA ../../support/rawserver.cpp
    ../../support/rawserver.h LIBS Qt6::Network)
