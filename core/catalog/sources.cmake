set(ROOM_SOURCES provider.cpp)
