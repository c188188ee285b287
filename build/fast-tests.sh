#!/bin/sh
# The tests that start nothing: no storage emulator, no browser, no server, no other process. Builds first; -n leaves that out.
# Give APPROVE=yes for the texts these tests compare. The whole set: dotnet test.
cd "$(dirname "$0")/.." || exit 1
projects="Presentation Domain App House Bot Microsoft365 Timers"
if [ "$1" != "-n" ]; then
    for project in $projects; do
        dotnet build "tests/SafeguardingTeams.$project.Tests" -v q --nologo || exit 1
    done
fi

# Two projects at a time; each one's lines are shown when it has ended, and xargs ends badly when one of them did.
printf '%s\n' $projects | xargs -P 2 -I PROJECT sh -c '
    said=$(dotnet tests/SafeguardingTeams.PROJECT.Tests/bin/Debug/net10.0/SafeguardingTeams.PROJECT.Tests.dll -noLogo \
        -trait- "Needs=emulator" -trait- "Needs=browser" -trait- "Needs=server" -trait- "Needs=processes" 2>&1)
    code=$?
    printf "%s\n" "$said"
    [ $code -eq 0 ] || { echo "Failed: PROJECT"; exit 1; }'
