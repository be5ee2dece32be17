// SPDX-License-Identifier: BSL-1.0
#define CATCH_CONFIG_RUNNER  // for version 2
#include "catch.hpp"

int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
