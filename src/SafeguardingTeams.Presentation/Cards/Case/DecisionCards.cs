using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Case.StepCards;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Case;

/// <summary>The cards of recommending, deciding and mediating (A8 to A11, A14).</summary>
public static class DecisionCards
{
    /// <summary>Inform the leads: one button (A8).</summary>
    public static AdaptiveCard InformLeads(CaseFile file, Filled filled, CardContext context) => Step(file, filled, context, "Inform the three leads",
        ["Each of the three leads (local authority, police, health) gets a message with the reference, and can read the case from then on. They are asked to decide only after your recommendation."],
        [], [("Inform them now", Verbs.InformLeads, "yes")]);

    /// <summary>The Chair's recommendation (A9).</summary>
    public static AdaptiveCard Recommend(CaseFile file, Filled filled, CardContext context) => Step(file, filled, context,
        file.Recommendation is null ? "Record your recommendation" : "Correct your recommendation",
        [
            "The criteria are two, both needed: abuse or neglect of a child is known or suspected, and the child has died or been seriously harmed.",
            "The three leads read your reasons and decide. A Rapid Review follows only if they, or the local authority, decide for it.",
            file.Clock(Timescales.AuthorityNotification.Id) is { Runs: true } clock
                ? $"The local authority must notify by {Day(clock.Deadline.DueDay)}, counted from the day it became aware, whatever is left of your own time." : "The local authority's own clock no longer runs.",
            .. file.Round is { Decisions.IsEmpty: false } ? ImmutableList.Create("Leads have decided already. With a new recommendation each of them is asked again.") : [],
        ],
        [
            Reason(filled.Typed.Count > 0 || file.Recommendation is null ? filled : new(ImmutableDictionary<string, string>.Empty.Add("reason", file.Recommendation.Reason), []), context, "Your reasons"),
            new InputChoiceSet(InputIds.For("special", context.Press), "If the criteria are not met, where should the group look at it?",
                [new("At its next scheduled meeting", "no"), new("At a special meeting, because it should not wait", "yes")]) { Value = filled["special"] is { Length: > 0 } typed ? typed : "no" },
        ],
        [("Criteria met", Verbs.Recommend, "met"), ("Criteria not met", Verbs.Recommend, "not-met")], Again(file.Recommendation));

    /// <summary>A lead's card: buttons only (A10).</summary>
    public static AdaptiveCard Partner(CaseFile file, Filled filled, CardContext context)
    {
        var round = file.Round!;
        var mine = Partners.Leads.FirstOrDefault(context.Viewer.RolesFor(file).Contains);
        var clock = file.Clock(Timescales.LeadsDecision.Id);
        ActionExecute Do(string title, string verb, string what) => Button(context, title, verb, ("case", Code(file.Id)), ("round", $"{round.Number}"), ("seen", $"{file.Version}"), (Verbs.Do, what));
        return Card(
        [
            .. OnTop(filled),
            Aside($"Serious incident referral {file.Id}. You decide for: {Clocks.Partner(mine)}."),
            Heading(round.Mediated ? "After mediation: do you agree?" : "Do you agree with the Chair?"),
            Fact("The Chair recommends", $"criteria {(file.Recommendation!.Met ? "met" : "not met")}. {file.Recommendation.Reason}"),
            .. round.Mediated && file.Mediated is { } mediated ? [Fact("Mediation", $"{mediated.Outcome} Agreed to by: {mediated.AgreedBy}.")] : Enumerable.Empty<Element>(),
            clock is { Runs: true } ? Fact("Please decide by", $"{Day(clock.Deadline.DueDay)}, counted from {Clocks.From(clock.Deadline.Anchor)}, {ShortDay(clock.Deadline.AnchorDay)}") : null,
            file.Clock(Timescales.AuthorityNotification.Id) is { Runs: true } authority ? Fact("The local authority must notify by", $"{Day(authority.Deadline.DueDay)}, counted from {Clocks.From(authority.Deadline.Anchor)}; the time is being used by {Clocks.Spender(file, context.Words)}") : null,
            Say("The criteria: abuse or neglect of a child is known or suspected, and the child has died or been seriously harmed. You can change your decision until all three have decided alike, or mediation begins."),
            .. DecisionFacts.Round(file, context),
            Buttons(
                Do("Agree", Verbs.PartnerDecision, "agree").Main(),
                Do("Agree, with a comment", Verbs.PartnerReasons, ""),
                Do("Disagree", Verbs.PartnerReasons, "") with { Data = Do("", "", "").Data.SetItem("disagree", "yes") },
                Button(context, "I had part in the case", Verbs.StandAside, ("case", Code(file.Id))),
                Button(context, "See the whole case", Verbs.OpenCase, ("case", Code(file.Id))),
                round.Differ && file.Mediation is null && !round.Mediated ? Button(context, "Ask the Scrutineer to mediate", Verbs.AskForMediation, ("case", Code(file.Id))) : null),
        ]);
    }

