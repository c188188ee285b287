using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>B12, B14, PD16: what is recorded of who comes and who was there is put right with a reason.</summary>
public class AttendingAgainTests
{
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);

    [Fact]
    public void The_first_attendance_and_declaration_need_no_reason_and_every_other_does_PD16()
    {
        var story = CaseStory.At(Stage.UnderReview);
        var (police, key) = (CaseStory.Senior(Role.LeadPolice), $"a-{Role.LeadPolice}");
        story.Given(new DeclareForMeeting(CaseStory.Id, key, true, true), police);
        var otherwise = new DeclareForMeeting(CaseStory.Id, key, true, false);
        Assert.Equal("reason-needed", Refused(story, otherwise, police).Code);
        Assert.Equal("too-long", Refused(story, otherwise with { Reason = new('x', 4001) }, police).Code);
        story.Given(otherwise with { Reason = "I saw the child once." }, police);
        Assert.Equal("I saw the child once.", Assert.IsType<AttendeeDeclared>(story.File.History[^1].Event).Reason);

        story.Now = story.File.Review.Meeting!.Start;
        story.Given(new RecordAttendance(CaseStory.Id, [key]), Chair);
        Assert.Null(Assert.IsType<AttendanceRecorded>(story.File.History[^1].Event).Reason);
        var more = new RecordAttendance(CaseStory.Id, [key, $"a-{Role.LeadHealth}"]);
        Assert.Equal("reason-needed", Refused(story, more, Chair).Code);
        story.Given(more with { Reason = "Came later." }, Chair);
        Assert.Equal("Came later.", Assert.IsType<AttendanceRecorded>(story.File.History[^1].Event).Reason);
    }

    private static Refusal Refused(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0];
}
