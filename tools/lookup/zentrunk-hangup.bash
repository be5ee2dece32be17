# Completes zentrunk-hangup in bash. The command itself lists the keys.
_zentrunk_hangup() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  # bash splits --format=csv at the equals sign.
  if [[ $word == = ]]; then
    before=$word word=
  fi
  if [[ $before == = && ${COMP_WORDS[COMP_CWORD - 2]} == --format || $before == --format ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'table csv json' -- "$word")
  elif [[ $before == --search || $before == = ]]; then
    COMPREPLY=()
  elif [[ " ${COMP_WORDS[*]:0:COMP_CWORD} " == *' --scan '* && $word != -* ]]; then
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
    compopt -o filenames 2> /dev/null
  elif [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '- --search --scan --list --format= --keys --help --version' -- "$word")
    if [[ ${COMPREPLY[*]} == --format= ]]; then compopt -o nospace; fi
  else
    # In any case, as the command finds them; a phrase is quoted for the shell.
    local key plain=${word//[\\\"\']/}
    COMPREPLY=()
    while IFS= read -r key; do
      if [[ ${key,,} == "${plain,,}"* ]]; then COMPREPLY+=("$(printf %q "$key")"); fi
    done < <("${COMP_WORDS[0]}" --keys 2> /dev/null)
  fi
}
complete -F _zentrunk_hangup zentrunk-hangup