    /// <summary>The second step: why (A10).</summary>
    public static AdaptiveCard PartnerReasons(CaseFile file, bool agrees, Filled filled, CardContext context) => Step(file, filled, context,
        agrees ? "You agree" : "You disagree",
        [agrees ? "Your comment is read by the other leads, the Chair and the Scrutineer." : "Say why: the other leads, the Chair and the Scrutineer read it. Mediation is offered where the leads differ."],
        [Reason(filled, context, agrees ? "Your comment (optional)" : "Your reasons")],
        [(agrees ? "Agree" : "Disagree", Verbs.PartnerReasons, agrees ? "agree" : "disagree")], ("round", $"{file.Round!.Number}"), ("seen", $"{file.Version}"));

    /// <summary>Stand aside (A10).</summary>
    public static AdaptiveCard StandAside(CaseFile file, Filled filled, CardContext context) => Step(file, filled, context, "You had part in the case",
        ["Somebody who was involved in the case does not decide on it. If you stand aside your deputy is asked in your place, and you no longer see the case. The operational team can hand it back to you if this was a mistake."],
        [], [("Stand aside", Verbs.StandAside, "yes")]);

    /// <summary>A decision given by telephone (decision 8).</summary>
    public static AdaptiveCard Telephone(CaseFile file, Filled filled, CardContext context) => Step(file, filled, context, "A decision given by telephone",
        [$"For a lead who cannot use Teams or the web page now. It is recorded that you took it. Recommended: criteria {(file.Recommendation!.Met ? "met" : "not met")}."],
        [
            Problem(filled, "lead"),
            new InputChoiceSet(InputIds.For("lead", context.Press), "Whose decision?", [.. Partners.Leads.Select(lead => new InputChoice(Happenings.Sentence(Clocks.Partner(lead)), lead.ToString()))]) { Value = filled["lead"] },
            Problem(filled, "given"),
            new InputText(InputIds.For("given", context.Press), "Who gave it?") { Value = filled["given"], MaxLength = 8000 },
            Problem(filled, "verified"),
            new InputText(InputIds.For("verified", context.Press), "How did you make sure who was speaking?") { Value = filled["verified"], MaxLength = 8000 },
            Reason(filled, context, "Their reasons (needed where they disagree)"),
        ],
        [("They agree", Verbs.Telephone, "agree"), ("They disagree", Verbs.Telephone, "disagree")], ("round", $"{file.Round!.Number}"), ("seen", $"{file.Version}"));

    /// <summary>Ask for mediation (A11).</summary>
    public static AdaptiveCard AskForMediation(CaseFile file, Filled filled, CardContext context) => Step(file, filled, context, "Ask the Scrutineer to mediate",
        ["The leads differ. The Independent Scrutineer speaks with them and records what came of it. It is not a casting vote: each lead decides again afterwards. If they still differ, that is recorded and the local authority decides on the notification."],
        [], [("Ask now", Verbs.AskForMediation, "yes")]);

