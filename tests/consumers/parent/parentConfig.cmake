include(CMakeFindDependencyMacro)
find_dependency(zentrunk)
include("${CMAKE_CURRENT_LIST_DIR}/parentTargets.cmake")
