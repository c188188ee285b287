using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>A16, B13, B22: the papers of the pack, what is missing of them by name, and what the letter to the Panel rests on.</summary>
public class PapersTests
{
    private const string Minutes = "joint-agency-response";

    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);

    [Theory]
    [InlineData(JointAgencyResponseState.Held, "not put in yet")]
    [InlineData(JointAgencyResponseState.Due, "it is still to be held, or its minutes are not here")]
    [InlineData(JointAgencyResponseState.NotKnown, "it is not known whether one was held")]
    public void The_minutes_of_a_Joint_Agency_Response_are_missed_by_what_is_known_of_it_until_they_are_put_in_B13(
        JointAgencyResponseState state,
        string missing
    )
    {
        var story = CaseStory.At(Stage.UnderReview);
        Assert.DoesNotContain(PackPapers.Of(story.File), paper => paper.Key == Minutes);
        story.Given(new RecordJointAgencyResponse(CaseStory.Id, new(state, new(2026, 11, 2), ""), "A slip."), Operations);
        Assert.Equal(missing, PackPapers.Of(story.File)[0].Missing);
        story.Given(new AddPaper(CaseStory.Id, PaperKind.JointAgencyResponseMinutes, 10, "ab", ".docx"), Operations);
        Assert.Equal((Minutes, ""), (PackPapers.Of(story.File)[0].Key, PackPapers.Of(story.File)[0].Missing));
    }

    [Fact]
    public void While_nobody_has_said_anything_of_a_Joint_Agency_Response_its_minutes_are_missed_A16_B13() =>
        Assert.Equal("it is not known whether one was held", PackPapers.Of(CaseStory.At(Stage.AwaitingThreshold).File)[0].Missing);

    [Fact]
    public void The_pack_says_of_each_agency_asked_whether_its_form_is_there_and_of_the_notification_B13()
    {
        var story = CaseStory.At(Stage.UnderReview).Returned("police").Returned("schools", known: false);
        string Missing(string key) => PackPapers.Of(story.File).Single(paper => paper.Key == key).Missing;
        Assert.Equal(
            ["", "not returned yet", "the family is not known to it", "not put in yet"],
            new[] { "return.police", "return.acute-trust", "return.schools", "notification" }.Select(Missing)
        );
        story.Given(new AddPaper(CaseStory.Id, PaperKind.NotificationCopy, 10, "ab", ".pdf"), Operations);
        Assert.Equal("", Missing("notification"));
    }

    [Fact]
    public void A_paper_is_a_PDF_or_Word_file_neither_empty_nor_too_large_and_not_there_already_A16_B13()
    {
        var story = CaseStory.At(Stage.Notified);
        AddPaper Put(long size, string extension = ".pdf", PaperKind kind = PaperKind.NotificationCopy) =>
            new(CaseStory.Id, kind, size, "0123456789ab", extension);
        Assert.Equal(("wrong-kind", "file"), Refused(story, Put(10, ".xlsx")));
        Assert.Equal(("too-large", "file"), Refused(story, Put(0)));
        Assert.Equal(("too-large", "file"), Refused(story, Put(SecureFile.LargestFile + 1)));
        story.Given(Put(SecureFile.LargestFile), Operations);
        Assert.Equal(("nothing-changed", "file"), Refused(story, Put(10)));
        story.Given(Put(10, ".docx", PaperKind.JointAgencyResponseMinutes), Operations);
        Assert.Equal(
            [$"{CaseStory.Id}-notification-01234567.pdf", $"{CaseStory.Id}-joint-agency-response-01234567.docx"],
            story.File.Review.Papers.Select(paper => paper.Name)
        );
    }

    [Fact]
    public void A_paper_put_in_once_the_pack_is_shared_goes_into_it_B13()
    {
        var story = CaseStory.At(Stage.UnderReview).Declared();
        story.Given(new AddPaper(CaseStory.Id, PaperKind.NotificationCopy, 10, "ab", ".pdf"), Operations);
        Assert.Empty(EffectsOf.Event(story.File.History[^1].Event, story.File));
        story
            .Given(new SharePack(CaseStory.Id), Operations)
            .Given(new AddPaper(CaseStory.Id, PaperKind.NotificationCopy, 10, "cd", ".pdf"), Operations);
        Assert.Equal([new Effect.KeepPack(CaseStory.Id)], EffectsOf.Event(story.File.History[^1].Event, story.File));
    }

    [Fact]
    public void A_Joint_Agency_Response_that_was_held_has_a_day_that_is_not_to_come_A16()
    {
        var story = CaseStory.At(Stage.Notified);
        RecordJointAgencyResponse Said(JointAgencyResponseState state, DateOnly? on, string note = "") =>
            new(CaseStory.Id, new(state, on, note));
        Assert.Equal(("nothing-changed", null), Refused(story, Said(JointAgencyResponseState.NotNeeded, null)));
        Assert.Equal(("date-needed", "date"), Refused(story, Said(JointAgencyResponseState.Held, null)));
        Assert.Equal(("in-future", "date"), Refused(story, Said(JointAgencyResponseState.Held, new(2026, 11, 3))));
        Assert.Equal(("too-long", "note"), Refused(story, Said(JointAgencyResponseState.Due, null, new('x', 4001))));
        story.Given(Said(JointAgencyResponseState.Due, new(2026, 11, 3)) with { Reason = "It is due after all." }, Operations);
        Assert.Equal(JointAgencyResponseState.Due, story.File.JointAgencyResponse!.State);
    }

    [Fact]
    public void The_letter_to_the_Panel_names_each_of_its_statements_that_is_not_so_B22()
    {
        Assert.Equal(
            [
                "No notification of a serious incident is recorded.",
                "The day the partnership received the notice of the incident is not recorded.",
                "The meeting has not agreed a recommendation.",
                "The day of the meeting is not recorded. Open the recommendation again and plan the meeting.",
                "Not all three partners were represented at the meeting.",
                "The three leads have not endorsed the recommendation.",
            ],
            SendReport.LetterMissing(CaseStory.At(Stage.AwaitingThreshold).File)
        );
        Assert.Equal(
            ["The three leads have not endorsed the recommendation."],
            SendReport.LetterMissing(CaseStory.At(Stage.AwaitingApproval).File)
        );
        Assert.Empty(SendReport.LetterMissing(CaseStory.At(Stage.AwaitingSubmission).File));
    }

    private static (string Code, string? Field) Refused(CaseStory story, Command command) =>
        Assert.IsType<Decision.Refused>(story.When(command, Operations)).Reasons[0] is var refusal
            ? (refusal.Code, refusal.Field)
            : default;
}
