namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>An action: from a referral for practice learning to what it has changed (C5, C19, C20).</summary>
public sealed partial class Story
{
    /// <summary>Agreed, at risk, more time, done, returned, done again, accepted, changed. Returns its reference.</summary>
    public async Task<string> ActionAsync()
    {
        var source = await LearningAsync();
        var operations = await AtAsync("operations-officer", source);
        await operations.PressAsync("Agree an action");
        await operations.PressAsync(
            "Agree the action",
            Typed(
                ("change", $"{Prefix}No baby goes home before the first visit is arranged."),
                ("what", $"{Prefix}Write it into the discharge form, and tell every practice."),
                // Somebody who has no part in what it comes from.
                ("owner", "rep-general-practice"),
                ("due", Iso(Today.AddDays(60))),
                ("how", $"{Prefix}An audit of twenty discharges."),
                ("item", "recommendation 1")
            )
        );
        var reference = operations.Card.CardInvocation("Timeline").Data["case"];
        await DidAsync("action", $"operations agree an action from {source}: {reference}");
        var owner = Person("rep-general-practice");
        await ComesAsync(owner, $"{reference}: An action is yours");
        owner = await AtAsync("rep-general-practice", reference);
        await owner.PressAsync("Say how far it is");
        await owner.PressAsync("Say it", Typed(("state", "AtRisk"), ("text", $"{Prefix}Two practices are closed until spring.")));
        await owner.PressAsync("Ask for more time");
        await owner.PressAsync("Ask the Chair", Typed(("until", Iso(Today.AddDays(90))), ("reason", $"{Prefix}Two practices are closed.")));
        var chair = Person("chair");
        await ComesAsync(chair, $"{reference}: More time is asked for");
        chair = await AtAsync("chair", reference);
        await chair.PressAsync("Answer about more time");
        await chair.PressAsync("Agree: more time");
        await ComesAsync(owner, $"{reference}: There is more time");
        await DidAsync("action", "its owner is at risk of being late and asks for more time; the Chair agrees");
        await DoneAsync(owner, reference, $"{Prefix}The new form.");
        await ComesAsync(chair, $"{reference}: An action is reported done");
        chair = await AtAsync("chair", reference);
        await chair.PressAsync("Return it to its owner");
        await chair.PressAsync("Return it", Typed(("reason", $"{Prefix}Which practices were told?")));
        await ComesAsync(owner, $"{reference}: Your action was returned");
        await DoneAsync(owner, reference, $"{Prefix}The new form, and the list of practices.");
        chair = await AtAsync("chair", reference);
        await chair.PressAsync("Accept it as done");
        await chair.PressAsync("Accept it", Typed(("impact", Iso(Today.AddDays(30)))));
        await DidAsync("action", "the Chair returns it, and accepts it the second time");
        await owner.SendAsync("action-impact", Typed(("case", reference)));
        await owner.PressAsync("Say it", Typed(("text", $"{Prefix}Nineteen of twenty visits were arranged before.")));
        await ComesAsync(operations, $"{reference}: What has an action changed?");
        operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Record what it has changed");
        await operations.PressAsync("Record it", Typed(("found", "Changed"), ("how", $"{Prefix}By the audit.")));
        await DidAsync("action", "its owner says what it has changed, and operations record that it has");
        return reference;
    }

    private static async Task DoneAsync(Player owner, string reference, string evidence)
    {
        await owner.SendAsync("action-complete", Typed(("case", reference)));
        await owner.PressAsync("Report it as done", Typed(("evidence", evidence)));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
