using System.Globalization;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Steps.Scoping;

namespace SafeguardingTeams.App.CardActions;

/// <summary>
/// A return begun before section 1 was corrected is never sent as it is: what was said is put on section 1 as it stands now, and its
/// author looks at it once more (B4, B6).
/// </summary>
internal static class OutdatedReturn
{
    /// <summary>The draft on section 1 as it stands now; null where it says nothing else than that already.</summary>
    internal static Draft? Of(Draft draft, CaseFile file) =>
        draft.Purpose == DraftPurpose.ScopingReturn
        && PrefilledReturn.Over(file, draft.Answers) is var over
        && !Same(Rows(draft.Answers), Rows(over), ids: false)
            ? draft with
            {
                Answers = over,
            }
            : null;

    /// <summary>Whether the rows of section 1 are the same, their ids too.</summary>
    internal static bool Same(Answers answers, Answers others) => Same(Rows(answers), Rows(others), ids: true);

    /// <summary>What its author is told; null where section 1 says the same before and after.</summary>
    internal static string? Says(Draft before, Draft after)
    {
        if (Same(Rows(before.Answers), Rows(after.Answers), ids: false))
        {
            return null;
        }

        var moved = Rows(after.Answers).Count(SaidOfDetails.IsKept) - Rows(before.Answers).Count(SaidOfDetails.IsKept);
        return "Section 1 has been put right since you began. Nothing is sent yet, and what you typed is kept. "
            + (
                moved <= 0 ? ""
                : moved == 1 ? "1 answer is now in a row of its own. "
                : $"{moved.ToString(CultureInfo.InvariantCulture)} answers are now in rows of their own. "
            )
            + Look;
    }

    /// <summary>What is said to the same press once more.</summary>
    internal const string Look = "Look at section 1 once more.";

    private static IReadOnlyList<AnswerRow> Rows(Answers answers) => answers.RowsOf(InitialScopingV1.Family);

    private static bool Same(IReadOnlyList<AnswerRow> rows, IReadOnlyList<AnswerRow> others, bool ids) =>
        rows.Count == others.Count
        && rows.Zip(others).All(pair => (!ids || pair.First.Id == pair.Second.Id) && pair.First.Values.SequenceEqual(pair.Second.Values));
}
