using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps.GroupAgenda;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>
/// The group's sight of every case under way and of the actions (E5): by reference and where it stands, nothing of what it is about. Who
/// has a part in a case opens it from there; nobody else can (F2).
/// </summary>
public static class CasesUnderWayCard
{
    /// <summary>Each that can be opened has its button, and no more than six are in view.</summary>
    private const int Openable = 4;

    private const int Listed = 10;

    /// <summary>The list, newest first.</summary>
    /// <param name="page">From 0.</param>
    /// <param name="mayOpen">Whether the reader has a part in every case.</param>
    public static AdaptiveCard Draw(IReadOnlyList<CaseUnderWay> cases, ActionCounts actions, int page, bool mayOpen, CardContext context)
    {
        var aPage = mayOpen ? Openable : Listed;
        page = Math.Clamp(page, 0, Math.Max(0, (cases.Count - 1) / aPage));
        var shown = cases.OrderByDescending(one => one.Received).ThenBy(one => one.Case.Value).Skip(page * aPage).Take(aPage).ToList();
        return Card([
            Text(Small(context.Words.GroupName)),
            Heading(cases.Count == 0 ? "No case is under way" : $"Cases under way: {cases.Count}") with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    $"{Written.Count(cases.Count(one => one.IsNew), "case has", "cases have")} come since the last meeting. "
                        + $"Actions: {actions.Open} open, {actions.Late} of them late."
                )
            ) with
            {
                Spacing = "small",
            },
            Buttons(
                Button(context, "Actions", Verbs.Actions).BehindMore(),
                cases.Count > (page + 1) * aPage ? Turn("More cases", page + 1) : null,
                page > 0 ? Turn("Newer cases", page - 1).BehindMore() : null,
                Button(context, "Back to the group", Verbs.Group)
            ),
            .. shown.SelectMany(one =>
                new Element[] { Lines.Line(OnScreen.Reference(one.Case), Stands(one), one.IsNew ? Bold("New") : Plain("")) }.Concat(
                    mayOpen ? [Buttons(Open($"Open {OnScreen.Reference(one.Case)}", one))] : []
                )
            ),
        ]);

        ActionExecute Open(string title, CaseUnderWay one) => Button(context, title, Verbs.OpenCase, ("case", Written.Code(one.Case)));
        ActionExecute Turn(string title, int to) => Button(context, title, Verbs.CasesUnderWay, ("page", $"{to}"));
    }

    private static string Stands(CaseUnderWay one) =>
        $"{Written.Sentence(Stages.Short(one.Stage))}. Received on {Written.ShortDay(one.Received)}.";
}
