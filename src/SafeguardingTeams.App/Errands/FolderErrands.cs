using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Steps.SecuredRecords;

namespace SafeguardingTeams.App.Errands;

/// <summary>
/// Makes an agency's two folders, one for its secured records and one, elsewhere, for its submission (B9, B10), and opens the first to its
/// nominee and to nobody else of the agency, the second to nobody. What is found wrong is an alarm in the case.
/// </summary>
internal sealed class FolderErrands(CaseFolders folders, FolderAccessBook book, FolderMails mails, CommandRunner commands) : IErrands
{
    private const int MostLooks = 6;

    public ErrandKind Kind => ErrandKind.Folders;

    /// <summary>The note's subject.</summary>
    internal static string Subject(string agency) => new Errand(default, ErrandKind.Folders, "", agency, default).Subject;

    /// <summary>An agency's folders by what is noted, to be watched; none where they are not made yet.</summary>
    internal static ImmutableList<OpenFolder> Noted(IReadOnlyDictionary<string, string> noted) => !noted.ContainsKey("should") ? [] :
    [
        new(Library.SecuredRecords, noted["secured"], OpenFolder.Noted(noted["should"]), FolderAccess.Write),
        new(Library.Submissions, noted["submissions"], OpenFolder.Nobody, FolderAccess.Read),
    ];

    public async Task<ErrandEnd> DoAsync(Errand errand, CaseFile file, ErrandNote note, CancellationToken cancellationToken)
    {
        if (file.Review.Agency(errand.About) is not { AskedAt: not null } agency)
        {
            return new ErrandEnd.Done();
        }

        if (note["secured"].Length == 0)
        {
            var submissions = await folders.WithinAsync(Library.Submissions, file.Id, agency.Key, cancellationToken);
            var secured = await folders.WithinAsync(Library.SecuredRecords, file.Id, agency.Key, cancellationToken);
            await note.SaveAsync(cancellationToken, ("submissions", submissions.Id), ("secured", secured.Id), ("url", secured.WebUrl.ToString()));
        }

        var should = OpenFolder.Nobody;
        if (agency.Securing.Nominee is { } nominee && !file.Review.AccessEnded)
        {
            should = should.Add(await book.AccountOfAsync(nominee, cancellationToken));
        }

        await note.SaveAsync(cancellationToken, ("should", string.Join(',', should)));
        var wrong = await book.OpenAsync(Noted(note.Fields), cancellationToken);
        await mails.TellAsync(note, file, MailKind.Nominee, should.IsEmpty ? [] : [$"{agency.Key}.{NamingsOf(file, agency.Key)}"], cancellationToken);
        var looks = await note.WrongLooksAsync(wrong, cancellationToken);
        if (looks == 1)
        {
            // No alarm before a second look.
            return new ErrandEnd.Later(TimeSpan.FromSeconds(20));
        }

        await ReportAsync(commands, file, agency.Key, wrong, cancellationToken);
        return wrong.Length == 0 ? new ErrandEnd.Done() : looks < MostLooks ? new ErrandEnd.Later(TimeSpan.FromMinutes(10)) : new ErrandEnd.Stuck(wrong);
    }

    /// <summary>Which naming of a nominee holds now, from 1.</summary>
    internal static string NamingsOf(CaseFile file, string agency) =>
        file.History.Count(recorded => recorded.Event is NomineeNamed named && named.Agency == agency).ToString(CultureInfo.InvariantCulture);

    /// <summary>Records what was found, where it is other than what is recorded; of the case's own papers where the agency is empty.</summary>
    internal static async Task ReportAsync(CommandRunner commands, CaseFile file, string agency, string wrong, CancellationToken cancellationToken)
    {
        if (file.Review.AlarmOf(agency) != wrong)
        {
            await commands.RunAsync(new ReportFolder(file.Id, agency, wrong), $"folder-{agency}-{file.Version}", SystemActor.Instance, cancellationToken);
        }
    }
}
