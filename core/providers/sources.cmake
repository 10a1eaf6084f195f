set(ROOM_SOURCES accountcheck.cpp adapters.cpp codeassistadapter.cpp
    cursoradapter.cpp genericadapter.cpp kiroadapter.cpp modellist.cpp)
