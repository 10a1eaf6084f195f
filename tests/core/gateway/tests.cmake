omni_add_test(core/gateway tst_exchange.cpp tst_faultmatrix.cpp tst_responsestore.cpp EXTRA gatewayhouse.cpp LIBS omni_fakeupstream)
