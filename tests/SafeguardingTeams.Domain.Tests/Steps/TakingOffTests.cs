using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>B2, F2, PD16: an agency that was asked by mistake is taken off, and can be asked again.</summary>
public class TakingOffTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Schools = CaseStory.Representative("schools");
    private static readonly TakeOffAgency Command = new(CaseStory.Id, "schools", "It is another school of that name.");

    [Fact]
    public void Its_representative_and_nominee_have_no_part_at_once_and_nothing_runs_or_waits_F2()
    {
        var nominee = CaseStory.Person("records-schools");
        var story = CaseStory
            .At(Stage.UnderReview)
            .Given(
                new NameNominee(CaseStory.Id, "schools", new(nominee.PersonId, "Records manager", "records@schools.example"), ""),
                Schools
            );
        foreach (var named in NamedAgencies.Unasked(story.File))
        {
            story.Given(new LeaveOut(CaseStory.Id, named, "Asked under another name."), Operations);
        }

        Assert.True(Permissions.Sees(story.File, Schools) && Permissions.Sees(story.File, nominee));

        story.Given(Command, Operations);

        Assert.False(Permissions.Sees(story.File, Schools) || Permissions.Sees(story.File, nominee));
        Assert.False(story.File.Clock(ReturnClock.Id("schools"))!.Runs || story.File.Clock(SecuringClock.Id("schools"))!.Runs);
        Assert.DoesNotContain(CaseTask.Of(story.File), task => task.PersonId == Schools.PersonId || task.Kind == TaskKind.AskNamedAgency);
        Assert.DoesNotContain("The schools", NamedAgencies.Unasked(story.File));
        Assert.DoesNotContain(PackPapers.Of(story.File), paper => paper.Key == "return.schools");
        var off = story.File.Review.Agency("schools")!.TakenOff!;
        Assert.Equal(("It is another school of that name.", story.Now), (off.Reason, off.At));
        Assert.Contains("operations", off.By, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_told_by_mail_its_message_is_put_right_and_folder_and_invitation_are_closed()
    {
        var story = CaseStory
            .At(Stage.UnderReview)
            .Given(new NameNominee(CaseStory.Id, "schools", new("n", "Records manager", "records@schools.example"), ""), Schools)
            .Given(Command, Operations);
        var follows = EffectsOf.Event(story.File.History[^1].Event, story.File);
        var about = Topic.Agency("schools", story.File.Version);
        Assert.Contains(new Effect.SendMail(CaseStory.Id, MailKind.AskedByMistake, about), follows);
        Assert.Contains(new Effect.SendMail(CaseStory.Id, MailKind.NomineeEnded, about), follows);
        Assert.Contains(new Effect.KeepFolders(CaseStory.Id, "schools"), follows);
        Assert.Contains(new Effect.KeepMeeting(CaseStory.Id), follows);
        Assert.Contains(follows.OfType<Effect.ShowCard>(), card =>
            card is { Kind: CardKind.ScopingTask, OnlyIfShown: true, To: Recipient.RepresentativeOf { Agency: "schools" } }
        );
        Assert.Contains(follows.OfType<Effect.ShowCard>(), card =>
            card is { Kind: CardKind.NomineeTask, OnlyIfShown: true, To: Recipient.ThePerson { PersonId: "n" } }
        );
    }

    [Fact]
    public void Who_was_to_come_for_it_is_no_longer_invited_and_who_was_there_stays_in_the_record_B12()
    {
        var story = CaseStory.At(Stage.UnderReview);
        foreach (var key in new[] { "a-one", "a-two" })
        {
            story.Given(
                new InviteAttendee(CaseStory.Id, new(key, new("", key, $"{key}@schools.example"), "schools", "The schools", "Head", null)),
                Operations
            );
        }

        story.Now = story.File.Review.Meeting!.Start;
        story.Given(new RecordAttendance(CaseStory.Id, ["a-two"]), Operations).Given(Command, Operations);
        Assert.Equal(["a-two"], story.File.Review.Attendees.Where(one => one.AgencyKey == "schools").Select(one => one.Key));
    }

    [Fact]
    public void It_is_asked_again_with_a_letter_and_a_date_of_its_own()
    {
        var story = CaseStory.At(Stage.UnderReview).Returned("schools", known: false).Given(Command, Operations);
        story.Now = London.Instant(new(2026, 11, 4), new(9, 0));
        story.Given(new AskAgency(CaseStory.Id, "schools"), Operations);
        var agency = story.File.Review.Agency("schools")!;
        Assert.Equal((null, null, story.Now), (agency.TakenOff, agency.Return, agency.AskedAt));
        Assert.True(Permissions.Sees(story.File, Schools));
        Assert.True(story.File.Clock(ReturnClock.Id("schools"))!.Runs && story.File.Clock(SecuringClock.Id("schools"))!.Runs);
        Assert.Equal(new DateOnly(2026, 11, 4), story.File.Clock(ReturnClock.Id("schools"))!.Deadline.AnchorDay);

        // A mail of one topic is sent once: the second letter is another than the first.
        var letters = Letters(story.File).ToList();
        Assert.Equal(2, letters.Count);
        Assert.Equal(2, letters.Distinct().Count());
    }

    [Fact]
    public void A_return_is_not_waited_for_again_where_the_recommendation_is_opened_again()
    {
        var story = CaseStory.At(Stage.AwaitingSubmission).Given(Command, Operations);
        story.Given(new ReopenRecommendation(CaseStory.Id, "A wrong letter."), Operations);
        Assert.True(story.File.Clock(ReturnClock.Id("police"))!.Runs);
        Assert.False(story.File.Clock(ReturnClock.Id("schools"))!.Runs);
    }

    [Fact]
    public void It_needs_a_reason_and_not_where_it_knows_the_family_or_was_never_asked()
    {
        var story = CaseStory.At(Stage.UnderReview).Returned("schools");
        Assert.Equal("knows-the-family", Code(story, Command));
        Assert.Equal("reason-needed", Code(story, Command with { Key = "police", Reason = " " }));
        Assert.Equal("overtaken", Code(story, Command with { Key = "nobody" }));
        Assert.Equal("not-yours", Code(story, Command with { Key = "police" }, Schools));
        story.Given(new ReturnScoping(CaseStory.Id, "schools", false, Answers.None, "on a card", "Another family.", Again: true), Schools);
        story.Given(Command, Operations);
        Assert.Equal("overtaken", Code(story, Command));
    }

    private static string Code(CaseStory story, TakeOffAgency command, Actor? actor = null) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor ?? Operations)).Reasons[0].Code;

    private static IEnumerable<Topic> Letters(CaseFile file)
    {
        var then = new CaseFile(file.Id);
        foreach (var recorded in file.History)
        {
            then = Replay.Next(then, recorded);
            foreach (var mail in EffectsOf.Event((CaseEvent)recorded.Event, then).OfType<Effect.SendMail>())
            {
                if (mail.Kind == MailKind.ScopingLetter && mail.About.Name == "schools")
                {
                    yield return mail.About;
                }
            }
        }
    }
}
