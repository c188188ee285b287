using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Case;

/// <summary>What somebody typed into a step's card, and what was wrong with it.</summary>
/// <param name="Typed">By input name.</param>
/// <param name="Refusals">Said beside the field they name, else on top.</param>
public sealed record Filled(IReadOnlyDictionary<string, string> Typed, ImmutableList<Refusal> Refusals)
{
    /// <summary>A card nobody has filled in yet.</summary>
    public static Filled Nothing { get; } = new(ImmutableDictionary<string, string>.Empty, []);

    /// <summary>What was typed, or empty.</summary>
    public string this[string name] => Typed.GetValueOrDefault(name, "");
}

/// <summary>The cards of the steps that are a few inputs and a button. Each explains itself: everybody is new to it.</summary>
public static class StepCards
{
    /// <summary>Take the referral back.</summary>
    public static AdaptiveCard Withdraw(CaseFile file, Filled filled, CardContext context) => Step(file, filled, context, "Withdraw the referral",
        ["Use this if the referral was made by mistake. It can be withdrawn until the MASH has decided. The record stays, with your reason."],
        [Reason(filled, context, "Why are you withdrawing it?")], [("Withdraw it", Verbs.Withdraw, "yes")]);

    /// <summary>Whether a Joint Agency Response was held (A16).</summary>
    public static AdaptiveCard JointAgencyResponse(CaseFile file, Filled filled, CardContext context)
    {
        var recorded = file.JointAgencyResponse;
        var typed = filled.Typed.Count > 0 ? filled : new Filled(ImmutableDictionary<string, string>.Empty
            .Add("state", recorded?.State.ToString() ?? "").Add("date", recorded?.On is { } on ? Iso(on) : "").Add("note", recorded?.Note ?? ""), []);
        return Step(file, filled, context, "Joint Agency Response",
            ["When a child dies suddenly and there is no apparent cause, hospital, police and social care look at the circumstances together. Its minutes are needed later for the Rapid Review."],
            [
                Problem(filled, "state"),
                new InputChoiceSet(InputIds.For("state", context.Press), "Was a Joint Agency Response held?",
                [
                    new("Yes, it was held", nameof(JointAgencyResponseState.Held)), new("It is due", nameof(JointAgencyResponseState.Due)),
                    new("No, and none is due", nameof(JointAgencyResponseState.NotNeeded)), new("Not known yet", nameof(JointAgencyResponseState.NotKnown)),
                ]) { Value = typed["state"] },
                Problem(filled, "date"),
                new InputDate(InputIds.For("date", context.Press), "Date it was, or will be, held") { Value = typed["date"] },
                Problem(filled, "note"),
                new InputText(InputIds.For("note", context.Press), "Where its minutes are, or anything else to know (optional)") { Value = typed["note"], IsMultiline = true, MaxLength = 8000 },
            ],
            [("Save", Verbs.JointAgencyResponse, "yes")]);
    }

    /// <summary>When the authority became aware (decision 3).</summary>
    public static AdaptiveCard Awareness(CaseFile file, Filled filled, CardContext context) => Step(file, filled, context, "When was the authority aware?",
        ["The authority's five working days to notify the national Panel count from this day. The MASH is part of the authority, so it is the day the referral reached the MASH unless the authority knew earlier."],
        [
            Problem(filled, "date"),
            new InputDate(InputIds.For("date", context.Press), "The day the authority became aware") { Value = filled.Typed.Count > 0 ? filled["date"] : Iso(file.Awareness!.AwareOn) },
            Reason(filled, context, "How did it become aware on that day?"),
        ],
        [("Save", Verbs.Awareness, "yes")]);

    /// <summary>The MASH's decision (A1, A3, A4), or its correction (decision 16).</summary>
    public static AdaptiveCard Threshold(CaseFile file, Filled filled, CardContext context)
    {
        var blanks = Checking.Blanks(file.Referral!.Form, file.Referral.Answers).Count;
        return Step(file, filled, context, file.Threshold is null ? "Decide the threshold" : "Correct the threshold decision",
            [
                "A serious safeguarding incident needs both: abuse or neglect of a child is known or suspected, and the child has died or been seriously harmed.",
                "Reached: the operational team and the Chair are alerted at once, and the Chair's five working days begin. Not reached: the referrer is told, and the answers are kept for learning from practice.",
                .. file.Threshold is { } decided ? ImmutableList.Create($"It was decided that the threshold is {(decided.Reached ? "" : "not ")}reached. That stays on the record, with your reasons for putting it right.") : [],
                .. blanks > 0 ? ImmutableList.Create($"{Count(blanks, "answer", "answers")} of the referral {(blanks == 1 ? "is" : "are")} still blank. Complete what you know first, with Complete or correct.") : [],
                .. file.JointAgencyResponse is null ? ImmutableList.Create("Say first whether a Joint Agency Response was held or is due.") : [],
            ],
            [Reason(filled, context, "Your reasons")],
            file.JointAgencyResponse is null
                ? [("Joint Agency Response", Verbs.JointAgencyResponse, ""), ("Threshold not reached", Verbs.Threshold, "below")]
                : [("Threshold reached", Verbs.Threshold, "reached"), ("Threshold not reached", Verbs.Threshold, "below")], Again(file.Threshold));
    }

