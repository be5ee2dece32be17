# find_package(zentrunk): the target zentrunk::zentrunk. With COMPONENTS module the target
# zentrunk::module as well.
include("${CMAKE_CURRENT_LIST_DIR}/zentrunkTargets.cmake")
foreach(component IN LISTS zentrunk_FIND_COMPONENTS)
  if(component STREQUAL "module")
    include("${CMAKE_CURRENT_LIST_DIR}/zentrunkModule.cmake")
    set(zentrunk_module_FOUND ON)
  elseif(zentrunk_FIND_REQUIRED_${component})
    set(zentrunk_FOUND OFF)
    set(zentrunk_NOT_FOUND_MESSAGE "zentrunk has no component ${component}, only module")
  endif()
endforeach()
