// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

/// What the process asks of its system; one file for each (`process_unix.cpp`).
namespace omni::app {

/// Before anything else: new files for the owner alone, no core dump, memory closed to debuggers.
void harden();

/// The words after the program's name.
[[nodiscard]] QStringList commandLineWords(int argc, char **argv);

/// Tells on the main thread that the system wants the process to end. The second request ends it at
/// once.
class EndRequests : public QObject
{
    Q_OBJECT

public:
    explicit EndRequests(QObject *parent = nullptr);
    ~EndRequests() override;

signals:
    void endRequested();

private:
    void onSignal();

    int m_count = 0;
};

/// True when a window could be shown.
[[nodiscard]] bool hasDisplay();

/// Becomes the program with the windows, which stands beside this one or below ../lib/omniroute.
/// Returns only when that fails: the reason.
[[nodiscard]] QString becomeWindowProgram(char **argv);

} // namespace omni::app
