// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/widgets/stylesheet.h"

#include "ui/widgets/theme.h"

#include <algorithm>
#include <iterator>

namespace omni::ui::widgets {

namespace {

// $name is replaced by the token of that name.
constexpr char16_t Sheet[] = uR"(
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox {
    background: $card; color: $text; border: 1px solid $edge; border-radius: 6px;
    selection-background-color: $accentFill; selection-color: $onAccent;
}
QLineEdit, QSpinBox { padding: 0 9px; min-height: $field; }
QPlainTextEdit, QTextEdit { padding: 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus { border-color: $accent; }
QLineEdit:disabled, QSpinBox:disabled, QLineEdit:read-only { background: $sunken; color: $text2; }
QLineEdit[wrong="true"] { border-color: $err; }
QLineEdit[search="true"] { padding-left: 3px; }
QLineEdit#paletteInput { border: none; background: transparent; }
QMenu { background: $card; color: $text; border: 1px solid $line2; padding: 5px 0; }
QMenu::item { padding: 5px 22px 5px 12px; margin: 0 4px; border-radius: 4px; min-height: 18px; }
QMenu::item:selected { background: $accentFill; color: $onAccent; }
QMenu::item:disabled { color: $text2; background: transparent; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: $line; margin: 5px 0; }
QToolTip { background: $card; color: $text; border: 1px solid $line2; padding: 4px 6px; }
QComboBox QAbstractItemView {
    background: $card; border: 1px solid $line2; padding: 4px; outline: none;
    selection-background-color: $accentSoft; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 6px; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $line2; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTableView { background: transparent; border: none; outline: none; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $text3; border: none; padding: 0 8px; }
QListView { background: transparent; border: none; outline: none; }
QListView#completions {
    background: $card; color: $text; border: 1px solid $line2; padding: 4px;
    selection-background-color: $accentSoft; selection-color: $text;
}
QListView#completions::item { min-height: 26px; padding: 0 6px; }
QSplitter::handle { background: $line; }
QTabBar::tab {
    color: $text2; background: transparent; border: none; border-bottom: 2px solid transparent;
    padding: 0 0 0 0; margin-right: 24px; height: 38px;
}
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
)";

} // namespace

QString styleSheetFor(const Theme &theme)
{
    const Tokens &t = theme.tokens();
    QString sheet = QString::fromUtf16(Sheet);
    QList<std::pair<QString, QString>> values = {
        {QStringLiteral("$card"), t.card.name()},
        {QStringLiteral("$text"), t.text.name()},
        {QStringLiteral("$text2"), t.text2.name()},
        {QStringLiteral("$text3"), t.text3.name()},
        {QStringLiteral("$edge"), t.edge.name()},
        {QStringLiteral("$accent"), t.accent.name()},
        {QStringLiteral("$accentFill"), t.accentFill.name()},
        {QStringLiteral("$accentSoft"), t.accentSoft.name()},
        {QStringLiteral("$onAccent"), t.onAccent.name()},
        {QStringLiteral("$sunken"), t.sunken.name()},
        {QStringLiteral("$line"), t.line.name()},
        {QStringLiteral("$line2"), t.line2.name()},
        {QStringLiteral("$err"), t.err.name()},
        {QStringLiteral("$field"), QStringLiteral("%1px").arg(theme.height(30) - 2)},
    };
    // Longest names first, so that $text does not eat the head of $text2.
    std::sort(values.begin(), values.end(),
              [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    for (const auto &[name, value] : values)
        sheet.replace(name, value);
    return sheet;
}

} // namespace omni::ui::widgets
