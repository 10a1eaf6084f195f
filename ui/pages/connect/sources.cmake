set(ROOM_SOURCES connectpage.cpp endpointpane.cpp keysheet.cpp keyspane.cpp snippets.cpp snippetspane.cpp)
