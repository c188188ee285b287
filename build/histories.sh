#!/bin/sh
# Random histories of the whole process, and what must hold of each record at every step (tests/SafeguardingTeams.Domain.Tests/Histories).
# Without a number the ordinary ones, which may take a minute and no more; with one so many: build/histories.sh 2000
cd "$(dirname "$0")/.." || exit 1
dotnet build tests/SafeguardingTeams.Domain.Tests -v q --nologo || exit 1
play="dotnet tests/SafeguardingTeams.Domain.Tests/bin/Debug/net10.0/SafeguardingTeams.Domain.Tests.dll -noLogo -class *HistoriesTests"
set -f
if [ -n "$1" ]; then
    HISTORIES=$1 exec $play
fi

timeout 60 $play
code=$?
[ $code -ne 124 ] || echo "The ordinary histories took more than a minute: play fewer, or make them quicker."
exit $code
