set(ROOM_SOURCES clock.cpp error.cpp random.cpp secret.cpp)
