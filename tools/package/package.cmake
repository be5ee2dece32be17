# How projects find zentrunk: find_package(), `cmake --install`, pkg-config and `cpack -G DEB`.
include(CMakePackageConfigHelpers)

# ---- find_package() without an installation ----

set(config_in "${CMAKE_CURRENT_LIST_DIR}/zentrunkConfig.cmake.in")
set(version_file "${PROJECT_BINARY_DIR}/zentrunkConfigVersion.cmake")
write_basic_package_version_file("${version_file}" COMPATIBILITY SameMajorVersion ARCH_INDEPENDENT)

# In the build tree.
export(TARGETS zentrunk_hangup NAMESPACE zentrunk::
       FILE "${PROJECT_BINARY_DIR}/zentrunkTargets.cmake")
configure_package_config_file("${config_in}" "${PROJECT_BINARY_DIR}/zentrunkConfig.cmake"
                              INSTALL_DESTINATION "${PROJECT_BINARY_DIR}"
                              PATH_VARS zentrunk_INCLUDE_DIR zentrunk_DATA_DIR)
configure_file("${CMAKE_CURRENT_LIST_DIR}/zentrunkModule.cmake" "${PROJECT_BINARY_DIR}" COPYONLY)
# Through FetchContent's OVERRIDE_FIND_PACKAGE, which reads these two files.
if(CMAKE_FIND_PACKAGE_REDIRECTS_DIR)
  set(redirect "${CMAKE_FIND_PACKAGE_REDIRECTS_DIR}/zentrunk")
  configure_file("${version_file}" "${redirect}-config-version.cmake" COPYONLY)
  file(WRITE "${redirect}-extra.cmake" "include(\"${PROJECT_BINARY_DIR}/zentrunkConfig.cmake\")\n")
endif()

if(NOT ZENTRUNK_INSTALL)
  return()
endif()

# ---- cmake --install ----

include(GNUInstallDirs)
# find_package() and pkg-config search share/, whatever CMAKE_INSTALL_DATADIR is.
set(config_dir share/cmake/zentrunk)
set(include_dir "${CMAKE_INSTALL_INCLUDEDIR}")
set(data_dir "${CMAKE_INSTALL_DATADIR}/zentrunk")
set(zentrunk_INCLUDE_DIR "${include_dir}")
set(zentrunk_DATA_DIR "${data_dir}")

if(has_file_set)
  install(TARGETS zentrunk_hangup EXPORT zentrunkTargets
          FILE_SET HEADERS DESTINATION "${include_dir}" COMPONENT zentrunk-dev)
else()
  install(TARGETS zentrunk_hangup EXPORT zentrunkTargets INCLUDES DESTINATION "${include_dir}")
  install(FILES ${headers} DESTINATION "${include_dir}/zentrunk" COMPONENT zentrunk-dev)
endif()
install(FILES include/zentrunk/hangup.cppm DESTINATION "${include_dir}/zentrunk"
        COMPONENT zentrunk-dev)
install(FILES data/hangup_codes.csv data/hangup_sources.csv data/cause_aliases.csv
              data/later_codes.csv data/advice.csv
        DESTINATION "${data_dir}" COMPONENT zentrunk-dev)
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT zentrunk-license)

install(EXPORT zentrunkTargets NAMESPACE zentrunk:: DESTINATION "${config_dir}"
        COMPONENT zentrunk-dev)
configure_package_config_file("${config_in}" "${PROJECT_BINARY_DIR}/install/zentrunkConfig.cmake"
                              INSTALL_DESTINATION "${config_dir}"
                              PATH_VARS zentrunk_INCLUDE_DIR zentrunk_DATA_DIR)
install(FILES "${PROJECT_BINARY_DIR}/install/zentrunkConfig.cmake" "${version_file}"
              "${CMAKE_CURRENT_LIST_DIR}/zentrunkModule.cmake"
        DESTINATION "${config_dir}" COMPONENT zentrunk-dev)

# ---- pkg-config ----

foreach(dir include_dir data_dir)
  set(pc_${dir} "${${dir}}")
  if(NOT IS_ABSOLUTE "${pc_${dir}}")
    set(pc_${dir} "\${prefix}/${pc_${dir}}")
  endif()
endforeach()
configure_file("${CMAKE_CURRENT_LIST_DIR}/zentrunk.pc.in" zentrunk.pc @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/zentrunk.pc" DESTINATION share/pkgconfig
        COMPONENT zentrunk-dev)
# The prefix is relative to the file, so that an installation can be moved. But in /usr pkg-config
# must see that the headers are in a system directory, and omit the -I.
install(CODE [[
  if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
    file(READ "${CMAKE_CURRENT_LIST_DIR}/zentrunk.pc" pc)
    string(REPLACE "\${pcfiledir}/../.." "/usr" pc "${pc}")
    file(WRITE "$ENV{DESTDIR}/usr/share/pkgconfig/zentrunk.pc" "${pc}")
  endif()
]] COMPONENT zentrunk-dev)

# ---- cpack -G DEB ----

if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME zentrunk-dev)
set(CPACK_PACKAGE_CONTACT "The zentrunk authors <zentrunk@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "hangup codes of Plivo's SIP trunking service (header only)")
set(CPACK_PACKAGE_DESCRIPTION
    "A C++17 header that looks up the four-digit hangup codes that Zentrunk,
Plivo's SIP trunking service, writes into call detail records and SIP
messages: by code, cause, SIP status code, reason phrase or originator.")
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_INSTALL_CMAKE_PROJECTS "${PROJECT_BINARY_DIR};zentrunk;zentrunk-dev;/")
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/debian_files.cmake")
set(CPACK_POST_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/debian_archive.cmake")
include(CPack)
