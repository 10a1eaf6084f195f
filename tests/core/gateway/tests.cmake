omni_add_test(core/gateway tst_arraybody.cpp tst_exchange.cpp tst_faultmatrix.cpp tst_dialectmatrix.cpp
    tst_responsestore.cpp EXTRA gatewayhouse.cpp dialectclient.cpp
    ../../support/openaivalidator.cpp ../../support/anthropicrules.cpp LIBS omni_fakeupstream)
