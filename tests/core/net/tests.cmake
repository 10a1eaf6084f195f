omni_add_test(core/net tst_awseventreader.cpp tst_backpressure.cpp tst_cancel.cpp tst_connectreader.cpp tst_curlclient.cpp tst_delivery.cpp
    tst_faults.cpp tst_jsonarrayreader.cpp tst_socketset.cpp tst_ssereader.cpp tst_target.cpp tst_tls.cpp
    EXTRA ../../support/fakedns.cpp ../../support/miniproxy.cpp ../../support/miniproxy.h
    ../../support/rawserver.cpp ../../support/rawserver.h LIBS Qt6::Network ${CMAKE_DL_LIBS})
