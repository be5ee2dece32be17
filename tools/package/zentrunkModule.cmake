# The target zentrunk::module: the C++20 module zentrunk.hangup, compiled in the project that uses
# it, since a compiled module fits one compiler and its flags only.
if(CMAKE_VERSION VERSION_LESS 3.28)
  message(FATAL_ERROR "zentrunk::module needs CMake 3.28 or newer, this is ${CMAKE_VERSION}")
endif()
if(NOT TARGET zentrunk::module)
  get_target_property(zentrunk_include zentrunk::zentrunk INTERFACE_INCLUDE_DIRECTORIES)
  # In the tree the directory stands in a generator expression for the build.
  string(REGEX REPLACE "^\\$<BUILD_INTERFACE:([^>]*)>.*" "\\1" zentrunk_include "${zentrunk_include}")
  add_library(zentrunk_module STATIC)
  add_library(zentrunk::module ALIAS zentrunk_module)
  target_sources(zentrunk_module PUBLIC FILE_SET CXX_MODULES BASE_DIRS "${zentrunk_include}"
                                        FILES "${zentrunk_include}/zentrunk/hangup.cppm")
  target_compile_features(zentrunk_module PUBLIC cxx_std_20)
  target_link_libraries(zentrunk_module PUBLIC zentrunk::zentrunk)
  unset(zentrunk_include)
endif()