    /// <summary>Operations told the referrer themselves (A4).</summary>
    public static AdaptiveCard ReferrerTold(CaseFile file, Filled filled, CardContext context) => Step(file, filled, context, "The referrer has been told",
        [file.ReferrerTold is { } told ? $"It is recorded that the referrer was told {told.How}, {Moment(told.At)}. If that is wrong, put it right; it stays on the record." : "Record how the referrer was told of the decision, when the card could not reach them."],
        [
            Problem(filled, "how"),
            new InputText(InputIds.For("how", context.Press), "How, and when?") { Value = filled["how"], MaxLength = 8000 },
        ],
        [("Save", Verbs.ReferrerTold, "yes")], Again(file.ReferrerTold));

    /// <summary>Join another referral to this one, with a reason (decision 15).</summary>
    public static AdaptiveCard Join(CaseFile file, CaseFile other, Filled filled, CardContext context) => Step(file, filled, context, "Join two referrals",
        [
            $"{other.Id}, referred by {other.Referral!.Referrer.AgencyName}, will be joined to {file.Id}. The work goes on in {file.Id}; both referrers hear the outcome. You can separate them again.",
        ],
        [Reason(filled, context, "Why are these about the same incident?")], [("Join them", Verbs.Join, "yes")], ("other", Code(other.Id)));

    /// <summary>Separate a joined referral again (decision 15).</summary>
    public static AdaptiveCard Separate(CaseFile joined, Filled filled, CardContext context) => Step(joined, filled, context, "Separate the referrals",
        [$"{joined.Id} goes on by itself again, where it stood before it was joined to {joined.JoinedTo}."],
        [Reason(filled, context, "Why are these two incidents after all?")], [("Separate them", Verbs.Separate, "yes")]);

    internal static AdaptiveCard Step(
        CaseFile file, Filled filled, CardContext context, string title, ImmutableList<string> explained, ImmutableList<Element?> inputs,
        ImmutableList<(string Title, string Verb, string Do)> buttons, params (string Key, string Value)[] more)
    {
        return Card(
        [
            .. OnTop(filled),
            Aside($"Serious incident referral {file.Id}. {char.ToUpperInvariant(Stages.Short(file.Stage)[0])}{Stages.Short(file.Stage)[1..]}."),
            Heading(title),
            .. explained.SelectMany(Told),
            .. inputs,
            Buttons(
            [
                .. buttons.Select((button, i) => (CardButton)(Button(context, button.Title, button.Verb, [("case", Code(file.Id)), (Verbs.Do, button.Do), .. more]) is var made && i == 0 ? made.Main() : made)),
                Button(context, "Back to the case", Verbs.OpenCase, ("case", Code(file.Id))),
            ]),
        ]);
    }

    /// <summary>Whether something was recorded already when the card was drawn.</summary>
    internal static (string Key, string Value) Again(object? recorded) => ("again", recorded is null ? "no" : "yes");

    /// <summary>What is wrong with the card as a whole.</summary>
    internal static IEnumerable<Element?> OnTop(Filled filled) => filled.Refusals.Where(refusal => refusal.Field is null).Select(refusal => Top(new(NoticeKind.Problem, refusal.Message)));

    internal static Container Reason(Filled filled, CardContext context, string label) => new(
    [
        .. Problem(filled, "reason") is { } wrong ? ImmutableList.Create<Element>(wrong) : [],
        new InputText(InputIds.For("reason", context.Press), label) { Value = filled["reason"], IsMultiline = true, MaxLength = 8000 },
    ]);

    internal static TextBlock? Problem(Filled filled, string field) => filled.Refusals.Find(refusal => refusal.Field == field) is { } refusal ? Wrong(refusal.Message) : null;
}
