using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Documents.Case;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Puts the document pack together in a folder of its own, as PDF where SharePoint converts, and opens it to those invited who have
/// declared
/// that they are senior and not involved, to read only (B12, B13). What comes later is added, what was overtaken goes; who may no
/// longer read it is taken off. The
/// case's other papers are nobody's but operations'. What is found wrong is an alarm in the case.
/// </summary>
internal sealed class PackReconciler(
    CaseFolders folders,
    IFolders sharePoint,
    FolderAccessBook book,
    CaseDocuments documents,
    FolderMails mails,
    KeptDocuments keeping,
    FolderAlarm alarm,
    IRows rows,
    LondonClock clock
) : IReconciler
{
    private const string Pack = "pack";

    internal const string Papers = "papers";

    /// <summary>To whom the papers leave.</summary>
    internal const string Readers = "those who come to the meeting";

    private const int MaxLooks = 4;

    private static readonly string[] Kinds = ["referral", "return", "chronology"];

    public ReconcileKind Kind => ReconcileKind.Pack;

    /// <summary>The job of a case's own folders.</summary>
    internal static ReconcileJob Job(CaseId id) => new(id, ReconcileKind.Pack, "", Topic.None, default);

    /// <summary>The checkpoint's subject.</summary>
    internal static readonly string Subject = Job(default).Subject;

    /// <summary>The case's own folders by what is noted, to be watched; none where there is no pack yet.</summary>
    internal static ImmutableList<OpenFolder> Noted(IReadOnlyDictionary<string, string> noted) =>
        !noted.ContainsKey("should")
            ? []
            :
            [
                new(Library.CaseRecords, noted["case"], OpenFolder.Nobody, FolderAccess.Read),
                new(Library.CaseRecords, noted["papers"], OpenFolder.Nobody, FolderAccess.Read),
                new(Library.CaseRecords, noted["pack"], OpenFolder.Noted(noted["should"]), FolderAccess.Read)
                {
                    Pending = OpenFolder.Noted(noted.GetValueOrDefault(FolderMails.Pending, "")),
                    Given = OpenFolder.NotedGiven(noted.GetValueOrDefault(FolderMails.Given, "")),
                },
            ];

    public async Task<ReconcileResult> DoAsync(
        ReconcileJob job,
        RecordFile record,
        Checkpoint checkpoint,
        CancellationToken cancellationToken
    )
    {
        var file = (CaseFile)record;
        var pack = await folders.WithinAsync(Library.CaseRecords, file.Id, Pack, cancellationToken);
        var papers = await folders.WithinAsync(Library.CaseRecords, file.Id, Papers, cancellationToken);
        var whole = await folders.OfCaseAsync(Library.CaseRecords, file.Id, cancellationToken);
        var (readers, notLetIn) = await ReadersAsync(file, checkpoint, cancellationToken);
        await checkpoint.SaveAsync(
            cancellationToken,
            [
                ("pack", pack.Id),
                ("url", pack.WebUrl.AbsoluteUri),
                ("papers", papers.Id),
                ("case", whole),
                ("should", string.Join(',', readers.Select(one => one.Account.Id))),
                .. FolderMails.Noted(readers.ConvertAll(one => (one.About, one.Account))),
            ]
        );
        var fault = await book.OpenAsync(
            Noted(checkpoint.Fields),
            OpenFolder.Nobody.Union(readers.Select(one => one.Account).Where(book.IsYoung).Select(account => account.Id)),
            FolderMails.Giving(checkpoint, cancellationToken),
            cancellationToken
        );
        await FolderMails.ReadBackAsync(checkpoint, fault, OpenFolder.Noted(checkpoint["should"]), cancellationToken);
        if (file.Review.WithdrawnBecause is null)
        {
            await FillAsync(file, papers.Id, pack.Id, cancellationToken);
        }

        await mails.TellAsync(
            checkpoint,
            file,
            MailKind.PackOpened,
            readers.Where(one => one.IsByHand).Select(one => one.About),
            cancellationToken
        );
        return await alarm.EndOfAsync(file, "", fault, MaxLooks, checkpoint, cancellationToken) ?? notLetIn ?? new ReconcileResult.Done();
    }

    /// <summary>
    /// Those who may read it, and what became of those who have no account that can be found: they keep nobody else from reading.
    /// </summary>
    private async Task<(ImmutableList<Reader> Readers, ReconcileResult? NotLetIn)> ReadersAsync(
        CaseFile file,
        Checkpoint checkpoint,
        CancellationToken cancellationToken
    )
    {
        var readers = ImmutableList.CreateBuilder<Reader>();
        List<string> refused = [];
        ReconcileResult? later = null;
        foreach (
            var attendee in file.Review.Attendees.Where(attendee =>
                attendee.IsEligible && file.Review is { WithdrawnBecause: null, AccessEnded: false }
            )
        )
        {
            try
            {
                var about = Topic.Attendee(attendee.Key);
                var account = await book.AccountOfAsync(
                    attendee.Contact,
                    FolderMails.KnowsWhereToAccept(checkpoint, about),
                    cancellationToken
                );
                readers.Add(new(about, account, attendee.Contact.PersonId.Length == 0));
            }
            catch (ReconcileStopped stopped) when (stopped.End is ReconcileResult.DeadLettered deadLettered)
            {
                refused.Add($"{attendee.Contact.Display} cannot open the documents. {deadLettered.Why}");
            }
            catch (ReconcileStopped stopped)
            {
                later = stopped.End;
            }
        }

        return (readers.ToImmutable(), later ?? (refused.Count > 0 ? new ReconcileResult.DeadLettered(string.Join(' ', refused)) : null));
    }

    /// <summary>Somebody who may read the pack.</summary>
    /// <param name="IsByHand">Whether they are not in the partnership's list.</param>
    private sealed record Reader(Topic About, DirectoryAccount Account, bool IsByHand);

    private async Task FillAsync(CaseFile file, string papers, string pack, CancellationToken cancellationToken)
    {
        var made = Made(file).Concat(await JoinedAsync(file, cancellationToken)).ToList();
        foreach (var (name, bytes) in made)
        {
            var paper = await PaperAsync(file, papers, new(KeptKind.PackPaper, "", $"{name}.docx", bytes), cancellationToken);
            await PutAsync(paper, pack, name, cancellationToken);
        }

        var put = await sharePoint.ListAsync(Library.CaseRecords, papers, cancellationToken).ValueAsync();
        foreach (var paper in file.Review.Papers.GroupBy(paper => paper.Kind).Select(kind => kind.Last()))
        {
            if (put.Find(item => item.Name == paper.Name) is { } item)
            {
                await PutAsync(item, pack, Path.GetFileNameWithoutExtension(paper.Name), cancellationToken);
            }
        }

        // What was made and has been overtaken is no longer for those attending; among the papers it stays.
        var overtaken = await OvertakenAsync();
        foreach (var old in overtaken)
        {
            await sharePoint.DeleteAsync(Library.CaseRecords, old.Id, cancellationToken).ValueAsync();
        }

        if (!overtaken.IsEmpty && !(await OvertakenAsync()).IsEmpty)
        {
            throw new ReconcileStopped(new ReconcileResult.Later(TimeSpan.FromSeconds(20)));
        }

        async Task<ImmutableList<StoredItem>> OvertakenAsync() =>
            (await sharePoint.ListAsync(Library.CaseRecords, pack, cancellationToken).ValueAsync()).FindAll(item =>
                Path.GetFileNameWithoutExtension(item.Name) is var name && IsMade(name) && !made.Exists(one => one.Name == name)
            );
    }

    /// <summary>A paper made here, which is kept before it is put among the papers; or the one that is there already.</summary>
    private async Task<StoredItem> PaperAsync(CaseFile file, string papers, Drawing drawing, CancellationToken cancellationToken)
    {
        var there = await sharePoint.ListAsync(Library.CaseRecords, papers, cancellationToken).ValueAsync();
        if (there.Find(item => item.Name == drawing.Name) is { } item)
        {
            return item;
        }

        var kept = await keeping.KeepAsync(file, "Pack", Readers, [drawing], cancellationToken);
        return await folders.KeepAsync(Library.CaseRecords, papers, drawing.Name, () => kept[0].Bytes, cancellationToken);
    }

    /// <summary>Whether a name is one that this system gives to what it makes: what people have put in is never taken out.</summary>
    private static bool IsMade(string name) =>
        Kinds.Any(kind => name.IndexOf($"-{kind}", StringComparison.Ordinal) is > 0 and var at && CaseId.TryParse(name[..at]) is not null);

    /// <summary>
    /// What this system makes itself: the referral as it stands at that version, each return, the combined chronology. What has
    /// changed since it was made is made anew, under the next number.
    /// </summary>
    private IEnumerable<(string Name, Func<ReadOnlyMemory<byte>> Bytes)> Made(CaseFile file)
    {
        yield return Referral(file);
        foreach (var agency in file.Review.Agencies.Where(agency => agency.Return is { Known: true }))
        {
            var number = file.History.Count(recorded =>
                recorded.Event is ScopingReturned { Known: true } returned && returned.Agency == agency.Key
            );
            yield return ($"{file.Id}-return-{agency.Key}-{Text(number)}", () => CaseDocuments.Return(file, agency));
        }

        var returns = file.History.Count(recorded => recorded.Event is ScopingReturned);
        yield return ($"{file.Id}-chronology-{Text(returns)}", () => documents.Chronology(file, clock.Today));
    }

    /// <summary>Each joined referral, by its own reference (PD15).</summary>
    private async Task<IEnumerable<(string Name, Func<ReadOnlyMemory<byte>> Bytes)>> JoinedAsync(
        CaseFile file,
        CancellationToken cancellationToken
    )
    {
        var joined = new List<(string, Func<ReadOnlyMemory<byte>>)>();
        foreach (var one in file.JoinedReferrals)
        {
            joined.Add(Referral((await StoredCase.LoadAsync(rows, one.CaseId, cancellationToken)).File));
        }

        return joined;
    }

    private static (string Name, Func<ReadOnlyMemory<byte>> Bytes) Referral(CaseFile file)
    {
        var changes = file.History.Count(recorded => recorded.Event is ReferralChanged);
        return (changes == 0 ? $"{file.Id}-referral" : $"{file.Id}-referral-{Text(changes + 1)}", () => CaseDocuments.Referral(file));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A PDF of it in the pack; where SharePoint cannot convert it, the file itself.</summary>
    private async Task PutAsync(StoredItem paper, string pack, string name, CancellationToken cancellationToken)
    {
        var there = await sharePoint.ListAsync(Library.CaseRecords, pack, cancellationToken).ValueAsync();
        if (there.Exists(item => Path.GetFileNameWithoutExtension(item.Name) == name))
        {
            return;
        }

        var converted = paper.Name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)
            ? new GraphResult<ReadOnlyMemory<byte>>.Refused("")
            : await sharePoint.PdfAsync(Library.CaseRecords, paper.Id, cancellationToken);
        var (bytes, extension) = converted switch
        {
            GraphResult<ReadOnlyMemory<byte>>.Done pdf => (pdf.Value, ".pdf"),
            GraphResult<ReadOnlyMemory<byte>>.Later or GraphResult<ReadOnlyMemory<byte>>.NotFound => (
                await Task.FromResult(converted).ValueAsync(),
                ""
            ),
            _ => (
                await sharePoint.DownloadAsync(Library.CaseRecords, paper.Id, cancellationToken).ValueAsync(),
                Path.GetExtension(paper.Name)
            ),
        };
        await folders.KeepAsync(Library.CaseRecords, pack, $"{name}{extension}", () => bytes, cancellationToken);
    }
}
