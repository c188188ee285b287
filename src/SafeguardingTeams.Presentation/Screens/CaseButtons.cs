using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>What this person may do with a case now: what waits for them first, then reading, then everything else.</summary>
internal static class CaseButtons
{
    /// <summary>As many as a set holds, and as many as a card shows at once.</summary>
    private const int MaxInView = 6;

    /// <summary>What waits for this person: at the top, so that nobody has to look for it on a phone.</summary>
    internal static IEnumerable<Element> Waiting(CaseView view, CardContext context)
    {
        var rows = All(view, context).Waiting;
        return rows.Chunk(MaxInView).Select(row => Buttons(row));
    }

    /// <summary>
    /// Everything else, at the end: what can be read and the way home in view, what is done rarely folded away where there is more
    /// than fits.
    /// </summary>
    internal static IEnumerable<Element> Other(CaseView view, CardContext context)
    {
        var (waiting, reading, other) = All(view, context);
        if (waiting.Count + reading.Count + other.Count <= MaxInView)
        {
            return [Buttons([.. reading, .. other])];
        }

        var home = other.First(button => button.Verb == Verbs.Home);
        var shown = Math.Max(0, MaxInView - waiting.Count - 2);
        List<CardButton> rare = [.. reading.Skip(shown), .. other.Where(button => button != home)];
        var fold = new Fold("else", $"What else you can do ({rare.Count})", [.. rare.Chunk(MaxInView).Select(row => Buttons(row))]);
        return [Buttons([.. reading.Take(shown), fold.Button, home]), fold.Part];
    }

    private static (List<ActionExecute> Waiting, List<CardButton> Reading, List<ActionExecute> Other) All(
        CaseView view,
        CardContext context
    )
    {
        var look = new Look(view.File, context) { Actions = view.Actions };
        ActionExecute Opens(string title, string verb) => Button(context, title, verb, ("case", Code(view.File.Id)));
        var waiting = StepButton.At(Place.Waiting, look).OfType<ActionExecute>().ToList();
        if (waiting.Count > 0)
        {
            waiting[0] = waiting[0].Main();
        }

        return (
            waiting,
            [
                Opens("Read the referral", Verbs.ReadReferral),
                Opens("Timeline", Verbs.Timeline),
                .. StepButton.At(Place.Reading, look),
                .. view.Beside.Select(learning =>
                    Button(context, $"Open {learning.Ref}", Verbs.OpenLearning, ("case", Code(learning.Ref)))
                ),
            ],
            [
                .. StepButton.At(Place.Other, look).OfType<ActionExecute>(),
                Button(context, "Home", Verbs.Home),
                .. StepButton.At(Place.Last, look).OfType<ActionExecute>().Select(last => last with { Style = "destructive" }),
            ]
        );
    }
}
