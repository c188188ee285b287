using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Which letter a Word form came with, where only a person can say: nothing else is done with the draft before (B4, B5).</summary>
public sealed class LetterOfForm(DraftStore store, LondonClock clock)
{
    /// <summary>Whether it is still to be said.</summary>
    internal static bool IsAsked(Draft draft) =>
        draft.Purpose == DraftPurpose.ScopingReturn && draft.Answers.RowsOf(InitialScopingV1.Family).Exists(SaidOfDetails.IsUnplaced);

    /// <summary>The question.</summary>
    internal static AdaptiveCard Ask(Draft draft, CaseFile file, CardInvocation invocation) =>
        WhichLetterCard.Draw(
            draft,
            file.Review.Agency(draft.About)?.Name ?? draft.About,
            SectionOne.SentTo(file, draft.About),
            invocation.Context
        );

    /// <summary>The answer, where the press is one; else the question.</summary>
    internal async Task<AdaptiveCard> AnswerAsync(
        (Draft Draft, string ETag) kept,
        CaseFile file,
        CardInvocation invocation,
        CancellationToken cancellationToken
    )
    {
        var said = invocation.Key("letter");
        var letter = SectionOne.SentTo(file, kept.Draft.About).Find(one => one.Number.ToString(CultureInfo.InvariantCulture) == said);
        if (invocation.Action.Verb != Verbs.DraftLetter || (letter is null && said != WhichLetterCard.NobodyCanTell))
        {
            return Ask(kept.Draft, file, invocation);
        }

        var placed = kept.Draft.Saved(invocation.CommandId, clock.Now, PrefilledReturn.Placed(file, kept.Draft.Answers, letter));
        var otherwise = PrefilledReturn.PrintedOtherwise(kept.Draft.Answers, letter);
        return await store.SaveAsync(placed, kept.ETag, cancellationToken)
            ? DraftHandlers.Review(placed, "", new(NoticeKind.Done, Done(letter, otherwise, placed)), invocation)
            : NoticeCard.Draw(
                "This draft has changed",
                "It was changed, sent or deleted on another device or card. Nothing was done twice.",
                invocation.Context
            );
    }

    private static string Done(SectionOne? letter, int otherwise, Draft placed)
    {
        var kept = placed.Answers.RowsOf(InitialScopingV1.Family).Count(SaidOfDetails.IsKept);
        var outdated = kept - otherwise;
        return (
                letter is null
                    ? "It is noted that nobody can tell which letter the form came with."
                    : $"The form is taken as that of {letter.Called}."
            )
            + (otherwise > 0 ? $" {Count(otherwise)} kept apart: the file prints something else there than that form." : "")
            + (
                kept == 0 ? " Every answer of section 1 has its place."
                : outdated > 0
                    ? $" {Count(outdated)} not about section 1 as it stands now, and kept in rows of their own, after the others."
                : ""
            );
    }

    private static string Count(int kept) => kept == 1 ? "1 answer is" : $"{kept.ToString(CultureInfo.InvariantCulture)} answers are";
}
