# cpack runs this before it packs. It adds the files that Debian requires in every package, and makes
# times and permissions independent of the builder's clock and umask.
cmake_minimum_required(VERSION 3.19)
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  return()
endif()

set(root "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr")
set(doc_dir "${root}/share/doc/${CPACK_PACKAGE_NAME}")

# The time of every file is that of the release, unless the builder sets another one.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/changelog" date REGEX "^ -- " LIMIT_COUNT 1)
  string(REGEX REPLACE ".*>  " "" date "${date}")
  execute_process(COMMAND date -u -d "${date}" +%s OUTPUT_VARIABLE seconds
                  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  set(ENV{SOURCE_DATE_EPOCH} "${seconds}")
endif()

file(READ "${CMAKE_CURRENT_LIST_DIR}/../../LICENSE" license)
configure_file("${CMAKE_CURRENT_LIST_DIR}/copyright" "${doc_dir}/copyright" @ONLY)
file(ARCHIVE_CREATE OUTPUT "${doc_dir}/changelog.gz" PATHS "${CMAKE_CURRENT_LIST_DIR}/changelog"
     FORMAT raw COMPRESSION GZip COMPRESSION_LEVEL 9)

set(all_read OWNER_READ GROUP_READ WORLD_READ)
file(CHMOD_RECURSE "${root}"
     FILE_PERMISSIONS OWNER_WRITE ${all_read}
     DIRECTORY_PERMISSIONS OWNER_WRITE ${all_read} OWNER_EXECUTE GROUP_EXECUTE WORLD_EXECUTE)
