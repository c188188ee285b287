using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.PeopleAndRoles;

/// <summary>Changes that wait for a second person (PD17).</summary>
public static class ProposalCards
{
    private const int Shown = 10;

    /// <summary>What waits here: the changes, and the review of who can get in.</summary>
    public static AdaptiveCard Waiting(Roster roster, GroupFile group, Notice? notice, CardContext context)
    {
        var waiting = group.Proposals.FindAll(one => one.Answer is null);
        var review = group.OpenAccessReview is not null && GroupPermissions.Allows(Step.ReviewAccess, group, context.Viewer);
        return Card([
            Top(notice),
            Text(Small("People and roles")),
            Heading(waiting.Count == 0 ? "No change waits" : Written.Count(waiting.Count, "change waits", "changes wait")) with
            {
                Spacing = "none",
            },
            Text(Plain("A change of Chair, leads or operations holds once a second person has confirmed it.")) with
            {
                Spacing = "small",
            },
            .. waiting
                .Take(Shown)
                .SelectMany(one =>
                    new Element[]
                    {
                        Lines.Line(PeopleWords.What(one.Change, roster), $"Proposed by {one.By}, {Written.Moment(one.At)}.", Bold("Waits")),
                        Buttons(PeopleCards.Number(context, $"Open change {one.Number}", Verbs.PeopleChange, one)),
                    }
                ),
            review && group.Clock(Timescales.AccessReview.Id) is { } clock
                ? NextForYou.Block(
                    "look at who can get in",
                    OnScreen.FullDay(clock.Deadline.DueDay),
                    "Each quarter, operations say of everybody that it is still right, or change it.",
                    Button(context, "Who can get in", Verbs.AccessReview)
                )
                : null,
            Buttons(Button(context, "People and roles", Verbs.People), Button(context, "Home", Verbs.Home)),
        ]);
    }

    /// <summary>One of them: what changes, why, and the two answers beside each other for whoever can give them.</summary>
    /// <param name="mayAnswer">Whether the viewer is the second person.</param>
    public static AdaptiveCard Draw(Roster roster, PeopleProposal proposal, bool mayAnswer, Notice? notice, CardContext context)
    {
        var waits = proposal.Answer is null;
        return Card([
            Top(notice),
            Text(Small($"People and roles, change {proposal.Number}")),
            Heading(PeopleWords.Said(proposal)) with
            {
                Spacing = "none",
            },
            Text(Bold(PeopleWords.What(proposal.Change, roster))) with
            {
                Spacing = "medium",
            },
            .. proposal.Change.Accounts is { } accounts && roster.Find(proposal.Change.PersonId) is { } person
                ? Accounts(person, accounts)
                : [],
            Fact("Why", proposal.Reason),
            proposal.Answer is { } answered ? Fact("Answered by", $"{answered.By}, {Written.Moment(answered.At)}") : null,
            proposal.Answer is { Reason.Length: > 0 } answer ? Fact("Why not", answer.Reason) : null,
            !waits ? null
            : mayAnswer
                ? NextForYou.Block(
                    "confirm this change, or decline it",
                    null,
                    "Until then nothing changes. If you are not sure that it is right, ask them by telephone.",
                    PeopleCards.Number(context, "Confirm", Verbs.PeopleChange, proposal, (Verbs.Do, "confirm")),
                    PeopleCards.Number(context, "Decline", Verbs.PeopleChangeDecline, proposal)
                )
            : Say("Somebody else confirms it: not who proposed it, and not who gains by it. Until then nothing changes."),
            Fact("Proposed by", $"{proposal.By}, {Written.Moment(proposal.At)}"),
            Buttons(
                waits && proposal.ByPersonId == context.Viewer.PersonId
                    ? PeopleCards.Number(context, "Take it back", Verbs.PeopleChange, proposal, (Verbs.Do, "take-back"))
                    : null,
                Button(context, "People and roles", Verbs.People),
                Button(context, "Home", Verbs.Home)
            ),
        ]);
    }

    /// <summary>Why it is declined.</summary>
    public static AdaptiveCard Decline(Roster roster, PeopleProposal proposal, Filled filled, CardContext context) =>
        RecordForm.Draw(
            $"People and roles, change {proposal.Number}",
            filled,
            "Decline this change",
            $"{PeopleWords.What(proposal.Change, roster)}. Nothing changes; who proposed it reads why.",
            GroupForm.Reason(filled, context, "Why not?"),
            PeopleCards.Number(context, "Decline it", Verbs.PeopleChangeDecline, proposal, (Verbs.Do, "yes")).Main(),
            PeopleCards.Number(context, "Back", Verbs.PeopleChange, proposal)
        );

    /// <summary>The accounts that come and go, whole: who confirms compares them.</summary>
    private static IEnumerable<Element> Accounts(RosterPerson person, IReadOnlyCollection<PersonAccount> proposed) =>
        [
            .. proposed.Except(person.Accounts).Select(account => Fact("New account", account.ToString())),
            .. person.Accounts.Except(proposed).Select(account => Fact("No longer theirs", account.ToString())),
        ];

    /// <summary>What a second person is told: that something waits, and nothing of what it is (F2).</summary>
    internal static (string Title, string Text) Told(GroupFile group, Topic about) =>
        about.Number is { } number && group.Proposal(number) is { } proposal
            ? proposal.Answer is { } answer
                ? (
                    $"Change {number}: {Ended(answer.End)}",
                    $"By {answer.By}, {Written.Moment(answer.At)}. Nothing more is to be done here."
                )
                : (
                    "A change waits for you",
                    $"{proposal.By} proposed a change of people or roles. Open it, then confirm or decline it: until then nothing changes."
                )
            : ("This change is gone", "Nothing more is to be done here.");

    private static string Ended(ProposalEnd end) =>
        end switch
        {
            ProposalEnd.Confirmed => "confirmed",
            ProposalEnd.Declined => "declined",
            ProposalEnd.TakenBack => "taken back",
        };
}
