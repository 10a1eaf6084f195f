// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/control/answer.h"

/// What the running instance does for each command; one file a noun. A handler checks, acts,
/// answers, and returns at once; what takes time answers later.
namespace omni::control::handlers {

void status(const Rooms &rooms, const Request &request, Answer &answer);
void stop(const Rooms &rooms, const Request &request, Answer &answer);
void raise(const Rooms &rooms, const Request &request, Answer &answer);
/// What `doctor` cannot see from outside.
void doctor(const Rooms &rooms, const Request &request, Answer &answer);

void providerList(const Rooms &rooms, const Request &request, Answer &answer);
void providerShow(const Rooms &rooms, const Request &request, Answer &answer);

void accountList(const Rooms &rooms, const Request &request, Answer &answer);
void accountAdd(const Rooms &rooms, const Request &request, Answer &answer);
/// Also `account refresh`.
void accountTest(const Rooms &rooms, const Request &request, Answer &answer);
void accountPause(const Rooms &rooms, const Request &request, Answer &answer);
void accountResume(const Rooms &rooms, const Request &request, Answer &answer);
void accountRemove(const Rooms &rooms, const Request &request, Answer &answer);

void modelList(const Rooms &rooms, const Request &request, Answer &answer);
void modelAlias(const Rooms &rooms, const Request &request, Answer &answer);
void modelCustom(const Rooms &rooms, const Request &request, Answer &answer);

void comboList(const Rooms &rooms, const Request &request, Answer &answer);
void comboCreate(const Rooms &rooms, const Request &request, Answer &answer);
void comboEdit(const Rooms &rooms, const Request &request, Answer &answer);
void comboRemove(const Rooms &rooms, const Request &request, Answer &answer);
void comboUse(const Rooms &rooms, const Request &request, Answer &answer);
void comboTest(const Rooms &rooms, const Request &request, Answer &answer);

void keyList(const Rooms &rooms, const Request &request, Answer &answer);
void keyCreate(const Rooms &rooms, const Request &request, Answer &answer);
void keyRotate(const Rooms &rooms, const Request &request, Answer &answer);
void keyRevoke(const Rooms &rooms, const Request &request, Answer &answer);

void logs(const Rooms &rooms, const Request &request, Answer &answer);
void trace(const Rooms &rooms, const Request &request, Answer &answer);

void settingList(const Rooms &rooms, const Request &request, Answer &answer);
void settingGet(const Rooms &rooms, const Request &request, Answer &answer);
void settingSet(const Rooms &rooms, const Request &request, Answer &answer);
void settingReset(const Rooms &rooms, const Request &request, Answer &answer);

} // namespace omni::control::handlers
