using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Case;

/// <summary>What was recommended and decided, by whom: for those who take part in deciding (A9 to A14).</summary>
internal static class DecisionFacts
{
    internal static IEnumerable<Element> Of(CaseFile file, CardContext context)
    {
        if (file.Recommendation is null && file.AuthorityDecision is null)
        {
            yield break;
        }

        yield return Subheading("Decisions");
        if (file.Recommendation is { } recommended)
        {
            yield return Fact("The Chair recommends", $"criteria {(recommended.Met ? "met" : "not met")}{(recommended.SpecialMeeting ? "; a special meeting" : "")}. {recommended.Reason}");
        }

        foreach (var line in Round(file, context))
        {
            yield return line;
        }

        if (file.PartnersView is { } view)
        {
            yield return Fact("The partners' view", View(view));
        }

        if (file.AuthorityDecision is { } authority)
        {
            yield return Fact("The local authority's decision", $"{(authority.Notifies ? $"notifies: {Happenings.Ground(authority.Ground)}" : "does not notify")}. {authority.Reason}");
        }

        if (file.Notification is { } sent)
        {
            yield return Fact("Notification sent", $"{Moment(sent.SentAt)}, reference {sent.Reference}");
        }

        if (file.SpecialMeeting is { } meeting)
        {
            yield return Fact("Special meeting asked for", $"{meeting.AskedBy}, {Moment(meeting.At)}: {meeting.Reason}");
        }
    }

    /// <summary>Who has decided, and what, as far as the viewer may see it already (A10).</summary>
    internal static IEnumerable<Element> Round(CaseFile file, CardContext context) => file.Round is not { } round ? [] : Partners.Leads.Select(lead =>
        Fact($"Lead representative, {Clocks.Partner(lead)}", round.Of(lead) is not { } decision ? "has not decided yet"
            : Insight.SeesDecisions(file, context.Viewer) || context.Viewer.RolesFor(file).Contains(lead) ? Said(decision) : "has decided; you see it once you have"));

    internal static string View(PartnersView view) => view switch
    {
        PartnersView.Met => "all three: the criteria are met",
        PartnersView.NotMet => "all three: the criteria are not met",
        PartnersView.NotAgreed => "not agreed, after mediation",
    };

    private static string Said(PartnersDecision decision) =>
        $"{(decision.Agrees ? "agrees" : "disagrees")}{(decision.Telephone is { } call ? $" (by telephone from {call.GivenBy})" : "")}, {Moment(decision.At)}{(decision.Reason.Length > 0 ? $". {decision.Reason}" : "")}";
}

/// <summary>The clocks that run, what each counts from, and who is using up the authority's time (decisions 2, 3).</summary>
internal static class ClockFacts
{
    internal static IEnumerable<Element> Of(CaseView view, CardContext context)
    {
        var file = view.File;
        var clocks = file.Clocks.Where(clock => file.Stage is not (Stage.Joined or Stage.Withdrawn) && Shows(clock.Deadline.TimescaleId, file, context.Viewer)).ToList();
        if (clocks.Count == 0)
        {
            yield break;
        }

        yield return Subheading("Clocks");
        foreach (var deadline in clocks.Where(clock => clock.Runs).Select(clock => clock.Deadline).OrderBy(deadline => deadline.DueAt))
        {
            yield return Fact(Clocks.Title(file, deadline.TimescaleId),
                $"by {Clocks.By(deadline)}, {Clocks.Left(deadline, context.Now, view.Calendar)}. Counted from {Clocks.From(deadline.Anchor)}, {ShortDay(deadline.AnchorDay)}.");
        }

        if (clocks.Exists(clock => !clock.Runs) && Permissions.SeesAs(file, context.Viewer, [Role.Operations]))
        {
            yield return Fact("Done or no longer needed", string.Join("; ", clocks.Where(clock => !clock.Runs).Select(clock => $"{Clocks.Title(file, clock.Deadline.TimescaleId)}, {Moment(clock.StoppedAt!.Value)}")));
        }

        if (Insight.SeesDeciding(file, context.Viewer) && file.Clock(Timescales.AuthorityNotification.Id) is { Runs: true } authority)
        {
            yield return Fact("Time left for the notification", $"{Clocks.Left(authority.Deadline, context.Now, view.Calendar)} until the local authority must have notified. It is being used by {Clocks.Spender(file, context.Words)}.");
        }
    }

    /// <summary>
    /// How a case is being decided is for those who take part in it; the referrer and the MASH see the clocks they wait for (F1). Each agency's
    /// clock is for those who chase it.
    /// </summary>
    private static bool Shows(string timescaleId, CaseFile file, Actor viewer) => Timescales.Rule(timescaleId) is { } rule
        && (!Insight.SeesDeciding(file, viewer) ? rule == Timescales.ThresholdDecision || rule == Timescales.ReferrerTold || rule == Timescales.AuthorityNotification && !Permissions.SeesAs(file, viewer, [Role.Practitioner])
            : rule != Timescales.ScopingReturn || Permissions.SeesAs(file, viewer, [Role.Operations, Role.Chair]));
}
