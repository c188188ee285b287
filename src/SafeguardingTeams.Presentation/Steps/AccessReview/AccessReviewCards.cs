using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.AccessReview;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps.PeopleAndRoles;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.AccessReview;

/// <summary>Somebody who can get in, and by what.</summary>
/// <param name="Key">What names them in the list.</param>
/// <param name="Name">How others read them.</param>
/// <param name="By">Each thing by which they get in.</param>
/// <param name="PersonId">Their id, where they are one of the partnership's people; empty else.</param>
public sealed record AccessLine(string Key, string Name, string Agency, ImmutableList<string> By, string PersonId);

/// <summary>The quarterly review of who can get in (F2).</summary>
public static class AccessReviewCards
{
    private const int OnPage = 6;
    private const int Most = 100;
    private const int PastShown = 4;
    private const int StaleShown = 10;

    /// <summary>The list, and of those not yet looked at the next few with their answer.</summary>
    /// <param name="stale">Those who have left and whose account the partnership's file still lists.</param>
    public static AdaptiveCard Draw(
        Roster roster,
        GroupFile group,
        IReadOnlyList<AccessLine> list,
        IReadOnlyList<string> stale,
        int page,
        Filled filled,
        Notice? notice,
        CardContext context
    )
    {
        var open = group.OpenAccessReview;
        var changed = open is null ? [] : AccessLists.ChangedSince(group, open).Select(AccessLists.Person).ToImmutableHashSet();
        bool IsDone(AccessLine line) => open is not null && (open.StillRight.Contains(line.Key) || changed.Contains(line.Key));
        var left = open is null ? [.. list] : list.Where(line => !IsDone(line)).ToList();
        page = Math.Clamp(page, 0, Math.Max(0, (left.Count - 1) / OnPage));
        var shown = left.Skip(page * OnPage).Take(OnPage).ToList();
        return Card([
            filled.Refusals.IsEmpty ? null : Errors.Summary([.. filled.Refusals.Select(refusal => refusal.Message)]),
            Top(notice),
            Text(Small("Who can get in")),
            Heading(
                open is null ? $"{Written.Count(list.Count, "person", "people")} can get in"
                : left.Count == 0 ? "Everybody was looked at"
                : $"{left.Count} of {list.Count} to look at"
            ) with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    open is null
                        ? "No review runs now: one begins on the first day of each quarter."
                        : "Say of each that what they can get into is still right, or open them and change it."
                )
            ) with
            {
                Spacing = "small",
            },
            open is not null && group.Clock(Timescales.AccessReview.Id) is { } clock
                ? Text(
                    clock.Deadline.DueDay < context.Today
                        ? Late($"Late: it was due by {OnScreen.FullDay(clock.Deadline.DueDay)}.")
                        : Plain($"By {OnScreen.FullDay(clock.Deadline.DueDay)}.")
                ) with
                {
                    Spacing = "small",
                }
                : null,
            open is not null && left.Count == 0
                ? NextForYou.Block(
                    "finish this review",
                    null,
                    "The record keeps when it was done, by whom, and how many were confirmed and changed.",
                    Button(context, "Finish this review", Verbs.AccessReview, (Verbs.Do, "finish"))
                )
                : null,
            stale.Count > 0
                ? Text(
                    Late(
                        "Have left and still stand in the partnership's file: "
                            + $"{string.Join("; ", stale.Take(StaleShown).Select(one => Inputs.Cut(one, Most)))}"
                            + (stale.Count > StaleShown ? $", and {stale.Count - StaleShown} more: see the list in Excel." : ".")
                    )
                ) with
                {
                    Spacing = "medium",
                }
                : null,
            Buttons(
                Turn("Next", page + 1, left.Count > (page + 1) * OnPage),
                Turn("Previous", page - 1, page > 0),
                ReviewParts.Link(context, "The list in Excel", "documents/access/excel"),
                Button(context, "People and roles", Verbs.People)
            ),
            .. open is null ? shown.Select(Element (line) => Lines.Line(Inputs.Cut(line.Name, Most), Said(line), Plain("")))
            : shown.Count == 0 ? []
            :
            [
                .. GroupForm.ChooseSeveral(
                    filled,
                    context,
                    "right",
                    "Of which of these is it still right?",
                    shown.Select(line => new InputChoice($"{Inputs.Cut(line.Name, Most)}. {Said(line)}", line.Key))
                ),
                Buttons(Button(context, "These are still right", Verbs.AccessReview, (Verbs.Do, "right"), ("page", Number(page))).Main()),
            ],
            .. shown.Select(line => roster.Find(line.PersonId)).OfType<RosterPerson>().ToList() is { Count: > 0 } people
                ? PeopleCards.Open(roster, people, context)
                : [],
            .. Past(group),
        ]);

        ActionExecute? Turn(string title, int to, bool isThere) =>
            isThere ? Button(context, title, Verbs.AccessReview, ("page", Number(to))) : null;
    }

    private static string Said(AccessLine line) => $"{Inputs.Cut(line.Agency, Most)}. {string.Join("; ", line.By)}.";

    private static IEnumerable<Element> Past(GroupFile group)
    {
        var past = group.AccessReviews.Where(one => one.Finished is not null).Reverse().Take(PastShown).ToList();
        return past.Count == 0
            ? []
            :
            [
                Subheading("Reviews before") with
                {
                    Spacing = "large",
                },
                .. past.Select(one =>
                    Lines.Line(
                        $"Quarter from {Written.ShortDay(one.Quarter)}",
                        $"Finished on {Written.ShortDay(London.DateOf(one.Finished!.At))} by {Inputs.Cut(one.Finished.By, Most)}: "
                            + $"{one.Finished.Confirmed} still right, {one.Finished.Changed} changed.",
                        Plain("Done")
                    )
                ),
            ];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
