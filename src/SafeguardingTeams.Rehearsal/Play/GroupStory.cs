using System.Globalization;
using SafeguardingTeams.App.Directory;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>A meeting of the group: its agenda from what waits, item after item, the minutes (section E).</summary>
public sealed partial class Story
{
    private DateOnly _lastMet;

    /// <summary>Planned for today with what waits, held, and its minutes sent to the members.</summary>
    /// <param name="items">So many items at least: audits are put on the agenda beside what waits.</param>
    /// <param name="actions">So many actions are agreed at it, one with an item.</param>
    /// <param name="special">A special meeting (E2).</param>
    /// <param name="weeks">
    /// In so many weeks from today; the clock goes on to that day, which is a later one than that of the last meeting.
    /// </param>
    public async Task MeetAsync(int items = 0, int actions = 0, bool special = false, int weeks = 0)
    {
        var day = Today.AddDays(7 * weeks);
        day = host
            .Services.GetRequiredService<CurrentRules>()
            .Calendar.NextWorkingDay((day > _lastMet ? day : _lastMet.AddDays(1)).AddDays(-1));
        _lastMet = day;
        var operations = Person("operations-officer");
        await operations.SendAsync("group-meeting-new", Typed());
        await operations.PressAsync(
            "Plan it",
            Typed(("special", special ? "yes" : "no"), ("date", Iso(day)), ("start", "10:00"), ("place", "Room 1"))
        );
        var meeting = operations.Card.CardInvocation("Send the agenda").Data["case"];
        for (var n = 1; OnTheAgenda(operations) < items; n++)
        {
            await operations.PressAsync("Add an item");
            await operations.PressAsync("Add it", Typed(("title", $"Audit {n} of how agencies share what they know"), ("asked", "Advise")));
        }

        await operations.PressAsync("Send the agenda");
        await operations.PressAsync("Send it");
        var scrutineer = Person("scrutineer");
        await ComesAsync(scrutineer, $"{meeting}: Agenda of the group's meeting");
        await DidAsync("group", "operations plan a meeting; its agenda is what waits, and the members and the Scrutineer have it");
        await OnAsync(day);
        operations = await AtAsync("operations-officer", meeting);
        await operations.PressAsync("Open the meeting");
        await operations.PressAsync("Open the meeting", Typed(("confidentiality", "yes"), ("seat0", "Present")));
        while (operations.Card.Buttons.Contains("Open the next item"))
        {
            await operations.PressAsync("Open the next item");
            if (actions-- > 0)
            {
                await PlanActionAsync(operations);
            }

            await operations.PressAsync(operations.Card.Buttons.Contains("Noted") ? "Noted" : "Decide");
            await operations.PressAsync(
                "Record the decision",
                operations.Card.Inputs.ContainsKey("outcomes")
                    ? Typed(
                        ("considered", "How a discharge was planned"),
                        ("outcomes", "MultiAgencyAudit"),
                        ("reason", $"{Prefix}It is the third of its kind."),
                        ("equality", "Nothing was seen, because few are known."),
                        ("referrertold", "The group audits how discharges are planned.")
                    )
                    : Typed(
                            ("decision", $"{Prefix}The group agrees."),
                            ("reason", $"{Prefix}Nobody has another view."),
                            ("equality", "Nothing was seen, because few are known."),
                            ("recommends", "LearningReview")
                        )
                        .Where(input => operations.Card.Inputs.ContainsKey(input.Key))
                        .ToDictionary()
            );
            if (operations.Card.Buttons.Contains("Open the action"))
            {
                _agreed.Add(operations.Card.CardInvocation("Open the action").Data["case"]);
            }

            await operations.PressAsync("Back to the meeting");
        }

        await operations.PressAsync("End the meeting");
        await operations.PressAsync("End the meeting", Typed(("at", "12:30")));
        await DidAsync("group", "item after item gets its outcome; what is decided on a referral is on its record at once");
        await operations.PressAsync("Send the draft to the Chair");
        await operations.PressAsync("Send it to the Chair");
        var chair = Person("chair");
        await ComesAsync(chair, $"{meeting}: Read the draft minutes");
        await chair.SendAsync("group-meeting", Typed(("case", meeting)));
        await chair.PressAsync("Send the draft minutes");
        await chair.PressAsync("Send it to the members");
        await ComesAsync(scrutineer, $"{meeting}: Draft minutes of the group");
        await DidAsync("group", "the Chair reads the draft of the minutes; the members and the Scrutineer have it");
    }

    /// <summary>The clock goes on to a day, where it is to come.</summary>
    private async Task OnAsync(DateOnly day)
    {
        if (day > Today)
        {
            await host.Moves.ToAsync(Domain.Calendar.London.Instant(day, new(13, 0)));
            await DidAsync("group", $"it is {day:dddd d MMMM yyyy}");
        }
    }

    /// <summary>How many items the agenda has, by its own words.</summary>
    private static int OnTheAgenda(Player operations) =>
        int.Parse(
            operations
                .Card.Text.Split('\n')
                .First(line => line.StartsWith("Agenda: ", StringComparison.Ordinal))["Agenda: ".Length..]
                .Split(' ')[0],
            CultureInfo.InvariantCulture
        );

    /// <summary>An action is written down with the item; its owner has no part in what the item is about.</summary>
    private async Task PlanActionAsync(Player operations)
    {
        await operations.PressAsync("Add an action");
        await operations.PressAsync(
            "Add it",
            Typed(
                ("change", $"{Prefix}No baby goes home before the first visit is arranged."),
                ("what", $"{Prefix}Write it into the discharge form, and tell every practice."),
                ("owner", "rep-general-practice"),
                ("due", Iso(Today.AddDays(60))),
                ("how", $"{Prefix}An audit of twenty discharges.")
            )
        );
    }
}
