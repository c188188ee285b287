using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.SafeguardingLeadsAnswer;

/// <summary>The safeguarding lead's agreement (D1, D9): two even buttons; the reason of a no in a step of its own.</summary>
public static class LeadCards
{
    private const int Cut = 300;

    /// <summary>Agree, or not.</summary>
    public static AdaptiveCard Agreement(LearningFile file, Filled filled, CardContext context) =>
        Card([
            filled.Refusals.IsEmpty ? null : Errors.Summary([.. filled.Refusals.Select(refusal => refusal.Message)]),
            Text(Small($"Practice learning {OnScreen.Reference(file.Ref)}. You answer as the safeguarding lead.")),
            Heading("Do you agree to refer it?") with
            {
                Spacing = "none",
            },
            Text(Plain($"By {LearningWording.DueFrom(file, Timescales.SafeguardingLeadsAnswer)}.")) with
            {
                Spacing = "small",
            },
            .. LearningForm.Facts(file, Cut),
            Buttons(
                LearningForm.Key(context, "Agree: refer it", Verbs.LearningAgreement, file, (Verbs.Do, "yes")),
                LearningForm.Key(context, "Do not agree", Verbs.LearningRefusal, file)
            ),
            Text(
                Plain(
                    $"If you agree, the Chair of the {context.Words.GroupName} reads it. If you do not, it ends here, and the referrer "
                        + "reads your reason."
                )
            ) with
            {
                Spacing = "medium",
            },
            Buttons(LearningForm.Key(context, "Read the whole referral", Verbs.LearningRead, file), Button(context, "Home", Verbs.Home)),
        ]);

    /// <summary>Why not.</summary>
    public static AdaptiveCard Refusal(LearningFile file, Filled filled, CardContext context) =>
        LearningForm.Draw(
            file,
            filled,
            context,
            "Why do you not agree?",
            "Your answer is final: nothing more is done with this referral. The referrer reads your reason, and whom else they may speak "
                + "to.",
            GroupForm.Reason(filled, context, "Your reason"),
            LearningForm.Key(context, "Do not agree", Verbs.LearningRefusal, file, (Verbs.Do, "yes"))
        );

    /// <summary>Operations say who it is.</summary>
    /// <param name="leads">The safeguarding leads of the partnership's list, by id and name.</param>
    public static AdaptiveCard Name(LearningFile file, IReadOnlyList<(string Id, string Name)> leads, Filled filled, CardContext context) =>
        LearningForm.Draw(
            file,
            filled,
            context,
            "Who is the safeguarding lead?",
            $"The referrer gave: {Inputs.Cut(file.Says.LeadName, 80)}, {Inputs.Cut(file.Says.LeadEmail, 80)}. Whom you choose is asked on "
                + "a card at once.",
            leads.Count == 0
                ? [Text(Plain("Nobody in the partnership's list is a safeguarding lead. Ask them by telephone instead."))]
                : GroupForm.Choose(filled, context, "lead", "Safeguarding lead", leads.Select(lead => new InputChoice(lead.Name, lead.Id))),
            [
                .. leads.Count == 0
                    ? Array.Empty<CardButton>()
                    : [LearningForm.Key(context, "Ask them", Verbs.LearningLead, file, (Verbs.Do, "yes")).Main()],
                LearningForm.Key(context, "Record what they said", Verbs.LearningLeadSaid, file),
            ]
        );

    /// <summary>Operations record what they said, and how it was verified.</summary>
    public static AdaptiveCard Said(LearningFile file, Filled filled, CardContext context) =>
        LearningForm.Draw(
            file,
            filled,
            context,
            "What did the lead say?",
            $"Safeguarding lead: {Inputs.Cut(file.Lead!.Display, 80)}. Referred by {Inputs.Cut(file.Referral!.Referrer.Display, 80)}, "
                + $"{Inputs.Cut(file.Referral.Referrer.AgencyName, 80)}.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "agrees",
                    "Do they agree that it is referred?",
                    [new("Yes, they agree", "yes"), new("No, they do not", "no")]
                ),
                .. GroupForm.Line(
                    filled,
                    context,
                    "verified",
                    "How did you make sure it was them?",
                    "For example: called back on the number of the agency's switchboard."
                ),
                .. GroupForm.Reason(filled, context, "If no: their reason (the referrer reads it)"),
            ],
            LearningForm.Key(context, "Record it", Verbs.LearningLeadSaid, file, (Verbs.Do, "yes"), LearningForm.Seen(file)).Main()
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class LearningWords
{
    internal static StepLines<LearningEvent, LearningFile> Lines { get; } =
        new StepLines<LearningEvent, LearningFile>()
            .Line<LeadAnswered>(
                (answered, _) =>
                    (
                        (answered.Agrees, answered.Verified.Length > 0) switch
                        {
                            (true, false) => "The safeguarding lead agrees",
                            (false, false) => "The safeguarding lead does not agree",
                            (true, true) => "The safeguarding lead agrees, as recorded for them",
                            (false, true) => "The safeguarding lead does not agree, as recorded for them",
                        },
                        string.Join(" ", new[] { answered.Reason, answered.Verified }.Where(text => text.Length > 0))
                    )
            )
            .Line<LeadNamed>((named, _) => ($"Safeguarding lead: {named.Display}", ""));

    internal static StepTexts<LearningFile> Messages { get; } =
        new StepTexts<LearningFile>().Message(CardKind.LearningAgreement, asked =>
            asked.File.Lead?.Agrees is null && asked.File.Stage == LearningStage.AwaitingSafeguardingLead
                ? (
                    "Do you agree to refer it?",
                    "A practitioner of your agency wants to refer something for practice learning and names you as the safeguarding "
                        + $"lead. Please answer by {LearningWording.DueFrom(asked.File, Timescales.SafeguardingLeadsAnswer)}."
                )
                : ("Answered", "Nothing more is asked of you here. Open it to see where it stands.")
        );

    internal static IReadOnlyList<LearningButton> Buttons { get; } =
    [
        new(10, Step.AnswerAsSafeguardingLead, Verbs.LearningAgreement, (_, _) => "Agree, or do not agree"),
        new(20, Step.RecordLeadsAnswer, Verbs.LearningLeadSaid, (file, _) =>
            file.Lead?.Agrees is null ? "Record what the lead said" : "Put right what the lead said"
        ),
        new(210, Step.NameSafeguardingLead, Verbs.LearningLead, (_, _) => "Say who the lead is"),
    ];
}
