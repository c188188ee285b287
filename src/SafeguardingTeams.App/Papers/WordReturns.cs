using System.Collections.Immutable;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Documents.Intake;

namespace SafeguardingTeams.App.Papers;

/// <summary>
/// Reads in a scoping form that came back as a Word file: what could be read becomes a draft of operations, who look through it, put
/// right what could not, and return it on the agency's behalf (B5). Nothing is recorded by the reading itself.
/// </summary>
public sealed class WordReturns(IRows rows, Visits visits, DraftStore drafts, LondonClock clock)
{
    /// <summary>The agency it is expected from; null where it is not theirs to read in.</summary>
    public async Task<ReviewAgency?> MayAsync(CardAction visit, CaseId id, string agency, CancellationToken cancellationToken) =>
        await visits.OfAsync(visit, cancellationToken) is { } reader
            ? Expected((await StoredCase.LoadAsync(rows, id, cancellationToken)).File, reader.Actor, agency)
            : null;

    /// <summary>Reads a file in.</summary>
    /// <returns>What could not be read, or why nothing was; null where it is not theirs to read in.</returns>
    public async Task<WordReturn?> ReadAsync(
        CardAction visit,
        CaseId id,
        string key,
        FileContent content,
        CancellationToken cancellationToken
    )
    {
        if (await visits.OfAsync(visit, cancellationToken) is not { } reader)
        {
            return null;
        }

        var stored = await StoredCase.LoadAsync(rows, id, cancellationToken);
        if (Expected(stored.File, reader.Actor, key) is not { } agency)
        {
            return null;
        }

        if (stored.DraftOf(reader.Actor.PersonId, Draft.SlotOf(DraftPurpose.ScopingReturn, key)) is not null)
        {
            return new(
                false,
                ["You have already begun this agency’s form. Go on with it under Home, or delete it there, then choose the file again."]
            );
        }

        using var word = content.Open();
        switch (FormIntake.Read(word, ExpectedForm.Of(stored.File, key), clock.Today))
        {
            case WordIntake.Refused refused:
                return new(false, [refused.Message]);
            case WordIntake.Taken taken:
                var draft = drafts.New(
                    stored.File,
                    reader.Actor,
                    DraftPurpose.ScopingReturn,
                    taken.FormId,
                    taken.FormVersion,
                    taken.Answers
                ) with
                {
                    About = key,
                    Again = agency.Return is not null,
                    How = "as a Word form, read in by operations",
                };
                return await BeginAsync(stored, draft, taken, cancellationToken);
            default:
                throw new InvalidOperationException("An unknown end of reading a form in.");
        }
    }

    private async Task<WordReturn> BeginAsync(StoredCase stored, Draft draft, WordIntake.Taken taken, CancellationToken cancellationToken)
    {
        try
        {
            var begun = await drafts.BeginAsync(stored, draft, kept => kept, cancellationToken);
            return begun.How == draft.How
                ? new(true, [.. taken.NotRead])
                : new(false, ["You have begun this agency’s form on another device in the meantime. Go on with it under Home."]);
        }
        catch (TooLongException)
        {
            return new(
                false,
                [
                    "This form is longer as a whole than can be kept, so nothing of it was read in. The file is as it was. "
                        + "Ask the agency to shorten it, and to send what is long as a paper of its own.",
                ]
            );
        }
    }

    private static ReviewAgency? Expected(CaseFile file, Actor actor, string key) =>
        Permissions.SeesAs(file, actor, [Role.Operations])
        && Permissions.Allows(Step.ReturnScoping, file, actor)
        && file.Review.Agency(key) is { AskedAt: not null } agency
            ? agency
            : null;
}

/// <summary>What came of reading a form in.</summary>
/// <param name="IsRead">Whether there is a draft now.</param>
/// <param name="Said">What could not be read or understood; or why nothing was.</param>
public sealed record WordReturn(bool IsRead, ImmutableList<string> Said);
