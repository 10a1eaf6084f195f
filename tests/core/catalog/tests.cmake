omni_add_test(core/catalog tst_catalog.cpp tst_livecatalog.cpp)
