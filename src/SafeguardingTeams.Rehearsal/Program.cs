using System.Diagnostics;
using System.Runtime.InteropServices;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Rehearsal.Play;

var began = Stopwatch.GetTimestamp();
if (args.Contains("--help"))
{
    Console.WriteLine(
        """
        dotnet run --project src/SafeguardingTeams.Rehearsal              opens the rehearsal's page
        dotnet run --project src/SafeguardingTeams.Rehearsal -- --play    plays the story without anybody at the screen
        dotnet run --project src/SafeguardingTeams.Rehearsal -- --play quarter    plays a quarter of the group
        dotnet run --project src/SafeguardingTeams.Rehearsal -- --play year       plays a year, and counts its report again
        dotnet run --project src/SafeguardingTeams.Rehearsal -- --practice [FILE]    all but the bot, which you start
          --port N            the page's port (5080 unless told)
          --logs              shows the bot's log
          --client HOST:PORT  lets a local Teams client in through the signing door
        """
    );
    return 0;
}

// Ctrl+C, or whoever runs this asks it to end: what was started is ended too. Asked a second time it ends at once.
var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
void Asked(PosixSignalContext signal) => signal.Cancel = end.TrySetResult();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Asked);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Asked);
using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Asked);

string? Value(string name) => args.SkipWhile(arg => arg != name).Skip(1).FirstOrDefault();
var play = args.Contains("--play");
var practice = args.Contains("--practice");
Console.WriteLine("Starting the storage emulator, the bot, the timers and the stand-in for Microsoft 365 …");
var port =
    play ? 0
    : int.TryParse(Value("--port"), out var given) ? given
    : 5080;
if (port > 0 && !Azurite.IsFree(port))
{
    Console.Error.WriteLine(
        $"Port {port} is in use, perhaps by another rehearsal. End that one, or choose another port: --port {port + 1}"
    );
    return 2;
}

await using var host = await RehearsalHost.StartAsync(
    new RehearsalOptions
    {
        Port = port,
        PartnershipFile = practice && Value("--practice") is { } own && own[0] != '-' ? Path.GetFullPath(own) : null,
        Clock = Value("--play") == "year" ? new(Year.Whole.Begin) : new(),
        LocalClient = Value("--client"),
        RunsTimers = !play,
        LogsToConsole = args.Contains("--logs"),
    }
);
Console.WriteLine($"Ready after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s.");
if (play)
{
    var teller = new Story(host, Console.Out);
    Task story = Value("--play") switch
    {
        "quarter" => teller.QuarterAsync(Quarter.Whole),
        "year" => YearAsync(teller),
        _ => teller.PlayAsync(everyEnding: true),
    };
    if (await Task.WhenAny(story, end.Task) == end.Task)
    {
        return 1;
    }

    await story;
    return 0;
}

if (practice)
{
    await host.Moves.EachOnceAsync();
    var file = await Practice.WriteAsync(await host.HandOverAsync());
    Console.WriteLine(
        $"""

        Timers run, and stand-ins for Entra, Teams, Outlook and SharePoint. The bot is yours to start, in another window:

        set -a; . {file}; set +a
        dotnet run --project src/SafeguardingTeams.Bot               then open {host.WebPage}
        dotnet run --project src/SafeguardingTeams.Bot -- doctor     in a third window, with the same first line

        Everything is invented and kept in memory only. Ctrl+C ends it.
        """
    );
    await end.Task;
    return 0;
}

Console.WriteLine(
    $"""

    Open this page in a browser:   {host.Page}
    Everything is invented and kept in memory only. Ctrl+C ends it.
    """
);
await end.Task;
return 0;

static async Task YearAsync(Story teller)
{
    if (await teller.YearAsync(Year.Whole) is { Count: > 0 } different)
    {
        throw new InvalidOperationException($"The yearly report is not what the events say:\n{string.Join('\n', different)}");
    }
}
