# koodrive_npm_packages(FOLDER STAMP) installs what the package-lock.json of FOLDER names, and sets STAMP to a file that
# is there afterwards. npm itself writes this file: all build folders share it, and without it the packages are not there.
function(koodrive_npm_packages folder stamp)
  set(file "${folder}/node_modules/.package-lock.json")
  cmake_path(RELATIVE_PATH folder BASE_DIRECTORY "${CMAKE_SOURCE_DIR}" OUTPUT_VARIABLE name)
  add_custom_command(OUTPUT "${file}"
    COMMAND "${KOODRIVE_NPM_EXECUTABLE}" ci --no-audit --no-fund --ignore-scripts
    COMMAND "${CMAKE_COMMAND}" -E touch "${file}"
    WORKING_DIRECTORY "${folder}"
    DEPENDS "${folder}/package-lock.json"
    COMMENT "Installing the JavaScript packages of ${name}/"
    VERBATIM)
  set(${stamp} "${file}" PARENT_SCOPE)
endfunction()
