# find_package(zentrunk): the target zentrunk::zentrunk, and in zentrunk_DATA_DIR the directory of
# hangup_codes.csv and hangup_sources.csv. With COMPONENTS module the target zentrunk::module as well.
foreach(component IN LISTS zentrunk_FIND_COMPONENTS)
  if(NOT component STREQUAL "module")
    set(zentrunk_NOT_FOUND_MESSAGE "zentrunk has no component ${component}, only module")
  elseif(CMAKE_VERSION VERSION_LESS 3.28)
    set(zentrunk_NOT_FOUND_MESSAGE
        "zentrunk's component module needs CMake 3.28 or newer, this is ${CMAKE_VERSION}")
  else()
    set(zentrunk_${component}_FOUND ON)
    continue()
  endif()
  set(zentrunk_${component}_FOUND OFF)
  if(zentrunk_FIND_REQUIRED_${component})
    set(zentrunk_FOUND OFF)
    return()
  endif()
endforeach()

include("${CMAKE_CURRENT_LIST_DIR}/zentrunkTargets.cmake")
if(zentrunk_module_FOUND)
  include("${CMAKE_CURRENT_LIST_DIR}/zentrunkModule.cmake")
endif()
get_filename_component(zentrunk_DATA_DIR "${CMAKE_CURRENT_LIST_DIR}/../../zentrunk" ABSOLUTE)
