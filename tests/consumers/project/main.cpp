// SPDX-License-Identifier: BSL-1.0
#include <zentrunk/hangup.hpp>

int main() {
  const zentrunk::hangup::entry* row = zentrunk::hangup::by_code(4090);
  return row != nullptr && row->cause == "destination_not_found" ? 0 : 1;
}
