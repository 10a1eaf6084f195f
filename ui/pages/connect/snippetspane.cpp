// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/connect/snippetspane.h"

#include "ui/text/errortext.h"
#include "ui/text/format.h"
#include "ui/widgets/clipboard.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace omni::ui::pages::connect {

using widgets::Ink;
using widgets::Type;

SnippetsPane::SnippetsPane(engine::EngineFace &engine, widgets::Theme &theme)
    : m_theme(theme)
    , m_engine(engine)
    , m_dialect(new widgets::Segments(theme, this))
    , m_language(new widgets::Segments(theme, this))
    , m_shell(new widgets::Segments(theme, this))
    , m_modelLabel(new widgets::Label(theme, Type::Body, Ink::Text2, this))
    , m_model(new widgets::ComboBox(theme, Type::MonoRow, this))
    , m_card(new widgets::Card(theme, this))
    , m_text(new QPlainTextEdit(this))
    , m_copy(new widgets::PrimaryButton(theme, this))
    , m_hint(new widgets::Label(theme, Type::Small, Ink::Text3, this))
{
    m_copy->setObjectName(QStringLiteral("copySnippet"));
    m_copy->setGlyph(QStringLiteral("copy"));
    m_text->setObjectName(QStringLiteral("snippet"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->viewport()->setAutoFillBackground(false);
    // The card is its frame.
    m_text->setStyleSheet(QStringLiteral("QPlainTextEdit { border: none; padding: 0; "
                                         "background: transparent; }"));
    m_card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_modelLabel->setBuddy(m_model);
    m_card->body()->setContentsMargins(12, 12, 12, 12);
    m_card->body()->addWidget(m_text);
    m_hint->setWrapping(true);

    auto *choices = new QHBoxLayout;
    choices->setSpacing(12);
    choices->addWidget(m_dialect);
    choices->addWidget(m_language);
    choices->addStretch();
    choices->addWidget(m_copy);
    auto *second = new QHBoxLayout;
    second->setSpacing(12);
    second->addWidget(m_modelLabel);
    second->addWidget(m_model);
    second->addWidget(m_shell);
    second->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(16);
    column->addLayout(choices);
    column->addLayout(second);
    column->addWidget(m_card);
    column->addWidget(m_hint);
    column->addStretch();

    connect(m_dialect, &widgets::Segments::chosen, this, &SnippetsPane::show);
    connect(m_language, &widgets::Segments::chosen, this, &SnippetsPane::show);
    connect(m_shell, &widgets::Segments::chosen, this, &SnippetsPane::show);
    connect(m_model, &QComboBox::currentTextChanged, this, &SnippetsPane::show);
    connect(m_copy, &QPushButton::clicked, this, &SnippetsPane::copy);
    connect(&theme, &widgets::Theme::changed, this, &SnippetsPane::show);
}

void SnippetsPane::setSnapshot(const engine::Snapshot &snapshot)
{
    const QString base = snapshot.server.baseUrl();
    m_baseUrl = base.isEmpty() ? QStringLiteral("http://127.0.0.1:20128") : base;
    const auth::ClientKey *key = snapshot.usableKey();
    m_keyId = key ? key->id : QString();
    m_masked = key ? text::maskedClientKey(key->hint) : QStringLiteral("sk-omr-…");
    if (m_models != snapshot.modelIds) {
        m_models = snapshot.modelIds;
        const QSignalBlocker quiet(m_model);
        const QString chosen = m_model->currentText();
        m_model->clear();
        m_model->addItems(m_models.isEmpty() ? QStringList{QStringLiteral("provider/model")}
                                             : m_models);
        m_model->setCurrentIndex(std::max(0, m_model->findText(chosen)));
        m_model->setEnabled(!m_models.isEmpty());
    }
    show();
}

SnippetWish SnippetsPane::wish(const QString &key) const
{
    return {.language = Language(std::max(0, m_language->current())),
            .shell = ShellKind(std::max(0, m_shell->current())),
            .dialect = Dialect(std::max(0, m_dialect->current())),
            .baseUrl = m_baseUrl,
            .key = key,
            .model = m_model->currentText()};
}

void SnippetsPane::show()
{
    m_shell->setVisible(Language(m_language->current()) == Language::Shell);
    const QString shown = snippet(wish(m_masked));
    m_text->setFont(m_theme.font(Type::MonoRow));
    if (m_text->toPlainText() != shown)
        m_text->setPlainText(shown);
    const int lines = int(shown.count(QLatin1Char('\n'))) + 1;
    m_text->setFixedHeight(lines * QFontMetrics(m_text->font()).lineSpacing() + 24);
}

void SnippetsPane::copy()
{
    if (m_keyId.isEmpty()) {
        widgets::copyText(snippet(wish(m_masked)));
        emit toastRequested(tr("Copied without a key. Make one on the Keys tab."));
        return;
    }
    m_engine.revealKey(m_keyId, this, [this](const base::Result<base::Secret> &key) {
        if (!key) {
            emit toastRequested(text::errorText(key.error()).oneLine());
            return;
        }
        widgets::copySecret(snippet(wish(QString::fromUtf8(key->reveal()))));
        emit toastRequested(tr("Copied with your client key. It leaves the clipboard in 30 s."));
    });
}

void SnippetsPane::retranslate()
{
    m_dialect->setTexts({tr("OpenAI"), tr("Anthropic")});
    m_language->setTexts({tr("curl"), tr("Python"), tr("JavaScript"), tr("Shell variables")});
    m_shell->setTexts({tr("bash, zsh"), tr("fish"), tr("PowerShell"), tr("cmd")});
    for (widgets::Segments *segments : {m_dialect, m_language, m_shell}) {
        if (segments->current() < 0)
            segments->setCurrent(0);
    }
    m_dialect->setAccessibleName(tr("Dialect"));
    m_language->setAccessibleName(tr("Language"));
    m_shell->setAccessibleName(tr("Shell"));
    m_modelLabel->setText(tr("Model"));
    m_text->setAccessibleName(tr("Snippet"));
    m_copy->setText(tr("Copy with key"));
    m_hint->setText(tr("The key is masked here and complete in the copy. Programs that already run "
                       "see a new variable only after a restart."));
    show();
}

} // namespace omni::ui::pages::connect
