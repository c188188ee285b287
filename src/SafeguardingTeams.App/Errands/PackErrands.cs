using System.Collections.Immutable;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Documents.Case;

namespace SafeguardingTeams.App.Errands;

/// <summary>
/// Puts the document pack together in a folder of its own, as PDF where SharePoint converts, and opens it to those invited who have declared
/// that they are senior and not involved, to read only (B12, B13). What comes later is added; who may no longer read it is taken off.
/// </summary>
internal sealed class PackErrands(CaseFolders folders, IFolders sharePoint, FolderAccessBook book, CaseDocuments documents, LondonClock clock) : IErrands
{
    private const string Pack = "pack";

    private const string Papers = "papers";

    private const int MostLooks = 4;

    public ErrandKind Kind => ErrandKind.Pack;

    public async Task<ErrandEnd> DoAsync(Errand errand, CaseFile file, ErrandNote note, CancellationToken cancellationToken)
    {
        var pack = await folders.WithinAsync(Library.CaseRecords, file.Id, Pack, cancellationToken);
        await note.SaveAsync(cancellationToken, ("pack", pack.Id), ("url", pack.WebUrl.ToString()));
        if (file.Review.WithdrawnBecause is null)
        {
            await FillAsync(file, pack.Id, cancellationToken);
        }

        var readers = ImmutableHashSet.CreateBuilder<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var attendee in file.Review.Attendees.Where(attendee => attendee.IsEligible && file.Review is { WithdrawnBecause: null, AccessEnded: false }))
        {
            readers.Add(await book.AccountOfAsync(attendee.Contact, cancellationToken));
        }

        var wrong = await book.OpenToAsync(Library.CaseRecords, pack.Id, readers.ToImmutable(), FolderAccess.Read, cancellationToken);
        return await note.WrongLooksAsync(wrong, cancellationToken) switch
        {
            0 => new ErrandEnd.Done(),
            < MostLooks => new ErrandEnd.Later(TimeSpan.FromSeconds(30)),
            _ => new ErrandEnd.Stuck($"The document pack: {wrong}"),
        };
    }

    private async Task FillAsync(CaseFile file, string pack, CancellationToken cancellationToken)
    {
        var papers = (await folders.WithinAsync(Library.CaseRecords, file.Id, Papers, cancellationToken)).Id;
        foreach (var (name, bytes) in Made(file))
        {
            var paper = await folders.KeepAsync(Library.CaseRecords, papers, $"{name}.docx", bytes, cancellationToken);
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
    }

    /// <summary>What this system makes itself: the referral as it stands at that version, each return, the combined chronology.</summary>
    private IEnumerable<(string Name, Func<ReadOnlyMemory<byte>> Bytes)> Made(CaseFile file)
    {
        yield return ($"{file.Id}-referral", () => CaseDocuments.Referral(file));
        foreach (var agency in file.Review.Agencies.Where(agency => agency.Return is { Known: true }))
        {
            var number = file.History.Count(recorded => recorded.Event is ScopingReturned { Known: true } returned && returned.Agency == agency.Key);
            yield return ($"{file.Id}-return-{agency.Key}-{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}", () => CaseDocuments.Return(file, agency));
        }

        var returns = file.History.Count(recorded => recorded.Event is ScopingReturned);
        yield return ($"{file.Id}-chronology-{returns.ToString(System.Globalization.CultureInfo.InvariantCulture)}", () => documents.Chronology(file, clock.Today));
    }

    /// <summary>A PDF of it in the pack; where SharePoint cannot convert it, the file itself.</summary>
    private async Task PutAsync(StoredItem paper, string pack, string name, CancellationToken cancellationToken)
    {
        var there = await sharePoint.ListAsync(Library.CaseRecords, pack, cancellationToken).ValueAsync();
        if (there.Exists(item => Path.GetFileNameWithoutExtension(item.Name) == name))
        {
            return;
        }

        var converted = paper.Name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? new GraphResult<ReadOnlyMemory<byte>>.Refused("") : await sharePoint.PdfAsync(Library.CaseRecords, paper.Id, cancellationToken);
        var (bytes, extension) = converted switch
        {
            GraphResult<ReadOnlyMemory<byte>>.Done pdf => (pdf.Value, ".pdf"),
            GraphResult<ReadOnlyMemory<byte>>.Later or GraphResult<ReadOnlyMemory<byte>>.Gone => (await Task.FromResult(converted).ValueAsync(), ""),
            _ => (await sharePoint.DownloadAsync(Library.CaseRecords, paper.Id, cancellationToken).ValueAsync(), Path.GetExtension(paper.Name)),
        };
        await folders.KeepAsync(Library.CaseRecords, pack, $"{name}{extension}", () => bytes, cancellationToken);
    }
}
