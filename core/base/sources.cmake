set(ROOM_SOURCES clock.cpp error.cpp json.cpp jsonparser.cpp jsonscan.cpp jsonwriter.cpp random.cpp secret.cpp)
