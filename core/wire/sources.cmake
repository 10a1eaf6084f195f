set(ROOM_SOURCES effort.cpp estimate.cpp fields.cpp media.cpp reasoningcarrier.cpp requestfacts.cpp
    statuscodes.cpp toolnames.cpp toolpairs.cpp upstreamerror.cpp)
