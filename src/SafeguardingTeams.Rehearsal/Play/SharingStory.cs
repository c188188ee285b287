using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Forms.Briefings;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>What was learned is shared and reported: a briefing, and an update to the Executive Partnership (E7, E20, E26).</summary>
public sealed partial class Story
{
    /// <summary>From practice learning: written, checked by somebody else, approved, sent, used by an agency. Its reference.</summary>
    public async Task<string> BriefingAsync()
    {
        var source = await LearningAsync();
        var operations = await AtAsync("operations-officer", source);
        await operations.PressAsync("Begin a briefing");
        await operations.PressAsync("Begin it", Typed(("agencies", "police,schools")));
        var reference = operations.Card.CardInvocation("Write it").Data["case"];
        await operations.PressAsync("Write it");
        while (!operations.Card.Buttons.Contains("Put it before somebody to check"))
        {
            var asked = operations.Card.Inputs.Where(input => input.Value.Length == 0).Select(input => input.Key);
            await operations.PressAsync(
                operations.Card.Buttons.Contains("Continue") ? "Continue" : "Save and review",
                asked.ToDictionary(
                    name => name,
                    name => name == BriefingForms.ReviewOn ? Iso(Today.AddYears(1)) : $"{Prefix}What the teams should know."
                )
            );
        }

        await operations.PressAsync("Put it before somebody to check");
        await DidAsync("share", $"operations write a seven-minute briefing about what was learned, without anybody in it: {reference}");
        var scrutineer = Person("scrutineer");
        await ComesAsync(scrutineer, $"{reference}: A briefing waits for a check");
        scrutineer = await AtAsync("scrutineer", reference);
        await scrutineer.PressAsync("Check it");
        await scrutineer.PressAsync(
            "It passes",
            Typed(("looked", string.Join(',', Enum.GetNames<CheckedFor>())), ("missed", $"{Prefix}Who knows the ward."))
        );
        var chair = await AtAsync("chair", reference);
        await chair.PressAsync("Approve it, or not");
        await chair.PressAsync("Approve it");
        await DidAsync("share", "the Scrutineer checks it against the list, the Chair approves it");
        operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Send it");
        await operations.PressAsync("Send it");
        var police = Person("inspector-police");
        await ComesAsync(police, $"{reference}: A briefing for your teams");
        police = await AtAsync("inspector-police", reference);
        await police.PressAsync(
            "Send the answer",
            Typed(
                ("teams", $"{Prefix}The night teams"),
                ("people", "14"),
                ("uses", nameof(BriefingUse.TeamMeeting)),
                ("cameup", $"{Prefix}Nobody knew whom to ring."),
                ("change", $"{Prefix}The number stands on the wall.")
            )
        );
        await DidAsync("share", "an agency's member of the group says how its teams used it");
        await ReportAsync();
        return reference;
    }

    /// <summary>An update is drafted, and the Chair reads and issues it.</summary>
    public async Task ReportAsync()
    {
        var operations = Person("operations-officer");
        await operations.SendAsync("reports", Typed());
        await operations.PressAsync("Draft an update");
        await operations.PressAsync(
            "Put it before the Chair",
            Typed(
                ("towhom", "Executive"),
                ("from", Iso(Today.AddDays(-90))),
                ("until", Iso(Today)),
                ("changed", $"{Prefix}Discharges are planned with the community team."),
                ("notmoved", $"{Prefix}Posts.")
            )
        );
        var chair = Person("chair");
        await ComesAsync(chair, "Learning from Practice Group: A report waits for you");
        await chair.SendAsync("reports", Typed());
        await chair.PressAsync("Open report");
        await chair.PressAsync("Issue this report");
        await DidAsync(
            "share",
            "operations draft an update to the Executive Partnership, and the Chair issues it: it is fixed from then on"
        );
    }
}
