using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.PartnerDecision;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Screens;

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
            yield return Fact(
                GroupsWay.Recommends(recommended),
                $"{GroupsWay.Criteria(recommended)}{(recommended.SpecialMeeting ? "; a special meeting" : "")}. " + $"{recommended.Reason}"
            );
        }

        foreach (var line in RoundFacts.Of(file, context))
        {
            yield return line;
        }

        if (file.PartnersView is { } view)
        {
            yield return Fact("The partners' view", RoundFacts.View(view));
        }

        if (file.AuthorityDecision is { } authority)
        {
            yield return Fact(
                "The local authority's decision",
                $"{(authority.Notifies ? $"notifies: {CaseWords.Ground(authority.Ground)}" : "does not notify")}. {authority.Reason}"
            );
        }

        if (file.Notification is { } sent)
        {
            yield return Fact("Notification sent", $"{Moment(sent.SentAt)}, reference {sent.Reference}");
        }

        if (file.Considered is { } considered)
        {
            yield return Fact("The group decided", $"{Day(considered.On)}: {Inputs.Cut(considered.Decided, 800)}");
            if (!file.GroupRecommends.IsEmpty)
            {
                yield return Fact("Recommended to the partners", Sentence($"{GroupsWay.InWords(file.GroupRecommends)}."));
            }
        }

        if (file.SpecialMeeting is { } meeting)
        {
            yield return Fact("Special meeting asked for", $"{meeting.AskedBy}, {Moment(meeting.At)}: {meeting.Reason}");
        }
    }
}

/// <summary>The clocks that run, what each counts from, and who is using up the authority's time (PD2, PD3).</summary>
internal static class ClockFacts
{
    internal static IEnumerable<Element> Of(CaseView view, CardContext context)
    {
        var file = view.File;
        var shown = file
            .Clocks.Where(clock =>
                file.Stage is not (Stage.Joined or Stage.Withdrawn)
                && Visibility.ShowsClock(clock.Deadline.TimescaleId, file, context.Viewer)
            )
            .ToLookup(clock => Timescales.Rule(clock.Deadline.TimescaleId) == Timescales.Securing);
        var (clocks, securing) = (shown[false].ToList(), shown[true].Where(clock => clock.Runs).ToList());
        if (clocks.Count == 0)
        {
            yield break;
        }

        yield return Subheading("Clocks");
        foreach (var deadline in clocks.Where(clock => clock.Runs).Select(clock => clock.Deadline).OrderBy(deadline => deadline.DueAt))
        {
            yield return Fact(
                Clocks.Title(file, deadline.TimescaleId),
                $"by {Clocks.By(deadline)}, {Clocks.Left(deadline, context.Now, view.Calendar)}. Counted from "
                    + $"{Clocks.From(deadline.Anchor)}, {ShortDay(deadline.AnchorDay)}."
            );
        }

        // Each agency's own stands on its card: here they are one line.
        if (securing.MinBy(clock => clock.Deadline.DueAt)?.Deadline is { } first)
        {
            yield return Fact(
                "Records secured",
                $"{Count(securing.Count, "agency has", "agencies have")} still to confirm it, the first by {Clocks.By(first)}, "
                    + $"{Clocks.Left(first, context.Now, view.Calendar)}. Counted from {Clocks.From(first.Anchor)}."
            );
        }

        if (clocks.Exists(clock => !clock.Runs) && Permissions.SeesAs(file, context.Viewer, [Role.Operations]))
        {
            yield return Fact(
                "Done or no longer needed",
                string.Join(
                    "; ",
                    clocks
                        .Where(clock => !clock.Runs)
                        .Select(clock =>
                            $"{Clocks.Title(file, clock.Deadline.TimescaleId)}, {Moment(clock.StoppedAt!.Value)}{Why(clock.Rests)}"
                        )
                )
            );
        }

        if (Visibility.SeesDeciding(file, context.Viewer) && file.Clock(Timescales.AuthorityNotification.Id) is { Runs: true } authority)
        {
            yield return Fact(
                "Time left for the notification",
                $"{Clocks.Left(authority.Deadline, context.Now, view.Calendar)} until the local authority must have notified. "
                    + $"It waits now for {Clocks.WaitsFor(file, context.Words)}."
            );
        }
    }

    private static string Why(ClockRest? rests) =>
        rests switch
        {
            ClockRest.AuthorityNotifies => " (not needed: the authority notifies)",
            ClockRest.AuthorityDeclines => " (not needed: the authority does not notify)",
            ClockRest.ReviewWithdrawn => " (the review was withdrawn)",
            ClockRest.ReferralWithdrawn => " (the referral was withdrawn)",
            ClockRest.ReviewEnded => " (it was ended)",
            null => "",
        };
}
