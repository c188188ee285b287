using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps.LearningReferral;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>What the first card shows of the person's own work.</summary>
/// <param name="Actions">How many open actions of theirs there are; null where they have no part in any.</param>
public sealed record HomeView(
    ImmutableList<DraftLine> Drafts,
    int Tasks,
    int DeadLettered,
    bool HasTasks,
    bool MayFind,
    Notice? Notice = null,
    bool MayAmend = false,
    bool SeesGroup = false,
    int? Actions = null,
    bool Oversees = false
)
{
    /// <summary>How many records wait for them, to be reviewed or to be let go; null where that is not theirs (F3).</summary>
    public int? ToReview { get; init; }

    /// <summary>The reviews whose agreed papers they read (C9).</summary>
    public ImmutableList<PapersLine> Papers { get; init; } = [];
}

/// <summary>The first card: what belongs here, what does not, and where to begin (PD11).</summary>
public static class HomeCard
{
    public static AdaptiveCard Draw(HomeView view, CardContext context) =>
        Card([
            Top(view.Notice),
            Heading("Learning from serious incidents"),
            Parts.AtRisk(context.Words),
            Say(
                context.Words.Say(
                    "home.belongs",
                    "Use this to refer a serious safeguarding incident: abuse or neglect of a child is known or suspected, and "
                        + "the child has died or been seriously harmed. You may come back to a form at any time; it is saved page by "
                        + "page."
                )
            ),
            Say(
                context.Words.Say(
                    "home.not",
                    "Refer for learning what went well, or should go better next time. Neither is for reporting a child at risk."
                )
            ),
            Buttons(
                Button(context, "Refer a serious incident", Verbs.StartReferral).Main(),
                view.HasTasks
                    ? Button(context, "Refer for learning", Verbs.LearningStart).BehindMore()
                    : Button(context, "Refer for learning", Verbs.LearningStart),
                Button(context, "My referrals", Verbs.MyReferrals),
                view.HasTasks ? Button(context, $"My tasks ({view.Tasks})", Verbs.MyTasks) : null,
                view.HasTasks ? null : Find(view, context),
                view.HasTasks ? null : Actions(view, context),
                // A set holds six, so those behind "More" stand in both.
                view.HasTasks
                    ? Button(context, "Absences", Verbs.Absences).BehindMore()
                    : null,
                view.HasTasks && view.MayAmend ? Button(context, "Bank holidays", Verbs.BankHolidays).BehindMore() : null
            ),
            view.HasTasks
                ? Buttons(
                    Find(view, context),
                    NotDelivered(view, context),
                    Actions(view, context),
                    context.Viewer.Roles.Contains(Role.Operations)
                        ? ReviewParts.Link(context, "Practice learning by mail", LearningReferralCards.ByMail).BehindMore()
                        : null,
                    ReviewPermissions.SeesAll(context.Viewer)
                        ? Button(context, "Reviews and briefings", Verbs.ReviewList).BehindMore()
                        : null,
                    TheGroup(view, context)
                )
                : null,
            WhoLookedCard.MayOfAny(context.Viewer) ? Buttons(Button(context, "Who has looked at a record", Verbs.WhoLooked)) : null,
            view is { HasTasks: true, Oversees: true }
                ? Buttons(Button(context, "What is late and open", Verbs.Oversight), Keeping(view, context))
                : null,
            .. view.Papers.IsEmpty
                ? Array.Empty<Element>()
                : [Subheading("Papers for you to read"), .. PapersHomeCard.Lines(view.Papers, context)],
            .. Drafts(view, context),
        ]);

    private static CardButton? Find(HomeView view, CardContext context) => view.MayFind ? Button(context, "Find a case", Verbs.Find) : null;

    /// <summary>In view, but where what was not delivered has to be; what is asked of them stands among their tasks as well.</summary>
    private static CardButton? Actions(HomeView view, CardContext context) =>
        view.Actions is not { } open ? null
        : Button(context, $"Actions ({open})", Verbs.Actions) is var list && view.DeadLettered > 0 ? list.BehindMore()
        : list;

    private static CardButton? NotDelivered(HomeView view, CardContext context) =>
        view.DeadLettered > 0 ? Button(context, $"Not delivered or not done ({view.DeadLettered})", Verbs.DeadLettered) : null;

    /// <summary>In view where a record waits for them; behind "More" else.</summary>
    private static CardButton? Keeping(HomeView view, CardContext context) =>
        view.ToReview is not { } waiting ? null
        : waiting > 0 ? Button(context, $"Records to review ({waiting})", Verbs.Retention)
        : Button(context, "How long records are kept", Verbs.Retention).BehindMore();

    /// <summary>For whoever has a part in its work; behind "More", since little changes there.</summary>
    private static CardButton? TheGroup(HomeView view, CardContext context) =>
        view.SeesGroup ? Button(context, "The group", Verbs.Group).BehindMore() : null;

    private static IEnumerable<Element> Drafts(HomeView view, CardContext context)
    {
        if (view.Drafts.IsEmpty)
        {
            yield break;
        }

        yield return Subheading("Not sent yet");
        foreach (var draft in view.Drafts.Take(3))
        {
            yield return Fact(DraftWords.Line(draft.Purpose, draft.Record, context.Words), $"saved {Moment(draft.SavedAt)}");
            yield return Buttons(DraftWords.Continue(draft, context));
        }
    }
}
