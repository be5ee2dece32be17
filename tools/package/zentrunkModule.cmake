# The target zentrunk::module: the C++20 module zentrunk.hangup. Each project compiles it, since a
# compiled module fits one compiler and its flags only.
if(TARGET zentrunk::module)
  return()
endif()
if(CMAKE_VERSION VERSION_LESS 3.28)
  message(FATAL_ERROR "zentrunk::module needs CMake 3.28 or newer, this is ${CMAKE_VERSION}")
endif()
add_library(zentrunk_module STATIC)
add_library(zentrunk::module ALIAS zentrunk_module)
target_sources(zentrunk_module PUBLIC FILE_SET CXX_MODULES BASE_DIRS "${zentrunk_INCLUDE_DIR}"
                                      FILES "${zentrunk_INCLUDE_DIR}/zentrunk/hangup.cppm")
target_compile_features(zentrunk_module PUBLIC cxx_std_20)
target_link_libraries(zentrunk_module PUBLIC zentrunk::zentrunk)
