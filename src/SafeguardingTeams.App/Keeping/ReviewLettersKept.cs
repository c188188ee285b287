using System.Globalization;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewTold;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Presentation.Documents.Reviews;

namespace SafeguardingTeams.App.Keeping;

/// <summary>
/// Letters about a review as they went: drawn from the review as it was when they went, once, by whoever needs them first, the mail or
/// somebody who opens them (C8, C15, C17, F1).
/// </summary>
internal sealed class ReviewLettersKept(ReviewLetters letters, IPeople people, LondonClock clock, KeptDocuments keeping, IRows rows)
{
    /// <summary>The letter as it would go today, or why it cannot.</summary>
    internal LetterDrawing Now(ReviewFile file, TellingOf what, OutsideBody body) =>
        letters.Draw(file, what, body, Chair(file), clock.Today);

    /// <summary>The letter of that day, to be kept as it leaves; or what is missing.</summary>
    internal (Drawing? Drawing, string Missing) Of(ReviewFile file, OutsideLetter letter)
    {
        var isKept = KeptFile.Of(file, letter.Occasion, letter.Went.MailTo).Any();
        var then = letter.AsSent(file);
        var drawn = isKept ? null : letters.Draw(then, letter.Went.Of, letter.Went.Body, Chair(then), letter.Went.On);
        return drawn is LetterDrawing.NotDrawn undrawn
            ? (null, $"The letter cannot be made: {string.Join(" ", undrawn.Reasons)}")
            : (
                new(KeptKind.OutsideLetter, "", $"{file.Ref}-letter-{letter.Number.ToString(CultureInfo.InvariantCulture)}.docx", () =>
                    ((LetterDrawing.Drawn)drawn!).File
                ),
                ""
            );
    }

    /// <summary>The letter as it went; or what is missing.</summary>
    /// <exception cref="KeptFileException">It is not there, or not what was recorded.</exception>
    internal async Task<(KeptBytes? File, string Missing)> OfAsync(
        ReviewFile file,
        OutsideLetter letter,
        CancellationToken cancellationToken
    ) =>
        Of(file, letter) is var (drawing, missing) && drawing is null
            ? (null, missing)
            : ((await keeping.KeepAsync(file, letter.Occasion, letter.Went.MailTo, [drawing], cancellationToken))[0], "");

    /// <summary>Keeps what has gone and is not kept yet, and looks whether all that is kept is what went.</summary>
    /// <exception cref="KeptFileException">One is not there, is not what was recorded, or cannot be made.</exception>
    internal Task KeepAllAsync(ReviewFile file, CancellationToken cancellationToken) =>
        EachKept.AsItWentAsync(
            OutsideLetter.Of(file),
            async letter =>
            {
                var now = (ReviewFile)(await StoredRecord.LoadAsync(rows, file.Ref, cancellationToken)).Record;
                if (await OfAsync(now, letter, cancellationToken) is { File: null, Missing: var missing })
                {
                    throw new KeptFileException(missing);
                }
            },
            letter => $"Letter {letter.Number.ToString(CultureInfo.InvariantCulture)}"
        );

    private string Chair(ReviewFile file) =>
        people.Actors(clock.Today).Find(person => file.RolesOf(person).Contains(Role.Chair))?.Display ?? "Chair";
}
