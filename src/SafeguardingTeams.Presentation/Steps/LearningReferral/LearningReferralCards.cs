using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.LearningReferral;

/// <summary>Referring for practice learning: the way in, what was sent, taking it back (D1, D2, D6).</summary>
public static class LearningReferralCards
{
    /// <summary>The page from which operations hand out the Word form, and read in what comes back.</summary>
    public const string ByMail = "intake/practice-learning";

    /// <summary>What it is for, what belongs elsewhere, and where to begin (D6).</summary>
    /// <param name="leads">The safeguarding leads of the viewer's agency, by id and name.</param>
    /// <param name="meeting">The group's next meeting; null where none is planned.</param>
    public static AdaptiveCard Start(IReadOnlyList<(string Id, string Name)> leads, DateOnly? meeting, CardContext context) =>
        Card([
            Text(Small("Learning from practice")),
            Heading("Refer practice learning") with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    "Near misses, good practice, poor joint work, new worries, what children and families tell you. Nobody needs to "
                        + "have been harmed."
                )
            ) with
            {
                Spacing = "small",
            },
            new Container([
                Text(Bold("Before you begin")),
                Text(
                    Plain(
                        "Speak to your safeguarding lead: their agreement is needed. It takes about 4 minutes, and is saved page by page."
                    )
                ) with
                {
                    Spacing = "small",
                },
                .. leads.Count == 0
                    ? Array.Empty<Element>()
                    :
                    [
                        new InputChoiceSet(
                            InputIds.For("lead", context.CardInvocation),
                            "Your safeguarding lead (optional)",
                            [.. leads.Select(lead => new InputChoice(lead.Name, lead.Id))]
                        )
                        {
                            MostExpanded = 0,
                            Spacing = "small",
                        },
                    ],
                new ActionSet([
                    Button(context, "Begin", Verbs.LearningBegin).Main(),
                    Button(context, "A child died or was badly harmed", Verbs.StartReferral),
                    Button(context, "Back", Verbs.Home),
                    .. context.Viewer.Roles.Contains(Role.Operations)
                        ? [ReviewParts.Link(context, "By mail, as a Word form", ByMail)]
                        : Array.Empty<CardButton>(),
                ])
                {
                    Spacing = "medium",
                },
            ])
            {
                Style = "accent",
                Spacing = "medium",
            },
            Subheading("What belongs elsewhere") with
            {
                Spacing = "large",
            },
            Lines.Line(
                "A child is at risk now",
                $"In danger this minute: 999. Otherwise {context.Words.FrontDoorName}: {context.Words.FrontDoorTelephone}; at all other "
                    + $"times {context.Words.FrontDoorOutOfHours}",
                Plain("Ring first")
            ),
            Lines.Line(
                "How somebody who works with children behaved",
                "The local authority designated officer (LADO) looks into it.",
                Plain("LADO")
            ),
            Lines.Line("A disagreement between agencies that is still open", "Use your escalation procedure first.", Plain("Escalate")),
            Lines.Line("A complaint", "Use the complaints procedure of the agency it is about.", Plain("Complain")),
            Subheading("What happens with it") with
            {
                Spacing = "large",
            },
            Lines.Line("Your safeguarding lead agrees", "They are asked on a card, or by telephone.", Plain("Step 1")),
            Lines.Line("The Chair reads it", "Within 5 working days.", Plain("Step 2")),
            Lines.Line(
                "The group talks about it",
                meeting is { } day ? $"Next meeting: {OnScreen.FullDay(day)}" : "At its next meeting.",
                Plain("Step 3")
            ),
            Lines.Line("You are told what came of it", "A review, an audit, training, or something else.", Plain("Step 4")),
        ]);

    /// <summary>Sent: the reference, and what happens next.</summary>
    public static AdaptiveCard Sent(LearningFile file, CardContext context) =>
        Card([
            Top(new(NoticeKind.Done, "Your referral for practice learning was sent.")),
            Text(Small("Practice learning")),
            Heading($"Reference {OnScreen.Reference(file.Ref)}") with
            {
                Spacing = "none",
            },
            Text(Plain("Please use this reference, and not a child's name, in messages and on the telephone.")) with
            {
                Spacing = "small",
            },
            Buttons(
                LearningForm.Key(context, "Open the referral", Verbs.OpenLearning, file).Main(),
                LearningForm.Key(context, "A copy of what was sent", Verbs.LearningRead, file),
                Button(context, "Home", Verbs.Home)
            ),
            Subheading("What happens next") with
            {
                Spacing = "large",
            },
            file.Lead!.Agrees == true
                ? Lines.Line(
                    "The Chair chooses what happens with it",
                    $"By {LearningWording.DueFrom(file, Timescales.LearningTriage)}. You are a safeguarding lead yourself, so nobody else "
                        + "is asked.",
                    Plain("Next")
                )
                : Lines.Line(
                    $"{Inputs.Cut(file.Lead.Display, 80)} is asked to agree",
                    file.Lead.PersonId.Length > 0
                        ? $"By {LearningWording.DueFrom(file, Timescales.SafeguardingLeadsAnswer)}."
                        : $"They have no account here, so {context.Words.OperationsName} ring them, by "
                            + $"{LearningWording.DueFrom(file, Timescales.SafeguardingLeadsAnswer)}.",
                    Plain("Next")
                ),
            Lines.Line("You are told", "What the Chair chose, what the group decided, and what changed.", Plain("After that")),
        ]);

    /// <summary>Take it back.</summary>
    public static AdaptiveCard Withdraw(LearningFile file, Filled filled, CardContext context) =>
        LearningForm.Draw(
            file,
            filled,
            context,
            "Take this referral back?",
            "Nothing more is done with it. It stays on the record that it was sent and taken back.",
            GroupForm.Reason(filled, context, "Why do you take it back?"),
            LearningForm.Key(context, "Take it back", Verbs.LearningWithdraw, file, (Verbs.Do, "yes")) with
            {
                Style = "destructive",
            }
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class LearningWords
{
    internal static StepLines<LearningEvent, LearningFile> Lines { get; } =
        new StepLines<LearningEvent, LearningFile>()
            .Line<Domain.Steps.LearningReferral.LearningSubmitted>(
                (sent, _) =>
                    (
                        sent.From is { } from ? $"Referred for practice learning, from {from}" : "Referred for practice learning",
                        sent.Lead.Agrees == true ? "The referrer is a safeguarding lead." : $"Safeguarding lead: {sent.Lead.Display}"
                    )
            )
            .Line<Domain.Steps.LearningReferral.LearningReadIn>((came, _) => ($"It came {came.How}", ""))
            .Line<Domain.Steps.LearningReferral.LearningChanged>(
                (changed, _) => ($"Corrected: {Written.Count(changed.Changes.Count, "answer", "answers")}", changed.Reason)
            )
            .Line<Domain.Steps.LearningReferral.LearningWithdrawn>((withdrawn, _) => ("Taken back by the referrer", withdrawn.Reason));

    internal static StepTexts<LearningFile> Messages { get; } =
        new StepTexts<LearningFile>()
            .Message(Domain.Effects.CardKind.LearningProgress, asked =>
                LearningJoining.LearningJoiningCards.Told(asked)
                ?? LearningTriage.LearningWords.PutRight(asked)
                ?? Progress(asked.File, asked.Words)
            )
            .Message(Domain.Effects.CardKind.LearningNews, asked => News(asked.File));

    internal static IReadOnlyList<LearningButton> Buttons { get; } =
    [
        new(300, Step.ChangeLearning, Verbs.LearningChange, (_, _) => "Correct or complete it"),
        new(900, Step.WithdrawLearning, Verbs.LearningWithdraw, (_, _) => "Take it back"),
    ];

    /// <summary>To the referrer: where it stands (D8). No fact of it.</summary>
    private static (string, string) Progress(LearningFile file, PartnershipWords words) =>
        file.Stage switch
        {
            LearningStage.NotStarted or LearningStage.AwaitingSafeguardingLead => (
                "Your referral was received",
                file.Lead is { PersonId.Length: 0 }
                    ? $"{words.OperationsName} ask your safeguarding lead whether they agree. You are told what comes of it."
                    : "Your safeguarding lead is asked whether they agree. You are told what comes of it."
            ),
            LearningStage.AwaitingTriage => (
                "Your referral was received",
                "Your safeguarding lead agrees. The Chair of the group chooses what happens with it, by "
                    + $"{LearningWording.DueFrom(file, Timescales.LearningTriage)}."
            ),
            LearningStage.AwaitingMeeting => (
                "The group will talk about it",
                file.Way!.Way == LearningWay.SpecialMeeting
                    ? "The Chair has put it before a special meeting of the group. You are told what the group decides."
                    : "The Chair has put it before the group's next meeting. You are told what the group decides."
            ),
            LearningStage.Decided => ("The group has decided", "Open it to read what was decided and what happens now. Thank you."),
            LearningStage.NotAgreed => (
                "Your lead does not agree",
                "Your safeguarding lead does not agree that it is referred. Open it to read why, and whom else you may speak to."
            ),
            LearningStage.NotForTheGroup => (
                "Not for the group",
                "The Chair has decided that this is not for the group. Open it to read why."
            ),
            LearningStage.WithTheMash => (
                $"It goes to {words.Mash}",
                $"The Chair thinks that this looks serious. It has gone to {words.Mash} as a referral of a serious incident, with what you "
                    + "wrote; you need not type anything again."
            ),
            LearningStage.Withdrawn => ("You took it back", "Nothing more is done with it."),
            LearningStage.Joined => LearningJoining.LearningJoiningCards.Progress(file.Course!, words),
        };

    private static (string, string) News(LearningFile file) =>
        file.Stage switch
        {
            LearningStage.NotStarted => ("Not sent", "Nothing is asked of you."),
            LearningStage.AwaitingSafeguardingLead when file.Lead is { PersonId.Length: 0 } => (
                "Ask a safeguarding lead",
                "A referral for practice learning names a safeguarding lead who has no account here. Open it, ask them, and record what "
                    + $"they say, by {LearningWording.DueFrom(file, Timescales.SafeguardingLeadsAnswer)}."
            ),
            _ when file is { TellsByPerson: true, OpenQuestion: not null } => (
                "Ask the referrer",
                "Whoever referred practice learning has no account here, and there is a question to them. Open it, ask them, and record "
                    + "what they say."
            ),
            _ when file is { TellsByPerson: true, OwesReferrer: true }
                    && file.Clock(Timescales.LearningReferrerTold.Id) is not { Runs: true } => (
                "Tell the referrer",
                $"Whoever referred practice learning has no account here. It is {LearningWording.Short(file.Stage)}: tell them, and "
                    + "record how."
            ),
            LearningStage.AwaitingSafeguardingLead or LearningStage.AwaitingTriage => (
                "Practice learning was referred",
                $"It is {LearningWording.Short(file.Stage)}. Nothing is asked of you now."
            ),
            _ => (
                LearningWording.Heading(file.Stage),
                file.OwesReferrer
                    ? "The referrer is to be told, by "
                        + LearningWording.DueFrom(file, Timescales.LearningReferrerTold)
                        + (file.TellsByPerson ? "; they have no account here, so you tell them." : "; a card goes to them by itself.")
                    : $"A referral for practice learning is {LearningWording.Short(file.Stage)}."
            ),
        };
}

/// <summary>Its button on the card of a case below the threshold: to whoever referred, with nothing to type again (A4).</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Waiting, 5, Verbs.LearningCarry, look =>
            look.File.Stage == Domain.Cases.Stage.BelowThreshold && look.File.Referral!.Referrer.PersonId == look.Viewer.PersonId
                ? "Refer it for learning"
                : null
        ),
    ];
}
