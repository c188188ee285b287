using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Actions;

/// <summary>
/// Something the report of a Rapid Review says is to be done at once (B16), or was learnt and has been acted upon (B17, outcome i): once
/// the recommendation is agreed, it can be written down as an action (C5).
/// </summary>
/// <param name="Answer">Which answer of the report it is, for good.</param>
/// <param name="Item">Where it stands in the report, in a few words.</param>
/// <param name="What">What the report says.</param>
/// <param name="Who">By whom, as the report says it; empty where it does not.</param>
/// <param name="When">By when; null where the report does not say.</param>
public sealed record ReportedAction(string Answer, string Item, string What, string Who, DateOnly? When)
{
    private const string ActedOn = "acted-on";

    /// <summary>What the report of a case says; nothing before the recommendation is agreed, or where the review was withdrawn.</summary>
    public static ImmutableList<ReportedAction> Of(CaseFile file)
    {
        if (file.Review is not { Agreed: not null, WithdrawnBecause: null } review)
        {
            return [];
        }

        var report = new ReportAnswers(review.Record);
        var learning = report.ImmediateLearning.Length > 0 ? report.ImmediateLearning : report.ImmediatelyDone;
        return
        [
            .. report.ImmediateActions.Select(
                (action, at) =>
                    new ReportedAction(
                        $"immediate-{action.Row.Id}",
                        $"report 2.1, action {(at + 1).ToString(CultureInfo.InvariantCulture)}",
                        action.What,
                        action.Who,
                        action.When
                    )
            ),
            .. report.IsActedOn
                ? [new ReportedAction(ActedOn, "report, learning acted upon", learning, "", null)]
                : ImmutableList<ReportedAction>.Empty,
        ];
    }

    /// <summary>The actions that were written down from it.</summary>
    public ImmutableList<RecordRef> WrittenDown(IEnumerable<AgreedFrom> actions) =>
        [.. actions.Where(one => one.Answer == Answer).Select(one => one.Action)];
}

/// <summary>An action that was agreed from a record.</summary>
/// <param name="Action">Which.</param>
/// <param name="Answer">From which answer of a report it was filled in; empty where from none.</param>
public sealed record AgreedFrom(RecordRef Action, string Answer);
