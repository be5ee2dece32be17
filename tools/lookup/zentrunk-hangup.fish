# Completes zentrunk-hangup in fish. The command itself lists the keys.
complete -c zentrunk-hangup -f
complete -c zentrunk-hangup -n 'not __fish_contains_opt scan' -a '(zentrunk-hangup --keys 2> /dev/null)'
complete -c zentrunk-hangup -n '__fish_contains_opt scan' -F
complete -c zentrunk-hangup -l search -x -d 'find a text in any column'
complete -c zentrunk-hangup -l scan -d 'count the hangup codes in files'
complete -c zentrunk-hangup -l list -d 'print every code'
complete -c zentrunk-hangup -l format -x -a 'table csv json' -d 'output format'
complete -c zentrunk-hangup -l keys -d 'print every key'
complete -c zentrunk-hangup -s h -l help -d 'print a summary'
complete -c zentrunk-hangup -l version -d 'print the version'
