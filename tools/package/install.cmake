# What `cmake --install` and `cpack -G DEB` put where. Included by the top-level project.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_dir "${CMAKE_CURRENT_LIST_DIR}")
set(cmake_dir "${CMAKE_INSTALL_DATADIR}/cmake/zentrunk")
set(pkgconfig_dir "${CMAKE_INSTALL_DATADIR}/pkgconfig")

install(FILES include/zentrunk/hangup.hpp include/zentrunk/hangup.cppm
              include/zentrunk/format.hpp include/zentrunk/ostream.hpp
        DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/zentrunk"
        COMPONENT library)
install(FILES data/hangup_codes.csv data/hangup_sources.csv
        DESTINATION "${CMAKE_INSTALL_DATADIR}/zentrunk" COMPONENT library)
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT licence)

# For find_package, in an install and in the build tree.
set_target_properties(zentrunk_hangup PROPERTIES EXPORT_NAME zentrunk)
install(TARGETS zentrunk_hangup EXPORT zentrunkTargets COMPONENT library
        INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT zentrunkTargets NAMESPACE zentrunk:: DESTINATION "${cmake_dir}" COMPONENT library)
export(EXPORT zentrunkTargets NAMESPACE zentrunk:: FILE "${PROJECT_BINARY_DIR}/zentrunkTargets.cmake")
foreach(file zentrunkConfig.cmake zentrunkModule.cmake)
  configure_file("${package_dir}/${file}" "${PROJECT_BINARY_DIR}/${file}" COPYONLY)
  install(FILES "${package_dir}/${file}" DESTINATION "${cmake_dir}" COMPONENT library)
endforeach()
# What the file says of the data is for an install.
file(APPEND "${PROJECT_BINARY_DIR}/zentrunkConfig.cmake"
     "set(zentrunk_DATA_DIR \"${PROJECT_SOURCE_DIR}/data\")\n")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/zentrunkConfigVersion.cmake"
                                 COMPATIBILITY SameMajorVersion ARCH_INDEPENDENT)
install(FILES "${PROJECT_BINARY_DIR}/zentrunkConfigVersion.cmake" DESTINATION "${cmake_dir}"
        COMPONENT library)

# For pkg-config. The path starts at the file's own place, so that an install can be moved, unless
# one of the two directories was given as an absolute one.
if(IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}" OR IS_ABSOLUTE "${CMAKE_INSTALL_DATADIR}")
  set(pc_includedir "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
else()
  file(RELATIVE_PATH pc_includedir "/prefix/${pkgconfig_dir}" "/prefix/${CMAKE_INSTALL_INCLUDEDIR}")
  set(pc_includedir "\${pcfiledir}/${pc_includedir}")
endif()
configure_file("${package_dir}/zentrunk.pc.in" "${PROJECT_BINARY_DIR}/zentrunk.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/zentrunk.pc" DESTINATION "${pkgconfig_dir}" COMPONENT library)

# The Debian package: the library, and what Debian wants to find in every package. All files in it
# have the time of the release, so that two builds give the same bytes.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  set(release_time "$ENV{SOURCE_DATE_EPOCH}")
else()
  set(release_time 1795305600)
  set(ENV{SOURCE_DATE_EPOCH} ${release_time})
  set(unset_epoch ON)
endif()
set(maintainer "The zentrunk authors <zentrunk@users.noreply.github.com>")
set(debian_doc_dir "${CMAKE_INSTALL_DATADIR}/doc/zentrunk-dev")
string(TIMESTAMP release_date "%a, %d %b %Y %H:%M:%S +0000" UTC)
string(TIMESTAMP release_day "%Y-%m-%d" UTC)
if(unset_epoch)
  unset(ENV{SOURCE_DATE_EPOCH})
endif()
file(READ LICENSE licence)
configure_file("${package_dir}/copyright.in" "${PROJECT_BINARY_DIR}/debian/copyright" @ONLY)
configure_file("${package_dir}/changelog.in" "${PROJECT_BINARY_DIR}/debian/changelog" @ONLY)
find_program(ZENTRUNK_GZIP gzip)
mark_as_advanced(ZENTRUNK_GZIP)
if(ZENTRUNK_GZIP)
  execute_process(COMMAND "${ZENTRUNK_GZIP}" -9nfk "${PROJECT_BINARY_DIR}/debian/changelog")
endif()
install(FILES "${PROJECT_BINARY_DIR}/debian/copyright" "${PROJECT_BINARY_DIR}/debian/changelog.gz"
        DESTINATION "${debian_doc_dir}" COMPONENT debian EXCLUDE_FROM_ALL)

set(CPACK_PACKAGE_NAME zentrunk-dev)
set(CPACK_PACKAGE_CONTACT "${maintainer}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "hangup codes of Plivo's SIP trunking service (header only)")
set(CPACK_PACKAGE_DESCRIPTION
    "Tells what the four-digit hangup codes mean that Zentrunk, Plivo's SIP trunking
service, writes into call detail records and SIP messages. One C++17 header,
with lookups by code, cause, SIP status code, reason phrase and originator.")
set(CPACK_COMPONENTS_ALL library debian)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ
                                                GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
configure_file("${package_dir}/cpack.cmake.in" "${PROJECT_BINARY_DIR}/cpack.cmake" @ONLY)
set(CPACK_PROJECT_CONFIG_FILE "${PROJECT_BINARY_DIR}/cpack.cmake")
include(CPack)
