#compdef zentrunk-hangup
# Completes zentrunk-hangup in zsh. The keys are what the command itself knows.

_zentrunk_hangup_keys() {
  local -a keys
  keys=("${(@f)$("$words[1]" --keys 2> /dev/null)}")
  compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -a keys
}

_arguments \
  '--search[rows with a text anywhere]:text: ' \
  '--list[every row]' \
  '--sip[the row for a SIP message on standard input]' \
  '--format=[how to print]:format:(table csv json)' \
  '--keys[every key that finds something]' \
  '--help[a summary]' \
  '--version[the version of the library]' \
  '*:key:_zentrunk_hangup_keys'
