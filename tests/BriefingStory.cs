using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.BriefingAnswers;
using SafeguardingTeams.Domain.Steps.BriefingApproval;
using SafeguardingTeams.Domain.Steps.BriefingChecking;
using SafeguardingTeams.Domain.Steps.BriefingEnding;
using SafeguardingTeams.Domain.Steps.BriefingSending;
using SafeguardingTeams.Domain.Steps.BriefingWriting;

namespace SafeguardingTeams.Tests;

/// <summary>A briefing: given events, when a command, then events or refusals.</summary>
internal sealed class BriefingStory() : RecordStory<BriefingFile, BriefingStory>(new BriefingFile(Id))
{
    internal static readonly RecordRef Id = RecordRef.Parse("GSCP-BR-2222-3333");

    internal static Actor Chair { get; } = CaseStory.Somebody(Role.Chair);

    internal static Actor Operations { get; } = CaseStory.Somebody(Role.Operations);

    internal static Actor Scrutineer { get; } = CaseStory.Somebody(Role.Scrutineer);

    /// <summary>The member of the group of an agency it is sent to.</summary>
    internal static Actor Member { get; } = ActionStory.Member;

    internal static AddressedBody Trust { get; } = new("trust", "Trust");

    internal static AddressedBody Police { get; } = new("police", "Police");

    internal static BriefingPlan Plan(BriefingPurpose purpose = BriefingPurpose.SevenMinutes, RecordRef? source = null) =>
        new(
            purpose,
            source ?? CaseStory.Id,
            null,
            BriefingAudience.NamedAgencies,
            purpose == BriefingPurpose.SevenMinutes ? [Trust, Police] : []
        );

    internal static BeginBriefing Begin(BriefingPurpose purpose = BriefingPurpose.SevenMinutes) => new(Id, Plan(purpose));

    /// <summary>Every box of a form, and what stands at the foot and behind it.</summary>
    internal static Answers Boxes(BriefingPurpose purpose = BriefingPurpose.SevenMinutes, string happened = "") =>
        BriefingForms
            .Of(purpose)
            .Pages.OfType<Page.Single>()
            .SelectMany(page => page.Questions.Select(question => (page, question)))
            .Aggregate(Answers.None, (answers, one) => answers.With(
                    one.page.Id,
                    one.question.Id,
                    one.question.Id switch
                    {
                        BriefingForms.Title => "Bruises on babies who are not mobile yet",
                        BriefingForms.ReviewOn => "2027-11-02",
                        BriefingForms.Contact => "The operational team, at its mailbox",
                        BriefingForms.Replaced => "The season, the place and how many services there were.",
                        "happened" when happened.Length > 0 => happened,
                        _ => "Three services each had a part of the picture, and none had the whole.",
                    }
                ));

    internal static WriteBriefing Write(Answers? before = null, Answers? answers = null) =>
        new(Id, before, answers ?? Boxes()) { Source = CaseStory.Id };

    internal static CheckBriefing Check(bool passes = true) =>
        new(
            Id,
            passes,
            passes ? [.. Enum.GetValues<CheckedFor>()] : [],
            passes ? "Who knows the street may still put it together." : "",
            passes ? "" : "The season gives it away."
        );

    internal static BriefingUsed Used(string agency = "trust", string verified = "") =>
        new(
            agency,
            "Two teams of health visitors",
            14,
            [BriefingUse.TeamMeeting, BriefingUse.Supervision],
            "Nobody knew whom to ring at night.",
            "The number stands on the wall.",
            "Can there be one number for all?",
            "",
            verified
        );

    /// <summary>A briefing that stands where this one does.</summary>
    internal static BriefingStory From(BriefingFile file) => new() { File = file };

    /// <summary>The shortest way to a stage.</summary>
    internal static BriefingStory At(BriefingStage stage, BriefingPurpose purpose = BriefingPurpose.SevenMinutes) =>
        stage switch
        {
            BriefingStage.NotStarted => new(),
            BriefingStage.Writing => new BriefingStory().Given(Begin(purpose), Operations),
            BriefingStage.Checking => At(BriefingStage.Writing, purpose).Given(Write(answers: Boxes(purpose)), Operations),
            BriefingStage.WithChair => At(BriefingStage.Checking, purpose).Given(Check(), Scrutineer),
            BriefingStage.Approved => At(BriefingStage.WithChair, purpose).Given(new ApproveBriefing(Id, true, ""), Chair),
            BriefingStage.Sent => At(BriefingStage.Approved, purpose).Given(new SendBriefing(Id), Operations),
            BriefingStage.Closed => At(BriefingStage.Sent, purpose)
                .Given(new CloseBriefing(Id, "The rest was told at a meeting."), Operations),
            BriefingStage.Withdrawn => At(BriefingStage.Sent, purpose).Given(new WithdrawBriefing(Id, "It can be known again."), Chair),
        };

    /// <summary>A name that stands in the case a briefing comes from.</summary>
    internal const string Name = "Zqxchild";

    private static readonly RecordFile Learning = LearningStory.At(LearningStage.Decided).File;
    private static readonly RecordFile Review = ReviewStory.At(ReviewStage.Accepted).File;
    private static readonly RecordFile Case = WithAName(CaseStory.At(Domain.Cases.Stage.PanelAnswered).File);

    /// <summary>What a briefing comes from.</summary>
    internal static RecordFile Source(RecordRef record) =>
        record.Kind switch
        {
            RecordKind.Learning => Learning,
            RecordKind.Review => Review,
            _ => Case,
        };

    private static Domain.Cases.CaseFile WithAName(Domain.Cases.CaseFile file) =>
        file with
        {
            Review = file.Review with { Request = file.Review.Request.With("children", AnswerRow.Empty("named").With("name", Name)) },
        };

    private protected override RecordFile Other(RecordRef record) => Source(record);
}
