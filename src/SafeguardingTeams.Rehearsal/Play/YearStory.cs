using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Figures;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>How much of a year of the partnership is played.</summary>
/// <param name="Learning">Referrals for practice learning in each quarter, the first of which is good practice.</param>
/// <param name="Actions">Actions agreed at each meeting.</param>
/// <param name="Quarters">How many quarters, each with a scheduled meeting.</param>
/// <param name="Serious">Serious incidents with a Rapid Review and a local review after it; in a whole year one more is not met.</param>
/// <param name="From">The day it begins.</param>
public sealed record Year(int Learning, int Actions, int Quarters, int Serious, DateOnly From)
{
    /// <summary>A whole one: 3 serious incidents, 40 referrals for practice learning, 4 meetings, 2 reviews, 30 actions.</summary>
    public static Year Whole { get; } = new(10, 7, 4, 2, new(April, 4, 6));

    /// <summary>The shortest way through one: its last quarter, with a review.</summary>
    public static Year Short { get; } = new(1, 1, 1, 1, new(April + 1, 1, 4));

    /// <summary>The April in which it begins; the year ends on 31 March.</summary>
    public const int April = 2027;

    /// <summary>When its first day begins for who works.</summary>
    public DateTimeOffset Begin => London.Instant(From, new(10, 0));
}

/// <summary>A year of the partnership, from 1 April to 31 March, and what its yearly report says of it (E24).</summary>
public sealed partial class Story
{
    private static readonly DateOnly YearsEnd = new(Year.April + 1, 3, 31);

    /// <summary>Plays it, from the begin of the year by the clock. Returns what the yearly report says that the events do not.</summary>
    public async Task<IReadOnlyList<string>> YearAsync(Year year)
    {
        var reviews = new List<string>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlyList<string> accepted = [];
        string? thread = null;
        for (var quarter = 0; quarter < year.Quarters; quarter++)
        {
            await output.WriteLineAsync($"--- Quarter {quarter + 1}");
            if (quarter < year.Serious)
            {
                var incident = await AllAgreeAsync();
                await ReviewAsync(incident);
                reviews.Add(await LocalReviewAsync(incident, untilTrial: quarter == 0));
            }
            else if (quarter == year.Serious)
            {
                await NotMetAsync();
            }

            for (var n = 0; n < year.Learning; n++)
            {
                var reference = await AgreedToAsync(n == 0 ? "good-practice" : "near-miss");
                thread ??= reference;
                await PutBeforeAsync(reference, "To the next meeting");
            }

            // One of the first is agreed from the good practice itself, after the meeting.
            await MeetAsync(actions: quarter == 0 ? year.Actions - 1 : year.Actions, weeks: 1);
            if (quarter == 0)
            {
                _agreed.Add(await AgreedFromAsync(thread!));
            }

            await CheckAsync(accepted, reopens: quarter == 1);
            accepted = await AcceptAsync(done);
            await OnAsync(year.From.AddMonths(3 * (quarter + 1)).AddDays(quarter == year.Quarters - 1 ? -42 : 0));
        }

        await CheckAsync(accepted, reopens: year.Quarters == 1);
        await ComesAsync(Person("paediatrician"), $"{thread}: Something changed because of you");
        await DidAsync("changed", $"the practitioner who referred {thread} hears what has changed because of it");
        foreach (var (reference, n) in reviews.Select((one, n) => (one, n)))
        {
            await PublishAsync(reference, improvementsOnly: n > 0);
        }

        await OnAsync(YearsEnd.AddDays(9));
        var said = await YearlyReportAsync();
        if (host.Teams.Complaints.TryDequeue(out var complaint) || host.Graph.Complaints.TryDequeue(out complaint))
        {
            throw new InvalidOperationException($"Microsoft 365 would have refused: {complaint}");
        }

        return said;
    }

    /// <summary>An action is agreed from what was referred, to an owner who has no part in it. Its reference.</summary>
    private async Task<string> AgreedFromAsync(string reference)
    {
        var operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Agree an action");
        await operations.PressAsync(
            "Agree the action",
            Typed(
                ("change", $"{Prefix}Every ward rings before a discharge."),
                ("what", $"{Prefix}Write it into the discharge form."),
                ("owner", "rep-general-practice"),
                ("due", Iso(Today.AddDays(60))),
                ("how", $"{Prefix}An audit of twenty discharges."),
                ("item", "recommendation 1")
            )
        );
        return operations.Card.CardInvocation("Timeline").Data["case"];
    }

    /// <summary>Actions agreed since are done, and accepted a week later. Returns them.</summary>
    private async Task<IReadOnlyList<string>> AcceptAsync(HashSet<string> done)
    {
        var these = _agreed.Where(done.Add).ToList();
        await OnAsync(Today.AddDays(7));
        foreach (var action in these)
        {
            await DoneAndAcceptedAsync(action);
        }

        return these;
    }

    /// <summary>Actions accepted before have changed what they were to change; one is opened again, and done again.</summary>
    private async Task CheckAsync(IReadOnlyList<string> accepted, bool reopens)
    {
        foreach (var action in accepted)
        {
            await ToItsImpactAsync(action);
        }

        if (!reopens || accepted.Count == 0)
        {
            return;
        }

        var first = accepted[0];
        var chair = await AtAsync("chair", first);
        await chair.PressAsync("Open it again");
        await chair.PressAsync("Open it again", Typed(("due", Iso(Today.AddDays(30))), ("reason", $"{Prefix}It came back.")));
        await DidAsync("action", $"{first} is opened again: what it changed did not last");
        await DoneAsync(Person("rep-general-practice"), first, $"{Prefix}The form stands in the system now.");
        chair = await AtAsync("chair", first);
        await chair.PressAsync("Accept it as done");
        await chair.PressAsync("Accept it", Typed(("impact", Iso(Today.AddDays(30)))));
        await ToItsImpactAsync(first);
    }

    /// <summary>The yearly report: drafted, issued, and every figure of it counted again from what happened, by other code.</summary>
    private async Task<IReadOnlyList<string>> YearlyReportAsync()
    {
        var operations = Person("operations-officer");
        await operations.SendAsync("reports", Typed());
        await operations.PressAsync("Draft the yearly report");
        await operations.PressAsync(
            "Put it before the Chair",
            Typed(
                ("year", $"{Year.April}"),
                ("changed", $"{Prefix}Discharges are planned with the community team."),
                ("notmoved", $"{Prefix}Posts."),
                ("longest", $"{Prefix}A trial.")
            )
        );
        var chair = Person("chair");
        await ComesAsync(chair, "Learning from Practice Group: A report waits for you");
        await chair.SendAsync("reports", Typed());
        await chair.PressAsync("Open report");
        await chair.PressAsync("Issue this report");
        var rows = host.Services.GetRequiredService<IRows>();
        var recount = await YearRecount.OfAsync(rows, ReportPeriod.OfYear(Year.April), CancellationToken.None);
        await DidAsync(
            "report",
            $"the yearly report of {ReportPeriod.Named(Year.April)} is issued: {recount.Counted.Count} figures counted again"
        );
        foreach (var counted in recount.Counted)
        {
            await output.WriteLineAsync($"         figure    {counted}");
        }

        return recount.Different;
    }
}
