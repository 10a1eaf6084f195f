omni_add_test(core/http tst_chunkdecoder.cpp tst_connections.cpp tst_dialects.cpp tst_gunzip.cpp tst_hostcheck.cpp
    tst_hostile.cpp tst_keys.cpp tst_requestframer.cpp tst_router.cpp tst_server.cpp tst_streams.cpp)
