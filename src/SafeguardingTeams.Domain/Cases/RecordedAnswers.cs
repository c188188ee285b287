using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>
/// Answers on the record that several people may change: each change is merged into what is there now, and none overwrites another
/// unseen.
/// </summary>
internal static class RecordedAnswers
{
    /// <summary>The changes from what somebody began from to what they want, where nobody changed the same answers meanwhile.</summary>
    internal static (ImmutableList<AnswerChange>? Changes, Refusal? Refusal) Change(Form form, Answers now, Answers before, Answers after)
    {
        var changes = AnswerChange.Between(form, before, after);
        if (changes.IsEmpty)
        {
            return (null, new("nothing-changed", "Nothing has been changed yet. Change an answer first, or leave."));
        }

        var meanwhile = AnswerChange.Between(form, before, now).Select(change => change.Place).ToHashSet();
        return changes.Any(change => meanwhile.Contains(change.Place))
            ? (
                null,
                new(
                    "changed-meanwhile",
                    "Somebody else has changed some of the same answers since you began. What you typed is kept. Look at it as "
                        + "it is now, then change what is still wrong."
                )
            )
            : (changes, null);
    }
}
