# The compiler warnings for every target of this project.
add_library(koodrive_warnings INTERFACE)
add_library(koodrive::warnings ALIAS koodrive_warnings)
target_compile_options(koodrive_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
