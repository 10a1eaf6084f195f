set(ROOM_SOURCES answerreader.cpp arraybody.cpp attempt.cpp budgets.cpp exchange.cpp exchangeanswer.cpp exchangerecord.cpp gateway.cpp streamreaders.cpp tokencount.cpp wholereader.cpp)
