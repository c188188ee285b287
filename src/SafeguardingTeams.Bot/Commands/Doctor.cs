using System.Collections.Immutable;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Bot.Commands.Doctoring;
using SafeguardingTeams.Microsoft365;
using SafeguardingTeams.Microsoft365.Tables;
using SafeguardingTeams.Presentation.Documents.Letter;

namespace SafeguardingTeams.Bot.Commands;

/// <summary>
/// The command <c>doctor</c>: eleven checks in the order in which a set-up is made, so that the first that is wrong is the one to put right
/// first. Each is said with what to do; what only a person can see is said as well.
/// </summary>
internal sealed class Doctor(TextWriter output, Func<WebApplicationBuilder> begin)
{
    private const string File = "Partnership:File";

    private const string Letters = "Partnership:Letters";

    private readonly Dictionary<Verdict, int> _found = [];

    /// <summary>Checks everything.</summary>
    /// <returns>1 where something is wrong, else 0.</returns>
    internal async Task<int> RunAsync(CancellationToken stop)
    {
        var builder = begin();
        builder.Logging.ClearProviders();
        var errors = builder.AddBot();
        await using var app = errors.IsEmpty ? builder.Build() : null;
        var patient = app is null ? null : new Patient(app.Services, await app.Services.GetRequiredService<TableLook>().TakeAsync(stop));
        await SayAsync(1, "Settings", One(Settings(errors)));
        await SayAsync(2, "The partnership's file", Partnership(errors, patient, stop));
        await SayAsync(3, "Letters", One(LettersOf(errors, builder.Configuration)));
        (string Title, Func<Patient, CancellationToken, IAsyncEnumerable<Finding>> Check)[] others =
        [
            ("Tokens of the host's identity", StorageChecks.TokensAsync),
            ("Storage", StorageChecks.StorageAsync),
            ("Data", StorageChecks.DataAsync),
            ("Entra: sign-in (runbook 2 and 4)", EntraChecks.RunAsync),
            ("Teams (runbook 9)", TeamsChecks.RunAsync),
            ("Outlook and SharePoint (runbook 5 to 8)", GraphChecks.RunAsync),
            ("Running (runbook 3)", RunningChecks.RunAsync),
            ("Versions", RunningChecks.VersionsAsync),
        ];
        foreach (var ((title, check), number) in others.Select((one, i) => (one, i + 4)))
        {
            await SayAsync(number, title, patient is null ? One([NotYet]) : check(patient, stop));
        }

        await output.WriteLineAsync(
            $"{_found.GetValueOrDefault(Verdict.Ok)} ok, {_found.GetValueOrDefault(Verdict.Wrong)} wrong, "
                + $"{_found.GetValueOrDefault(Verdict.Unchecked)} not checked."
        );
        await output.WriteLineAsync(
            _found.ContainsKey(Verdict.Wrong)
                ? "Put right what is WRONG, the first first, and run this again."
                : "All is well, as far as it can be seen from here. What is \"not checked\" a person has to look at."
        );
        return _found.ContainsKey(Verdict.Wrong) ? BotCommands.Wrong : BotCommands.Right;
    }

    private static Finding NotYet =>
        Finding.Unchecked("Nothing can be asked before the settings are right.", "Put 1 to 3 right, and run this again.");

    private async Task SayAsync(int number, string title, IAsyncEnumerable<Finding> findings)
    {
        await output.WriteLineAsync($"{number} {title}");
        await foreach (var (verdict, what, todo) in findings)
        {
            _found[verdict] = _found.GetValueOrDefault(verdict) + 1;
            var word = verdict switch
            {
                Verdict.Ok => "ok",
                Verdict.Wrong => "WRONG",
                _ => "not checked",
            };
            await output.WriteLineAsync($"  {word, -12}{what}{(todo.Length > 0 ? $" {todo}" : "")}");
        }
    }

    private static IEnumerable<Finding> Settings(ImmutableList<string> errors)
    {
        var wrong = errors.Where(error => !IsOf(error, File) && !IsOf(error, Letters)).ToList();
        return wrong.Count == 0
            ? [Finding.Ok("All settings are there, in form, and none begins or ends with a blank.")]
            : wrong.Select(error => Finding.Wrong(error, ""));
    }

    private static async IAsyncEnumerable<Finding> Partnership(
        ImmutableList<string> errors,
        Patient? patient,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop
    )
    {
        foreach (var error in errors.Where(error => IsOf(error, File)))
        {
            yield return Finding.Wrong(error, "");
        }

        if (patient is null)
        {
            yield break;
        }

        var file = patient.Get<PartnershipFile>();
        yield return file.Example
            ? Finding.Unchecked("The file is an example.", "It serves on the storage emulator of this machine only.")
            : Finding.Ok($"The file is in form and makes sense: {file.Name}.");
        if (patient.HasStorage && await patient.Get<FileAndRecord>().SaidAsync(stop) is { } differs)
        {
            yield return Finding.Ok(differs);
        }

        var gaps = patient.Get<IPeople>().GapsOn(patient.Get<LondonClock>().Today);
        foreach (var gap in gaps)
        {
            yield return Finding.Wrong(gap, "");
        }

        if (gaps.IsEmpty)
        {
            yield return Finding.Ok("Somebody holds each role today that somebody has to hold.");
        }

        await foreach (var finding in RunningChecks.FilesAsync(patient, stop))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> LettersOf(ImmutableList<string> errors, IConfiguration configuration)
    {
        var wrong = errors.Where(error => IsOf(error, Letters)).ToList();
        if (wrong.Count > 0)
        {
            return wrong.Select(error => Finding.Wrong(error, ""));
        }

        var own = configuration[Letters] is { Length: > 0 } folder ? LetterFolder.Read(folder).Own : [];
        var shipped = Enum.GetValues<LetterKind>().Except(own).Select(LetterTemplate.FileOf).ToList();
        return
        [
            .. own.Select(kind =>
                Finding.Ok($"{LetterTemplate.FileOf(kind)}: a letter of that name is known, it is UTF-8, and a sample of it was drawn.")
            ),
            .. shipped.Count > 0 ? [Finding.Ok($"As they are shipped: {string.Join(", ", shipped)}.")] : Enumerable.Empty<Finding>(),
        ];
    }

    private static bool IsOf(string error, string setting) => error.StartsWith(setting, StringComparison.Ordinal);

    private static async IAsyncEnumerable<Finding> One(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            yield return finding;
        }

        await Task.CompletedTask;
    }
}
