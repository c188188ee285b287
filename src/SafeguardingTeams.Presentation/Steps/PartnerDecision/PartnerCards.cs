using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.PartnerDecision;

/// <summary>A lead decides, stands aside, or is heard by telephone (A10, PD8).</summary>
public static class PartnerCards
{
    /// <summary>A lead's card: buttons only (A10).</summary>
    public static AdaptiveCard Partner(CaseFile file, Filled filled, CardContext context)
    {
        var round = file.Round!;
        var mine = Partners.Leads.FirstOrDefault(context.Viewer.RolesFor(file).Contains);
        var clock = file.Clock(Timescales.LeadsDecision.Id);
        ActionExecute Do(string title, string verb, string what) =>
            Button(
                context,
                title,
                verb,
                ("case", Code(file.Id)),
                ("round", $"{round.Number}"),
                ("seen", $"{file.Version}"),
                (Verbs.Do, what)
            );
        return Card([
            .. OnTop(filled),
            Aside($"Serious incident referral {file.Id}. You decide for: {Clocks.Partner(mine)}."),
            Heading(
                round.Mediated ? "After mediation: do you agree?"
                : file.Recommendation!.ByTheGroup ? "Do you agree with the group?"
                : "Do you agree with the Chair?"
            ),
            Fact(GroupsWay.Recommends(file.Recommendation!), $"{GroupsWay.Criteria(file.Recommendation!)}. {file.Recommendation!.Reason}"),
            file.Recommendation.ByTheGroup ? Say("If you agree, you say that the criteria are met.") : null,
            .. round.Mediated && file.Mediated is { } mediated
                ? [Fact("Mediation", $"{mediated.Outcome} Agreed to by: {mediated.AgreedBy}.")]
                : Enumerable.Empty<Element>(),
            clock is { Runs: true }
                ? Fact(
                    "Please decide by",
                    $"{Day(clock.Deadline.DueDay)}, counted from {Clocks.From(clock.Deadline.Anchor)}, {ShortDay(clock.Deadline.AnchorDay)}"
                )
                : null,
            file.PartnersAreAwaited
                ? null
                : Say(
                    $"{Messages.GoesOn(file)}. {Messages.Then(file, context.Words)} Nobody waits for your decision; it stands "
                        + "beside the authority's."
                ),
            Buttons(
                Do("Agree", Verbs.PartnerDecision, "agree").Main(),
                Do("Agree, with a comment", Verbs.PartnerReasons, ""),
                Do("Disagree", Verbs.PartnerReasons, "") with
                {
                    Data = Do("", "", "").Data.SetItem("disagree", "yes"),
                },
                Button(context, "I had part in the case", Verbs.StandAside, ("case", Code(file.Id))),
                Button(context, "See the whole case", Verbs.OpenCase, ("case", Code(file.Id))),
                StepRules.MayTake(Domain.Records.Step.AskForMediation, file, context.Viewer)
                    ? Button(context, "Ask the Scrutineer to mediate", Verbs.AskForMediation, ("case", Code(file.Id)))
                    : null
            ),
            file.Clock(Timescales.AuthorityNotification.Id) is { Runs: true } authority
                ? Fact(
                    "The local authority must notify by",
                    $"{Day(authority.Deadline.DueDay)}, counted from {Clocks.From(authority.Deadline.Anchor)}; it waits now for "
                        + Clocks.WaitsFor(file, context.Words)
                )
                : null,
            Say(
                "The criteria: abuse or neglect of a child is known or suspected, and the child has died or been seriously "
                    + "harmed. You can change your decision until all three have decided alike, or mediation begins."
            ),
            .. RoundFacts.Of(file, context),
        ]);
    }

    /// <summary>The second step: why (A10).</summary>
    public static AdaptiveCard PartnerReasons(CaseFile file, bool agrees, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            agrees ? "You agree" : "You disagree",
            [
                agrees
                    ? "Your comment is read by the other leads, the Chair and the Scrutineer."
                    : "Say why: the other leads, the Chair and the Scrutineer read it. Mediation is offered where the leads differ.",
            ],
            [Reason(filled, context, agrees ? "Your comment (optional)" : "Your reasons")],
            [(agrees ? "Agree" : "Disagree", Verbs.PartnerReasons, agrees ? "agree" : "disagree")],
            ("round", $"{file.Round!.Number}"),
            ("seen", $"{file.Version}")
        );

    /// <summary>Stand aside (A10).</summary>
    public static AdaptiveCard StandAside(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "You had part in the case",
            [
                "Somebody who was involved in the case does not decide on it. If you stand aside your deputy is asked in your "
                    + "place, and you no longer see the case. The operational team can hand it back to you if this was a mistake.",
            ],
            [],
            [("Stand aside", Verbs.StandAside, "yes")]
        );

    /// <summary>A decision given by telephone (PD8).</summary>
    public static AdaptiveCard Telephone(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "A decision given by telephone",
            [
                "For a lead who cannot use Teams or the web page now. It is recorded that you took it. Recommended: criteria "
                    + $"{(file.Recommendation!.Met ? "met" : "not met")}.",
            ],
            [
                Problem(filled, "lead"),
                new InputChoiceSet(
                    InputIds.For("lead", context.CardInvocation),
                    "Whose decision?",
                    [.. Partners.Leads.Select(lead => new InputChoice(Written.Sentence(Clocks.Partner(lead)), lead.ToString()))]
                )
                {
                    Value = filled["lead"],
                },
                Problem(filled, "given"),
                new InputText(InputIds.For("given", context.CardInvocation), "Who gave it?") { Value = filled["given"], MaxLength = 8000 },
                Problem(filled, "verified"),
                new InputText(InputIds.For("verified", context.CardInvocation), "How did you make sure who was speaking?")
                {
                    Value = filled["verified"],
                    MaxLength = 8000,
                },
                Reason(filled, context, "Their reasons (needed where they disagree)"),
            ],
            [("They agree", Verbs.Telephone, "agree"), ("They disagree", Verbs.Telephone, "disagree")],
            ("round", $"{file.Round!.Number}"),
            ("seen", $"{file.Version}")
        );
}
