// SPDX-License-Identifier: BSL-1.0
//
// What a unit that imports the module and includes headers can use.
namespace hangup = zentrunk::hangup;
using namespace hangup::literals;

static_assert(std::ranges::view<hangup::entries> && std::ranges::borrowed_range<hangup::entries>);
static_assert(&4090_hangup == hangup::by_code("4090") && hangup::code::user_busy == 4410);
static_assert(hangup::advice_for(4180)->retry == hangup::retry::after_fix);

[[maybe_unused]] static void print(std::ostream& out) {
  out << *hangup::by_code(4090) << hangup::originator::carrier << hangup::fixer::plivo
      << fmt::format("{}{}", 4090_hangup, hangup::originator::carrier);
}
