// SPDX-License-Identifier: BSL-1.0
//
// A plug-in, and the program (HOST) that loads it, unloads it and loads its successor from the same
// file, as SIP servers do.
#ifdef HOST
#include <dlfcn.h>

#include <cstdio>

// What the plug-in answers; negative: it does not load, or stays after it was unloaded.
static int answer_of(const char* path) {
  void* plugin = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (plugin == nullptr) return -1;
  using answer_function = int(const char*);
  const int answer = reinterpret_cast<answer_function*>(dlsym(plugin, "answer"))("user_busy");
  dlclose(plugin);
  return dlopen(path, RTLD_NOW | RTLD_NOLOAD) == nullptr ? answer : -2;
}

int main(int, char** arguments) {
  const int first = answer_of(arguments[1]);
  if (std::rename(arguments[2], arguments[1]) != 0) return 2;
  const int second = answer_of(arguments[1]);
  std::printf("%d %d\n", first, second);
}
#else
#include <zentrunk/hangup.hpp>

extern "C" __attribute__((visibility("default"))) int answer(const char* cause) {
  const auto rows = zentrunk::hangup::by_cause(cause);
  return rows.empty() ? 0 : rows.front().code + BUILD;
}
#endif
