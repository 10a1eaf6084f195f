set(ROOM_SOURCES snapshot.cpp)
