using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Presentation.Cards.Schema;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Case;

/// <summary>A case and what stands round it.</summary>
/// <param name="File">The case.</param>
/// <param name="Duplicates">How many other referrals may be about the same incident; 0 for who may not see them.</param>
/// <param name="Calendar">For counting what is left.</param>
/// <param name="Notice">What is said on top.</param>
public sealed record CaseView(CaseFile File, int Duplicates, WorkingDayCalendar Calendar, Notice? Notice = null);

/// <summary>A case: where it stands, the facts in short, the clocks that run and what each counts from, and what this person may do.</summary>
public static class CaseCard
{
    /// <summary>Draws it.</summary>
    public static AdaptiveCard Draw(CaseView view, CardContext context)
    {
        var file = view.File;
        return Card(
        [
            Top(view.Notice),
            Aside($"Serious incident referral {file.Id}"),
            Heading("Where it stands"),
            .. Told(Stages.Sentence(file, context.Words)),
            view.Duplicates > 0 ? Top(new(NoticeKind.Information, $"{Count(view.Duplicates, "other referral", "other referrals")} may be about the same incident. Look before you decide.")) : null,
            .. Facts(file),
            .. ClockFacts(view, context),
            .. Joined(file),
            .. ButtonRows(view, context),
        ]);
    }

    private static IEnumerable<Element> Facts(CaseFile file)
    {
        var answers = file.Referral!.Answers;
        yield return Subheading("In short");
        foreach (var child in answers.RowsOf("children"))
        {
            var outcome = child["outcome"] == "died" ? "died" : "seriously harmed";
            var born = DateOnly.TryParseExact(child["born"], "yyyy-MM-dd", out var day) ? $", born {ShortDay(day)}" : ", date of birth not given";
            var happened = DateOnly.TryParseExact(child["happened"], "yyyy-MM-dd", out var on) ? $" on {ShortDay(on)}" : "";
            yield return Fact("Child", $"{child["name"]}{born}; {outcome}{happened}");
        }

        yield return Fact("Referred by", $"{file.Referral.Referrer.Display}, {file.Referral.Referrer.AgencyName}, {Moment(file.Referral.SentAt)}");
        yield return Fact("Safeguarding lead consulted", $"{answers["lead", "name"]}, {answers["lead", "agency"]}");
        yield return Fact("Local authority aware", $"{ShortDay(file.Awareness!.AwareOn)}{(file.Awareness.IsDefault ? " (the day the referral reached the MASH)" : "")}");
        yield return Fact("Joint Agency Response", file.JointAgencyResponse is { } record ? Happenings.JointAgencyResponse(record) : "not said yet");
        if (file.Threshold is { } decision)
        {
            yield return Fact(decision.Reached ? "Threshold reached because" : "Threshold not reached because", decision.Reason);
        }
    }

    private static IEnumerable<Element> ClockFacts(CaseView view, CardContext context)
    {
        var clocks = view.File.Clocks.Where(_ => view.File.Stage is not (Stage.Joined or Stage.Withdrawn)).ToList();
        if (clocks.Count == 0)
        {
            yield break;
        }

        yield return Subheading("Clocks");
        foreach (var (deadline, stopped) in clocks.Select(clock => (clock.Deadline, clock.StoppedAt)))
        {
            var state = stopped is { } at ? $"done or no longer needed, {Moment(at)}" : $"by {Day(deadline.DueDay)}, {Clocks.Left(deadline.DueDay, context.Today, view.Calendar)}";
            yield return Fact(Clocks.Title(deadline.TimescaleId), $"{state}. Counted from {Clocks.From(deadline.Anchor)}, {ShortDay(deadline.AnchorDay)}.");
        }
    }

    private static IEnumerable<Element> Joined(CaseFile file) => file.JoinedReferrals.Select(joined =>
        Fact("Joined referral", $"{joined.CaseId}, by {joined.Referrer.Display}, {joined.Referrer.AgencyName}"));

    private static IEnumerable<Element> ButtonRows(CaseView view, CardContext context)
    {
        var file = view.File;
        bool May(Step step) => Permissions.Allows(step, file, context.Viewer);
        ActionExecute? If(bool shown, string title, string verb) => shown ? Button(context, title, verb, ("case", Code(file.Id))) : null;
        yield return Buttons(
            If(May(Step.DecideThreshold), "Decide the threshold", Verbs.Threshold)?.Main(),
            If(true, "Read the referral", Verbs.ReadReferral),
            If(true, "Timeline", Verbs.Timeline),
            If(May(Step.ChangeReferral), "Complete or correct", Verbs.ChangeReferral));
        var steps = new[]
        {
            If(May(Step.RecordJointAgencyResponse), "Joint Agency Response", Verbs.JointAgencyResponse),
            If(May(Step.RecordAwareness), "When we became aware", Verbs.Awareness),
            If(May(Step.JoinReferrals) && file.Stage != Stage.Joined, "Same incident?", Verbs.Duplicates),
            If(May(Step.JoinReferrals) && file.Stage == Stage.Joined, "Separate again", Verbs.Separate),
            If(May(Step.RecordReferrerTold) && file.Stage == Stage.BelowThreshold && file.ReferrerTold is null, "I have told the referrer", Verbs.ReferrerTold),
            If(May(Step.WithdrawReferral), "Withdraw", Verbs.Withdraw),
        };
        if (steps.Any(step => step is not null))
        {
            yield return Buttons(steps);
        }

        yield return Buttons(Button(context, "Home", Verbs.Home));
    }
}
