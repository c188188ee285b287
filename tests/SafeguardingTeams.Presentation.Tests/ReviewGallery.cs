using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The cards of the Rapid Review.</summary>
internal static partial class Gallery
{
    private static readonly Actor Ops = CaseStory.Somebody(Role.Operations);
    private static readonly Actor PoliceRep = CaseStory.Representative("police");

    private static CaseStory Preparing => CaseStory.At(Stage.Notified).Prepared();

    private static CaseStory Out => CaseStory.At(Stage.UnderReview);

    /// <summary>
    /// One return, one nil return, one late; records partly secured; somebody who does not count; an agency named in a return.
    /// </summary>
    internal static CaseStory Midway
    {
        get
        {
            var story = Out;
            var answers = story
                .CompleteReturn()
                .With(
                    InitialScopingV1.OtherAgencies,
                    AnswerRow.Empty("o1").With("agency", "Probation").With("details", "Knew the mother's partner.")
                );
            answers = answers.With(
                InitialScopingV1.Family,
                answers.RowsOf(InitialScopingV1.Family)[1].With("answer", "differs").With("how", "1 March 2023")
            );
            answers = answers.With(InitialScopingV1.Family, answers.RowsOf(InitialScopingV1.Family)[2].With("answer", "not-held"));
            story
                .Given(new ReturnScoping(CaseStory.Id, "police", true, answers, "on a card", ""), PoliceRep)
                .Returned("schools", known: false)
                .Declared()
                .Given(
                    new InviteAttendee(
                        CaseStory.Id,
                        new("a-extra", new("", "Housing officer", "housing@council.example"), "housing", "Housing", "Team leader", null)
                    ),
                    Ops
                )
                .Given(new DeclareForMeeting(CaseStory.Id, "a-extra", false, true), Ops)
                .Given(
                    new ConfirmSecuring(
                        CaseStory.Id,
                        "police",
                        SecuringStep.InvolvementChecked,
                        "Two custody records and one electronic file.",
                        new(2026, 11, 2)
                    ),
                    PoliceRep
                )
                .Given(
                    new ConfirmSecuring(
                        CaseStory.Id,
                        "police",
                        SecuringStep.Secured,
                        "A locked cabinet in the public protection office.",
                        new(2026, 11, 2)
                    ),
                    PoliceRep
                )
                .Given(
                    new NameNominee(CaseStory.Id, "police", new("records-police", "Records manager, police", "records@police.example"), ""),
                    PoliceRep
                )
                .Given(
                    new SecureFile(
                        CaseStory.Id,
                        "police",
                        2_345_678,
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        ".pdf",
                        "Custody records, 2024 to 2026"
                    ),
                    PoliceRep
                )
                .Given(new SharePack(CaseStory.Id), Ops);
            story.Now = CaseStory.Monday.AddDays(8);
            return story;
        }
    }

    private static CaseStory NotQuorate =>
        Midway
            .Attended(Role.LeadLocalAuthority, Role.LeadHealth)
            .Given(new RecordMeeting(CaseStory.Id, Answers.None, CaseStory.CompleteRecord(Out.File), ""), CaseStory.Somebody(Role.Chair));

    private static CaseStory ToApprove => CaseStory.At(Stage.AwaitingApproval);

    private static CaseStory ApprovalDiffers =>
        ToApprove.Approves(Role.LeadLocalAuthority, true).Approves(Role.LeadHealth, false).Approves(Role.LeadPolice, true);

    private static CaseStory ApprovalMediated =>
        ApprovalDiffers
            .Given(new AskForApprovalMediation(CaseStory.Id), CaseStory.Somebody(Role.Chair))
            .Given(
                new RecordApprovalMediation(CaseStory.Id, "They read the report together.", "Local authority and police."),
                CaseStory.Somebody(Role.Scrutineer)
            );

    private static CaseStory PanelDiffers =>
        CaseStory
            .At(Stage.AwaitingPanel)
            .Given(
                new RecordPanelAnswer(
                    CaseStory.Id,
                    false,
                    "A local review seems warranted.",
                    London.DateOf(CaseStory.At(Stage.AwaitingPanel).Now),
                    ""
                ),
                Ops
            );

    private static CardContext At(CaseStory story, Actor actor) =>
        Context(actor) with
        {
            Now = story.Now,
            Today = London.DateOf(story.Now),
        };

    private static Filled Wrong(params (string Field, string Message)[] wrong) =>
        new(
            ImmutableDictionary<string, string>.Empty.Add("typed", "x"),
            [.. wrong.Select(one => new Refusal("x", one.Message, one.Field.Length > 0 ? one.Field : null))]
        );

    private static IEnumerable<(string, AdaptiveCard)> Reviews() =>
        [
            .. ForOperations(),
            .. ForAgencies(),
            .. ForAttendees(),
            .. AtTheMeeting(),
            .. Approvals(),
            .. Kept(),
            .. ReviewForms(),
            .. ReviewCases(),
        ];
}
