// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "ui/pages/providers/customform.h"

#include "ui/pages/providers/baseurl.h"
#include "ui/pages/providers/field.h"
#include "ui/pages/providers/headerrows.h"
#include "ui/text/errortext.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace omni::ui::pages::providers {

using widgets::Ink;
using widgets::Type;

namespace {

constexpr std::chrono::milliseconds TypingPause{300};

} // namespace

CustomForm::CustomForm(widgets::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_prefix(new QLineEdit(this))
    , m_url(new QLineEdit(this))
    , m_dialect(new widgets::Segments(theme, this))
    , m_plainHttp(new widgets::CheckBox(theme, this))
    , m_headers(new HeaderRows(theme, this))
    , m_refusal(new widgets::Label(theme, Type::Small, Ink::Err, this))
{
    build(theme);
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    connect(&m_pause, &QTimer::timeout, this, &CustomForm::judge);
    const auto later = [this] {
        m_refusal->hide();
        m_pause.start();
    };
    connect(m_name, &QLineEdit::textChanged, this, &CustomForm::suggestPrefix);
    connect(m_prefix, &QLineEdit::textEdited, this, [this] { m_isPrefixOwn = true; });
    connect(m_prefix, &QLineEdit::textChanged, this, later);
    connect(m_url, &QLineEdit::textEdited, this, [this] { m_isUrlTouched = true; });
    connect(m_url, &QLineEdit::textChanged, this, later);
    connect(m_url, &QLineEdit::editingFinished, this, &CustomForm::judge);
    connect(m_plainHttp, &QCheckBox::toggled, this, &CustomForm::judge);
    connect(m_headers, &HeaderRows::changed, this, later);
    retranslate();
}

void CustomForm::build(widgets::Theme &theme)
{
    m_name->setObjectName(QStringLiteral("customName"));
    m_name->setMaxLength(100);
    m_prefix->setObjectName(QStringLiteral("customPrefix"));
    m_prefix->setMaxLength(32);
    m_prefix->setFont(theme.font(Type::MonoRow));
    m_url->setObjectName(QStringLiteral("customUrl"));
    m_url->setFont(theme.font(Type::MonoRow));
    m_url->setPlaceholderText(QStringLiteral("https://api.example.com/v1"));
    m_dialect->setObjectName(QStringLiteral("dialect"));
    m_plainHttp->setObjectName(QStringLiteral("allowPlainHttp"));
    m_plainHttp->hide();
    m_refusal->setWrapping(true);
    m_refusal->hide();

    m_nameField = new Field(theme, m_name, m_name, this);
    m_prefixField = new Field(theme, m_prefix, m_prefix, this);
    auto *dialect = new QWidget(this);
    auto *segments = new QHBoxLayout(dialect);
    segments->setContentsMargins(0, 0, 0, 0);
    segments->addWidget(m_dialect);
    segments->addStretch();
    m_dialectField = new Field(theme, dialect, nullptr, this);
    auto *address = new QWidget(this);
    auto *lines = new QVBoxLayout(address);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    lines->addWidget(m_url);
    lines->addWidget(m_plainHttp);
    m_urlField = new Field(theme, address, m_url, this);
    m_headersField = new Field(theme, m_headers, nullptr, this);

    auto *names = new QHBoxLayout;
    names->setSpacing(16);
    names->addWidget(m_nameField, 3, Qt::AlignTop);
    names->addWidget(m_prefixField, 2, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addLayout(names);
    column->addWidget(m_dialectField);
    column->addWidget(m_urlField);
    column->addWidget(m_headersField);
    column->addWidget(m_refusal);
    column->addStretch(1);
}

void CustomForm::retranslate()
{
    m_nameField->setName(tr("Name"));
    m_name->setPlaceholderText(tr("Lab server"));
    m_prefixField->setName(tr("Models start with"));
    m_prefix->setPlaceholderText(QStringLiteral("lab"));
    m_dialectField->setName(tr("It speaks like"));
    m_dialect->setTexts({tr("OpenAI"), tr("Anthropic")});
    m_dialect->setAccessibleName(tr("It speaks like"));
    m_urlField->setName(tr("Address with version path"));
    m_plainHttp->setText(tr("Allow http: everybody on the way can read the key"));
    m_headersField->setName(tr("Further headers, if it needs any"));
    m_headers->retranslate();
    judge();
}

void CustomForm::setName(const QString &name)
{
    m_name->setText(name);
}

void CustomForm::setFormat(chat::Format format)
{
    m_dialect->setCurrent(format == chat::Format::Anthropic ? 1 : 0);
}

void CustomForm::suggestPrefix()
{
    if (!m_isPrefixOwn)
        m_prefix->setText(suggestedPrefix(m_name->text()));
    if (m_wasAsked)
        m_pause.start();
}

engine::CustomProviderDraft CustomForm::draft() const
{
    return {.name = m_name->text().trimmed(),
            .prefix = m_prefix->text().trimmed(),
            .format =
                m_dialect->current() == 1 ? chat::Format::Anthropic : chat::Format::OpenAiChat,
            .baseUrl = QUrl(m_url->text().trimmed()),
            .headers = m_headers->headers(),
            .allowPlainHttp = m_plainHttp->isVisibleTo(this) && m_plainHttp->isChecked()};
}

void CustomForm::judge()
{
    m_pause.stop();
    m_nameField->setProblem(m_wasAsked && m_name->text().trimmed().isEmpty() ? tr("Give it a name.")
                                                                             : QString());
    const QString prefix = m_prefix->text().trimmed();
    QString problem = judgePrefix(prefix);
    if (problem.isEmpty() && m_taken.contains(prefix))
        problem = tr("This prefix belongs to %1.").arg(m_taken.value(prefix));
    const bool isPrefixOpen = prefix.isEmpty() && !m_wasAsked;
    m_prefixField->setProblem(isPrefixOpen ? QString() : problem);
    m_prefixField->setHint(prefix.isEmpty() ? QString() : tr("As in %1/model-name").arg(prefix));
    m_headersField->setProblem(m_headers->problem());
    judgeUrl();
}

void CustomForm::judgeUrl()
{
    const UrlVerdict verdict = judgeBaseUrl(m_url->text());
    m_plainHttp->setVisible(verdict.isOpenHttp);
    if (!m_isUrlTouched && !m_wasAsked) {
        m_urlField->setProblem({});
        return;
    }
    if (verdict.isOpenHttp && !m_plainHttp->isChecked())
        m_urlField->setProblem(tr("This is neither on this computer nor on your network: use "
                                  "https, or allow http."));
    else
        m_urlField->setProblem(verdict.problem);
}

bool CustomForm::validate()
{
    m_wasAsked = true;
    judge();
    const std::pair<Field *, QWidget *> fields[] = {{m_nameField, m_name},
                                                    {m_prefixField, m_prefix},
                                                    {m_urlField, m_url},
                                                    {m_headersField, m_headers}};
    for (const auto &[field, control] : fields) {
        if (!field->problem().isEmpty()) {
            control->setFocus();
            return false;
        }
    }
    return true;
}

void CustomForm::showError(const base::Error &error)
{
    m_refusal->setText(text::errorText(error).oneLine());
    m_refusal->setToolTip(error.detail);
    m_refusal->show();
}

void CustomForm::focusFirst()
{
    m_name->setFocus();
}

} // namespace omni::ui::pages::providers