    /// <summary>Record the mediation (A11).</summary>
    public static AdaptiveCard Mediation(CaseFile file, Filled filled, CardContext context) => Step(file, filled, context, "Record the mediation",
        ["Your record is read by the leads and the Chair. Each lead then decides again on a fresh card."],
        [
            .. DecisionFacts.Round(file, context),
            Problem(filled, "outcome"),
            new InputText(InputIds.For("outcome", context.Press), "What came of it?") { Value = filled["outcome"], IsMultiline = true, MaxLength = 8000 },
            Problem(filled, "agreed"),
            new InputText(InputIds.For("agreed", context.Press), "Who agreed to it?") { Value = filled["agreed"], MaxLength = 8000 },
        ],
        [("Record it", Verbs.Mediation, "yes")]);

    /// <summary>Put the record of the mediation right (decision 16).</summary>
    public static AdaptiveCard CorrectMediation(CaseFile file, Filled filled, CardContext context)
    {
        var typed = filled.Typed.Count > 0 || file.Mediated is not { } before ? filled : new Filled(ImmutableDictionary<string, string>.Empty.Add("outcome", before.Outcome).Add("agreed", before.AgreedBy), []);
        return Step(file, filled, context, "Correct the mediation",
            ["Only the record changes: nobody is asked to decide again because of it. What was recorded before stays on the record."],
            [
                Problem(filled, "outcome"),
                new InputText(InputIds.For("outcome", context.Press), "What came of it?") { Value = typed["outcome"], IsMultiline = true, MaxLength = 8000 },
                Problem(filled, "agreed"),
                new InputText(InputIds.For("agreed", context.Press), "Who agreed to it?") { Value = typed["agreed"], MaxLength = 8000 },
                Reason(filled, context, "Why is it being corrected?"),
            ],
            [("Save", Verbs.CorrectMediation, "yes")]);
    }

    /// <summary>Take the asking for a special meeting back (decision 16).</summary>
    public static AdaptiveCard TakeBackSpecialMeeting(CaseFile file, Filled filled, CardContext context) => Step(file, filled, context, "A special meeting is not needed after all",
        ["The case then goes to the next scheduled meeting, unless the Chair recommended a special one."], [Reason(filled, context, "Why is it not needed?")], [("Take it back", Verbs.TakeBackSpecialMeeting, "yes")]);

    /// <summary>Ask for a special meeting (A14).</summary>
    public static AdaptiveCard SpecialMeeting(CaseFile file, Filled filled, CardContext context) => Step(file, filled, context, "Ask for a special meeting",
        [$"The case goes to the Learning from Practice Group, {Stages.Meeting(file, context.Words)}. If it should not wait, ask for a special meeting; the operational team is told."],
        [Reason(filled, context, "Why should it not wait?")], [("Ask for it", Verbs.SpecialMeeting, "yes")]);

    /// <summary>Hand a role over for this case (decision 17).</summary>
    /// <param name="file">The case.</param>
    /// <param name="candidates">Who can have which role.</param>
    /// <param name="filled">What was typed.</param>
    /// <param name="context">The drawing.</param>
    public static AdaptiveCard HandOver(CaseFile file, IReadOnlyList<(Role Role, Actor Person)> candidates, Filled filled, CardContext context) => Step(file, filled, context, "Hand over",
        ["For this case only: the person you choose gets the role, with what waits for it, and is told. Whoever had it no longer has. It can be handed back in the same way."],
        [
            Problem(filled, "to"),
            candidates.Count == 0 ? Say("There is nobody in the partnership's list who could have it. Tell whoever keeps the list of people.")
                : new InputChoiceSet(InputIds.For("to", context.Press), "What, and to whom?",
                    [.. candidates.Select(one => new InputChoice($"{Happenings.Sentence(Happenings.Roles([one.Role]))}: {one.Person.Display}", $"{one.Role}/{one.Person.PersonId}"))]) { Value = filled["to"] },
            Reason(filled, context, "Why?"),
        ],
        [("Hand it over", Verbs.HandOver, "yes")]);

}
