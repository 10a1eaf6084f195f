omni_add_test(core/net tst_curlclient.cpp tst_delivery.cpp tst_faults.cpp tst_ssereader.cpp tst_target.cpp
    EXTRA ../../support/miniproxy.cpp ../../support/miniproxy.h ../../support/rawserver.cpp
    ../../support/rawserver.h LIBS Qt6::Network)
