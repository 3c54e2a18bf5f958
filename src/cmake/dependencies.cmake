# Third-party C++ sources, pinned by hash. Where emsdk-setup.sh has brought them already, nothing is downloaded.
include(FetchContent)

if(KOODRIVE_NLOHMANN_JSON_INCLUDE_DIR)
  add_library(koodrive_nlohmann_json INTERFACE)
  add_library(nlohmann_json::nlohmann_json ALIAS koodrive_nlohmann_json)
  target_include_directories(koodrive_nlohmann_json SYSTEM INTERFACE "${KOODRIVE_NLOHMANN_JSON_INCLUDE_DIR}")
else()
  FetchContent_Declare(nlohmann_json SYSTEM
    URL https://github.com/nlohmann/json/releases/download/v3.11.3/json.tar.xz
    URL_HASH SHA256=d6c65aca6b1ed68e7a182f4757257b107ae403032760ed6ef121c9d55e81757d
    DOWNLOAD_EXTRACT_TIMESTAMP OFF)
  FetchContent_MakeAvailable(nlohmann_json)
endif()

if(KOODRIVE_BUILD_TESTS)
  if(KOODRIVE_CATCH2_SOURCE_DIR)
    set(FETCHCONTENT_SOURCE_DIR_CATCH2 "${KOODRIVE_CATCH2_SOURCE_DIR}")
  endif()
  FetchContent_Declare(Catch2 SYSTEM
    URL https://github.com/catchorg/Catch2/archive/refs/tags/v3.7.1.tar.gz
    URL_HASH SHA256=c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c
    DOWNLOAD_EXTRACT_TIMESTAMP OFF)
  # A few large translation units build in a third of the time of a hundred small ones.
  set(CMAKE_UNITY_BUILD ON)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 30)
  set(CATCH_INSTALL_DOCS OFF CACHE BOOL "" FORCE)
  FetchContent_MakeAvailable(Catch2)
  # What is tested is compiled with sanitizers and as it ships; the framework need not be.
  target_compile_options(Catch2 PRIVATE -O0 -g0 -fno-sanitize=all)
  set(CMAKE_UNITY_BUILD OFF)
  list(APPEND CMAKE_MODULE_PATH "${Catch2_SOURCE_DIR}/extras")
endif()
