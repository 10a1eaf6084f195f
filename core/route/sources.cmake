set(ROOM_SOURCES combo.cpp combos.cpp combostore.cpp plan.cpp)
