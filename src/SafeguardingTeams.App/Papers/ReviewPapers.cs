using System.Globalization;
using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewTold;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Presentation.Documents.Reviews;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Papers;

/// <summary>
/// Terms of reference of a review as they stand now, and its letters to bodies outside, as Word files for whoever may read the review; each
/// reading is recorded first (C8, C10, C15, F1).
/// </summary>
public sealed class ReviewPapers
{
    private readonly IRows _rows;
    private readonly Visits _visits;
    private readonly ReadAudit _audit;
    private readonly PartnershipWords _words;
    private readonly ReviewLettersKept _letters;
    private readonly KeptPapersWatch _watch;
    private readonly KeptDocuments _kept;

    internal ReviewPapers(
        IRows rows,
        Visits visits,
        ReadAudit audit,
        PartnershipWords words,
        ReviewLettersKept letters,
        KeptPapersWatch watch,
        KeptDocuments kept
    ) => (_rows, _visits, _audit, _words, _letters, _watch, _kept) = (rows, visits, audit, words, letters, watch, kept);

    /// <summary>Makes it. What is not there and what is not theirs gives the same answer (F2).</summary>
    /// <param name="visit">Who, by the token.</param>
    public async Task<PaperEnd> TermsAsync(CardAction visit, RecordRef record, CancellationToken cancellationToken)
    {
        if (await ReadAsync(visit, record, cancellationToken) is not var (reader, file) || file.Terms.Read.IsEmpty)
        {
            return new PaperEnd.NotThere();
        }

        await _audit.RecordAsync(reader, file, cancellationToken);
        return new PaperEnd.Drawn($"{record}-terms-of-reference.docx", TermsDocument.Write(file, _words.PartnershipName));
    }

    /// <summary>A letter to a body outside as it would go today, while it is owed (C8, C9, C15, C17).</summary>
    /// <param name="visit">Who, by the token.</param>
    public async Task<PaperEnd> LetterNowAsync(
        CardAction visit,
        RecordRef record,
        TellingOf what,
        OutsideBody body,
        CancellationToken cancellationToken
    )
    {
        if (await ReadAsync(visit, record, cancellationToken) is not var (reader, file) || !file.OwedOutside.Contains((what, body)))
        {
            return new PaperEnd.NotThere();
        }

        await _audit.RecordAsync(reader, file, cancellationToken);
        return _letters.Now(file, what, body) switch
        {
            LetterDrawing.Drawn drawn => new PaperEnd.Drawn($"{record}-letter.docx", drawn.File),
            LetterDrawing.NotDrawn undrawn => new PaperEnd.NotDrawn([.. undrawn.Reasons]),
            _ => new PaperEnd.NotThere(),
        };
    }

    /// <summary>A letter as it went, by its number, from 1.</summary>
    /// <param name="visit">Who, by the token.</param>
    public async Task<PaperEnd> LetterAsync(CardAction visit, RecordRef record, int number, CancellationToken cancellationToken)
    {
        if (
            await ReadAsync(visit, record, cancellationToken) is not var (reader, file)
            || OutsideLetter.Of(file).ElementAtOrDefault(number - 1) is not { } letter
        )
        {
            return new PaperEnd.NotThere();
        }

        await _audit.RecordAsync(reader, file, cancellationToken);
        try
        {
            return await _letters.OfAsync(file, letter, cancellationToken) is { File: { } kept }
                ? new PaperEnd.Drawn(kept.Document.Name, kept.Bytes)
                : new PaperEnd.NotDrawn(["The letter cannot be made."]);
        }
        catch (KeptFileException wrong)
        {
            return await _watch.GoneAsync(record, wrong, cancellationToken);
        }
    }

    /// <summary>
    /// A paper that is agreed for those appointed, as it is kept, by its number (C9): for them alone, while they read it. The reading is
    /// recorded of the review and of the record that keeps it. Its name says nothing of where it comes from.
    /// </summary>
    /// <param name="visit">Who, by the token.</param>
    public async Task<PaperEnd> AgreedAsync(CardAction visit, RecordRef record, int number, CancellationToken cancellationToken)
    {
        if (
            record.Kind != RecordKind.Review
            || await _visits.OfAsync(visit, cancellationToken) is not { } reader
            || (await StoredRecord.LoadAsync(_rows, record, cancellationToken)).Record is not ReviewFile file
            || !ReviewPermissions.PartsOf(file, reader.Actor).Any()
            || file.Papers.Find(one => one.Number == number) is not { } paper
            || (await StoredRecord.LoadAsync(_rows, paper.Record, cancellationToken)).Record is not { } of
            || paper.In(of) is not { } kept
        )
        {
            return new PaperEnd.NotThere();
        }

        await _audit.RecordAsync(reader, file, cancellationToken);
        await _audit.RecordAsync(reader, of, cancellationToken);
        try
        {
            var bytes = (await _kept.ReadAsync(of, kept, cancellationToken)).Bytes;
            return new PaperEnd.Drawn(
                string.Create(CultureInfo.InvariantCulture, $"{record}-paper-{paper.Number}{Path.GetExtension(paper.Name)}"),
                bytes
            );
        }
        catch (KeptFileException wrong)
        {
            return await _watch.GoneAsync(of.Ref, wrong, cancellationToken);
        }
    }

    private async Task<(Reader Reader, ReviewFile File)?> ReadAsync(
        CardAction visit,
        RecordRef record,
        CancellationToken cancellationToken
    ) =>
        record.Kind == RecordKind.Review
        && await _visits.OfAsync(visit, cancellationToken) is { } reader
        && (await StoredRecord.LoadAsync(_rows, record, cancellationToken)).Record is ReviewFile file
        && ReviewPermissions.Sees(file, reader.Actor)
            ? (reader, file)
            : null;
}
