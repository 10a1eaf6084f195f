omni_add_test(house tst_floors.cpp tst_size.cpp tst_words.cpp EXTRA sourcetree.cpp)
