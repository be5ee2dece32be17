# What a project has after it took zentrunk in.

function(expect what found wanted)
  if(NOT "${found}" STREQUAL "${wanted}")
    message(FATAL_ERROR "${what} are \"${found}\" and should be \"${wanted}\"")
  endif()
endfunction()

# Nothing of ours: no cache entry but ZENTRUNK_... and that one. The parent has made its own target
# and noted the cache's names in cache_before.
macro(expect_unspoiled cache_entry)
  get_directory_property(targets BUILDSYSTEM_TARGETS)
  expect("the targets" "${targets}" "your_target")
  get_directory_property(tests TESTS)
  expect("the tests" "${tests}" "")
  get_directory_property(options COMPILE_OPTIONS)
  expect("the compile options" "${options}" "")
  get_directory_property(definitions COMPILE_DEFINITIONS)
  expect("the compile definitions" "${definitions}" "")
  get_cmake_property(cache CACHE_VARIABLES)
  list(REMOVE_ITEM cache ${cache_before} cache_before)
  list(FILTER cache EXCLUDE REGEX "^ZENTRUNK_|^${cache_entry}$")
  expect("the new cache entries" "${cache}" "")
endmacro()
