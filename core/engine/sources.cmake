set(ROOM_SOURCES engine.h snapshot.cpp)
