using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>What somebody sees where they look for a case.</summary>
/// <param name="ByChild">Whether they may look by name and birth date, and not by reference alone (PD19).</param>
/// <param name="Own">The open cases they have a part in, and so see (F2).</param>
/// <param name="Page">Of those, from 0.</param>
public sealed record FindView(bool ByChild, IReadOnlyList<CaseLine> Own, int Page);

/// <content>Finding a case.</content>
public static partial class ListCards
{
    /// <summary>
    /// The open cases somebody has a part in, and the way to any other of theirs: by reference or, for who may, by the child, typed into a
    /// card and never into chat (PD19).
    /// </summary>
    /// <param name="more">Whether more fit than are shown.</param>
    public static AdaptiveCard Find(FindView view, Filled filled, IReadOnlyList<CaseLine>? found, CardContext context, bool more = false) =>
        Card([
            .. filled.Refusals.Select(refusal => Top(new(NoticeKind.Problem, refusal.Message))),
            Heading("Find a case"),
            Say(
                view.ByChild
                    ? "Enter what you know; one answer is enough. You see only the cases you have a part in, and the search is recorded."
                    : "Enter the reference. You see only the cases you have a part in, and the search is recorded."
            ),
            view.ByChild
                ? new InputText(InputIds.For("name", context.CardInvocation), "Name of the child")
                {
                    Value = filled["name"],
                    MaxLength = 400,
                }
                : null,
            view.ByChild ? new InputDate(InputIds.For("born", context.CardInvocation), "Date of birth") { Value = filled["born"] } : null,
            new InputText(InputIds.For("reference", context.CardInvocation), "Reference") { Value = filled["reference"], MaxLength = 40 },
            Buttons(Button(context, "Find", Verbs.Find, (Verbs.Do, "yes")).Main(), Button(context, "Home", Verbs.Home)),
            .. found is null ? Own(view, context)
            : found.Count == 0
                ?
                [
                    Subheading("No case found"),
                    Say(
                        view.ByChild
                            ? "No case you have a part in fits. Try another spelling, or the date of birth alone."
                            : "No case you have a part in has this reference. Check it."
                    ),
                ]
            : found
                .Take(Shown)
                .SelectMany(line =>
                    Line(context, line.CaseId, $"{Stages.Short(line.Stage)}, sent {Moment(line.Since)}", "Open", Verbs.OpenCase)
                )
                .Prepend(more ? Say("More cases fit than are shown. Enter more of what you know, and find again.") : null)
                .Prepend(Subheading(more ? $"The first {Shown} cases" : Count(found.Count, "case", "cases"))),
        ]);

    private static IEnumerable<Element?> Own(FindView view, CardContext context)
    {
        if (view.Own.Count == 0)
        {
            return [Subheading("Your open cases"), Say("No case is open in which you have a part.")];
        }

        var page = Math.Clamp(view.Page, 0, (view.Own.Count - 1) / OwnOnPage);
        return
        [
            Subheading($"Your open cases: {view.Own.Count}"),
            .. view
                .Own.Skip(page * OwnOnPage)
                .Take(OwnOnPage)
                .SelectMany(line => Line(context, line.CaseId, Now(line), "Open", Verbs.OpenCase)),
            view.Own.Count > OwnOnPage
                ? Buttons(
                    view.Own.Count > (page + 1) * OwnOnPage ? Button(context, "More cases", Verbs.Find, ("page", $"{page + 1}")) : null,
                    page > 0 ? Button(context, "Newer cases", Verbs.Find, ("page", $"{page - 1}")).BehindMore() : null
                )
                : null,
        ];
    }

    /// <summary>Each has its button, and no more than six are in view.</summary>
    private const int OwnOnPage = 3;

    private const int WaitsShown = 2;

    /// <summary>Where a case stands, and what waits for whom, soonest first.</summary>
    private static string Now(CaseLine line)
    {
        // What waits for several, such as each agency's return, is said once: with the first date.
        var waits = line
            .Waits.OrderBy(task => task.Due?.DueAt ?? DateTimeOffset.MaxValue)
            .DistinctBy(task => (task.For, task.Kind))
            .ToList();
        return string.Join(
            ". ",
            waits
                .Take(WaitsShown)
                .Select(task =>
                    $"{Sentence(RoleNames.Of(task.For))}: {Waiting.What(task.Kind)}{(task.Due is { } due ? $", by {Day(due.DueDay)}" : "")}"
                )
                .Prepend($"{Sentence(Stages.Short(line.Stage))}, sent {Moment(line.Since)}")
                .Concat(waits.Count > WaitsShown ? [$"And {waits.Count - WaitsShown} more"] : [])
        );
    }
}
