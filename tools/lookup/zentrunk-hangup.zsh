#compdef zentrunk-hangup
# Completes zentrunk-hangup in zsh. The command itself lists the keys.

_zentrunk_hangup_arguments() {
  if (( ${words[(I)--scan]} )); then
    _files
    return
  fi
  local -a keys
  keys=("${(@f)$("$words[1]" --keys 2> /dev/null)}")
  compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -a keys
}

_arguments \
  '--search[find a text in any column]:text: ' \
  '--scan[count the hangup codes in files]' \
  '--list[print every code]' \
  '--format=[output format]:format:(table csv json)' \
  '--keys[print every key]' \
  '(-h --help)'{-h,--help}'[print a summary]' \
  '--version[print the version]' \
  '*:argument:_zentrunk_hangup_arguments'
