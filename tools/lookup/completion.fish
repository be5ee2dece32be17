# Completes zentrunk-hangup in fish. The keys are what the command itself knows.
complete -c zentrunk-hangup -f -a '(zentrunk-hangup --keys 2> /dev/null)'
complete -c zentrunk-hangup -l search -x -d 'rows with a text anywhere'
complete -c zentrunk-hangup -l list -d 'every row'
complete -c zentrunk-hangup -l sip -d 'the row for a SIP message on standard input'
complete -c zentrunk-hangup -l format -x -a 'table csv json' -d 'how to print'
complete -c zentrunk-hangup -l keys -d 'every key that finds something'
complete -c zentrunk-hangup -l help -d 'a summary'
complete -c zentrunk-hangup -l version -d 'the version of the library'
