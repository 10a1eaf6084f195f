set(ROOM_SOURCES backups.cpp connection.cpp database.cpp databasefile.cpp filesafety_unix.cpp memorysecretstore.cpp migrations.cpp settings.cpp settingsstore.cpp writer.cpp)
