using System.Globalization;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>A meeting of the group: its agenda from what waits, item after item, the minutes (section E).</summary>
public sealed partial class Story
{
    /// <summary>Planned for today with what waits, held, and its minutes sent to the members.</summary>
    public async Task MeetAsync()
    {
        var operations = Person("operations-officer");
        await operations.SendAsync("group-meeting-new", Typed());
        await operations.PressAsync(
            "Plan it",
            Typed(("date", Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("start", "10:00"), ("place", "Room 1"))
        );
        var meeting = operations.Card.CardInvocation("Send the agenda").Data["case"];
        await operations.PressAsync("Send the agenda");
        await operations.PressAsync("Send it");
        var scrutineer = Person("scrutineer");
        await ComesAsync(scrutineer, $"{meeting}: Agenda of the group's meeting");
        await DidAsync("group", "operations plan a meeting; its agenda is what waits, and the members and the Scrutineer have it");
        await operations.PressAsync("Open the meeting");
        await operations.PressAsync("Open the meeting", Typed(("confidentiality", "yes"), ("seat0", "Present")));
        while (operations.Card.Buttons.Contains("Open the next item"))
        {
            await operations.PressAsync("Open the next item");
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
                        ("equality", "Nothing was seen, because few are known.")
                    )
            );
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
}
