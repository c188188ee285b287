using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Documents.Case;
using SafeguardingTeams.Presentation.Documents.Letter;

namespace SafeguardingTeams.App.Errands;

/// <summary>Puts a document of the case into its folder, once, named by reference and kind: an agency's return apart from its records (B10), report and letter as they went to the Panel (B21).</summary>
internal sealed class DocumentErrands(CaseFolders folders, CaseDocuments documents, IPeople people, LondonClock clock) : IErrands
{
    public ErrandKind Kind => ErrandKind.Document;

    public async Task<ErrandEnd> DoAsync(Errand errand, CaseFile file, ErrandNote note, CancellationToken cancellationToken)
    {
        if (note["item"].Length > 0)
        {
            return new ErrandEnd.Done();
        }

        var item = Enum.Parse<DocumentKind>(errand.Detail) switch
        {
            DocumentKind.Return => await ReturnAsync(errand, file, cancellationToken),
            DocumentKind.Report => await KeepAsync(file, $"{file.Id}-report.docx", () => documents.Report(file), cancellationToken),
            DocumentKind.PanelLetter => documents.PanelLetter(file, Chair(file), clock.Today) is LetterDrawing.Drawn letter
                ? await KeepAsync(file, $"{file.Id}-letter-to-panel.docx", () => letter.File, cancellationToken)
                : throw new ErrandStopped(new ErrandEnd.Stuck("The letter to the Panel cannot be made.")),
            _ => throw new InvalidOperationException("An unknown document."),
        };
        if (item is not null)
        {
            await note.SaveAsync(cancellationToken, ("item", item.Id));
        }

        return new ErrandEnd.Done();
    }

    private async Task<StoredItem?> ReturnAsync(Errand errand, CaseFile file, CancellationToken cancellationToken)
    {
        // The return as it was then: a later one is another errand's.
        var (key, version) = errand.About.Split('.') is [var one, var two] ? (one, int.Parse(two, System.Globalization.CultureInfo.InvariantCulture)) : throw new InvalidOperationException("No version of a return.");
        var then = Replay.From(file.Id, file.History.TakeWhile(recorded => recorded.Sequence <= version));
        if (then.Review.Agency(key) is not { Return.Known: true } agency)
        {
            return null;
        }

        var number = then.History.Count(recorded => recorded.Event is ScopingReturned { Known: true } returned && returned.Agency == key);
        var folder = await folders.WithinAsync(Library.Submissions, file.Id, key, cancellationToken);
        return await folders.KeepAsync(Library.Submissions, folder.Id, $"{file.Id}-return-{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}.docx", () => CaseDocuments.Return(then, agency), cancellationToken);
    }

    private async Task<StoredItem> KeepAsync(CaseFile file, string name, Func<ReadOnlyMemory<byte>> bytes, CancellationToken cancellationToken) =>
        await folders.KeepAsync(Library.CaseRecords, await folders.OfCaseAsync(Library.CaseRecords, file.Id, cancellationToken), name, bytes, cancellationToken);

    private string Chair(CaseFile file) => people.Actors(clock.Today).Find(person => person.RolesFor(file).Contains(Role.Chair))?.Display ?? "Chair";
}
