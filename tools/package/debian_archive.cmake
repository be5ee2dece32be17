# cpack runs this on the finished package. The outer archive's headers have the permissions of the
# builder's umask; ar's D writes fixed ones. The three members do not change.
cmake_minimum_required(VERSION 3.19)
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  return()
endif()

macro(run_ar)
  execute_process(COMMAND ar ${ARGN} COMMAND_ERROR_IS_FATAL ANY
                  WORKING_DIRECTORY "${CPACK_TEMPORARY_DIRECTORY}")
endmacro()
run_ar(x "${CPACK_PACKAGE_FILES}")
file(REMOVE "${CPACK_PACKAGE_FILES}")
run_ar(rcD "${CPACK_PACKAGE_FILES}" debian-binary control.tar.gz data.tar.gz)
