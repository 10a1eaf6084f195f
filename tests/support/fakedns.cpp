// SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
// SPDX-License-Identifier: MIT

#include "tests/support/fakedns.h"

#include <dlfcn.h>
#include <map>
#include <mutex>
#include <netdb.h>
#include <string>
#include <thread>

namespace {

struct Rule
{
    std::string address;
    std::chrono::milliseconds delay;
};

std::mutex &lock()
{
    static std::mutex mutex;
    return mutex;
}

std::map<std::string, Rule> &rules()
{
    static std::map<std::string, Rule> all;
    return all;
}

} // namespace

void omni::test::resolveAs(const QByteArray &name, const QByteArray &address,
                           std::chrono::milliseconds delay)
{
    const std::lock_guard guard(lock());
    if (address.isEmpty())
        rules().erase(name.toStdString());
    else
        rules()[name.toStdString()] = {address.toStdString(), delay};
}

/// Stands before libc's in the order of symbols, so libcurl finds this one.
extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints,
                           addrinfo **result)
{
    using Function = int (*)(const char *, const char *, const addrinfo *, addrinfo **);
    static const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "getaddrinfo"));
    Rule rule;
    {
        const std::lock_guard guard(lock());
        const auto it = rules().find(node ? node : "");
        if (it == rules().end())
            return real(node, service, hints, result);
        rule = it->second;
    }
    std::this_thread::sleep_for(rule.delay);
    addrinfo literal = hints ? *hints : addrinfo{};
    literal.ai_flags |= AI_NUMERICHOST;
    return real(rule.address.c_str(), service, &literal, result);
}
