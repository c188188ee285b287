namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>How much of a quarter of the group is played.</summary>
/// <param name="NearMisses">Referrals of near misses; one of them waits for no quarter.</param>
/// <param name="GoodPractice">Referrals of good practice.</param>
/// <param name="BelowThreshold">Serious incidents below the threshold, sent for learning without typing anything again (A4).</param>
/// <param name="Serious">Whether one more turns out to be serious (D7).</param>
/// <param name="Joined">Whether two of the near misses are about one incident (D11).</param>
/// <param name="Items">The items of the scheduled meeting.</param>
/// <param name="Actions">The actions agreed at it, each to its impact check (C5, C19).</param>
public sealed record Quarter(int NearMisses, int GoodPractice, int BelowThreshold, bool Serious, bool Joined, int Items, int Actions)
{
    /// <summary>A whole one: twelve referrals, a meeting of 25 items, ten actions.</summary>
    public static Quarter Whole { get; } = new(6, 3, 2, Serious: true, Joined: true, Items: 25, Actions: 10);

    /// <summary>The shortest way through one.</summary>
    public static Quarter Short { get; } = new(2, 1, 1, Serious: false, Joined: false, Items: 6, Actions: 1);
}

/// <summary>A quarter of the group: what is referred, a special and a scheduled meeting, what becomes of the actions.</summary>
public sealed partial class Story
{
    private readonly HashSet<string> _agreed = new(StringComparer.Ordinal);

    /// <summary>Plays it. Returns the references of the actions that have changed something.</summary>
    public async Task<IReadOnlyCollection<string>> QuarterAsync(Quarter quarter)
    {
        var referred = new List<string>();
        for (var n = 0; n < quarter.NearMisses; n++)
        {
            referred.Add(await AgreedToAsync("near-miss"));
        }

        for (var n = 0; n < quarter.GoodPractice; n++)
        {
            referred.Add(await AgreedToAsync("good-practice"));
        }

        for (var n = 0; n < quarter.BelowThreshold; n++)
        {
            referred.Add(await AgreedToAsync(await BelowThresholdAsync()));
        }

        if (quarter.Serious)
        {
            await LearningLooksSeriousAsync();
        }

        if (quarter.Joined)
        {
            await JoinAsync(referred[^1], referred[^2]);
            referred.RemoveAt(referred.Count - 2);
        }

        await PutBeforeAsync(referred[0], "To a special meeting");
        await MeetAsync(special: true);
        foreach (var reference in referred.Skip(1))
        {
            await PutBeforeAsync(reference, "To the next meeting");
        }

        await MeetAsync(quarter.Items, quarter.Actions, weeks: 5);
        await OnAsync(Today.AddDays(21));
        foreach (var action in _agreed)
        {
            await DoneAndAcceptedAsync(action);
        }

        await OnAsync(Today.AddDays(30));
        foreach (var action in _agreed)
        {
            await ToItsImpactAsync(action);
        }

        if (host.Teams.Complaints.TryDequeue(out var complaint) || host.Graph.Complaints.TryDequeue(out complaint))
        {
            throw new InvalidOperationException($"Microsoft 365 would have refused: {complaint}");
        }

        await output.WriteLineAsync(
            $"A quarter: {referred.Count} referrals before the group, a meeting of {quarter.Items} items, {_agreed.Count} actions to their "
                + "impact check."
        );
        return _agreed;
    }

    /// <summary>Referred, and the safeguarding lead agrees.</summary>
    private async Task<string> AgreedToAsync(string kind)
    {
        var (reference, _) = kind.StartsWith("GSCP-", StringComparison.Ordinal)
            ? (kind, Person("paediatrician"))
            : await ReferLearningAsync(kind);
        var lead = await AtAsync("rep-acute-trust", reference);
        await lead.PressAsync("Agree, or do not agree");
        await lead.PressAsync("Agree: refer it");
        return reference;
    }

    /// <summary>A serious incident referral below the threshold is sent for learning; its answers are there already (A4).</summary>
    private async Task<string> BelowThresholdAsync()
    {
        var referrer = Person("paediatrician");
        await referrer.SayAsync("hello");
        await referrer.PressAsync("Begin");
        await referrer.PressAsync("Refer a serious incident");
        await referrer.FillInAsync(Examples.ExampleReferral.Before(Today));
        var reference = referrer.Card.CardInvocation("Send to the Greenwich MASH").Data["case"];
        await referrer.PressAsync("Send to the Greenwich MASH");
        var mash = await AtAsync("mash-officer", reference);
        await mash.PressAsync("Decide the threshold");
        await mash.PressAsync("Threshold not reached", Typed(("reason", $"{Prefix}No serious harm.")));
        await ComesAsync(referrer, $"{reference}: There is a decision");
        referrer = await AtAsync("paediatrician", reference);
        await referrer.PressAsync("Refer it for learning");
        var learning = await SendLearningAsync(referrer, "no-harm");

        // The lead the referrer named has no account here; operations say who it is.
        var operations = await AtAsync("operations-officer", learning);
        await operations.PressAsync("Say who the lead is");
        await operations.PressAsync("Ask them", Typed(("lead", "rep-acute-trust")));
        await DidAsync("learning", $"{reference} is below the threshold, and is sent for learning with its answers: {learning}");
        return learning;
    }

    private async Task JoinAsync(string leads, string follows)
    {
        var operations = await AtAsync("operations-officer", leads);
        await operations.PressAsync("Same child or incident?");
        await operations.PressAsync("Join them", Typed(("which", "other"), ("reference", follows), ("reason", $"{Prefix}One discharge.")));
        await DidAsync("learning", $"operations join {follows} to {leads}: both referrers hear the same");
    }

    private async Task PutBeforeAsync(string reference, string way)
    {
        var chair = await AtAsync("chair", reference);
        await chair.PressAsync("Choose where it goes");
        await chair.PressAsync(way);
        if (chair.Card.Inputs.ContainsKey("reason"))
        {
            await chair.PressAsync("Record the choice", Typed(("reason", $"{Prefix}It could happen again next week.")));
        }
    }

    /// <summary>Its owner, who has no part in what it comes from, reports it as done; the Chair accepts it (C19).</summary>
    private async Task DoneAndAcceptedAsync(string reference)
    {
        var owner = Person("rep-general-practice");
        await ComesAsync(owner, $"{reference}: An action is yours");
        await DoneAsync(owner, reference, $"{Prefix}The new form.");
        var chair = await AtAsync("chair", reference);
        await chair.PressAsync("Accept it as done");
        await chair.PressAsync("Accept it", Typed(("impact", Iso(Today.AddDays(30)))));
        await DidAsync("action", $"{reference} is done, and the Chair accepts it");
    }

    /// <summary>Asked at a later date, its owner says what it has changed, and operations record that it has (C19).</summary>
    private async Task ToItsImpactAsync(string reference)
    {
        var owner = Person("rep-general-practice");
        await owner.SendAsync("action-impact", Typed(("case", reference)));
        await owner.PressAsync("Say it", Typed(("text", $"{Prefix}Nineteen of twenty visits were arranged before.")));
        var operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Record what it has changed");
        await operations.PressAsync("Record it", Typed(("found", "Changed"), ("how", $"{Prefix}By the audit.")));
        await DidAsync("action", $"{reference} has changed what it was to change");
    }
}
