set(ROOM_SOURCES clock.cpp error.cpp gunzip.cpp heldsecrets.cpp json.cpp jsonparser.cpp jsonscan.cpp jsonwriter.cpp log.cpp nearmatch.cpp random.cpp redaction.cpp redactionscanner.cpp secret.cpp)
