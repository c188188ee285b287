using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.ActionProgress;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Steps.ActionTime;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Actions;

/// <content>From agreed to changed.</content>
public partial class ActionTests
{
    [Fact]
    public void Done_accepted_and_changed_are_three_facts_C19()
    {
        var story = ActionStory.At(ActionStage.Done);
        Assert.Equal(ActionStory.Meeting, story.File.Clock(Timescales.ActionAcceptance.Id)!.Deadline.DueDay);
        Assert.False(story.File.Clock(Timescales.ActionDue.Id)!.Runs);
        Assert.Contains(
            new Effect.ShowCard(Id, CardKind.ActionDone, new Recipient.HoldersOf(Role.Chair)) { About = Topic.Round(1) },
            Followed(story.File)
        );
        story.Given(new AcceptAction(Id, "Well done."), Chair);
        Assert.Equal((ActionStage.Accepted, true), (story.File.Stage, story.File.IsListedForMeeting));
        Assert.Equal(new DateOnly(2027, 5, 2), story.File.Clock(Timescales.ActionImpact.Id)!.Deadline.DueDay);
        story.Given(new ReportImpact(Id, "Half of them."), Owner);
        Assert.Contains(
            new Effect.ShowCard(Id, CardKind.ActionImpact, new Recipient.HoldersOf(Role.Operations)) { About = Topic.Round(1) },
            Followed(story.File)
        );
        story.Given(new CheckImpact(Id, ImpactFound.Partly, "Ten of twenty records.", new(2027, 3, 1)), Operations);
        Assert.Equal((ActionStage.Accepted, new DateOnly(2027, 3, 1)), (story.File.Stage, Runs(story.File).DueDay));
        story
            .Given(new ReportImpact(Id, "All of them."), Owner)
            .Given(new CheckImpact(Id, ImpactFound.Changed, "Twenty of twenty records."), Chair);
        Assert.Equal(ActionStage.Changed, story.File.Stage);
        Assert.DoesNotContain(story.File.Clocks, clock => clock.Runs);
        Assert.Empty(ActionTask.Of(story.File));
        Assert.Equal([ImpactFound.Partly, ImpactFound.Changed], story.File.Impact.Select(one => one.Found!.Value));
    }

    [Fact]
    public void A_file_that_shows_it_gets_a_name_of_its_own_and_wrong_kinds_sizes_and_the_same_again_are_refused_C5_C19_F2()
    {
        string Why(long size, string sha, string extension) =>
            ActionStory.At(ActionStage.Agreed).Given(File('a'), Owner).When(new AddEvidenceFile(Id, size, sha, extension), Owner)
                is Decision.Refused refused
                ? refused.Reasons[0].Code
                : "";
        Assert.Equal("wrong-kind", Why(1, new('b', 64), ".exe"));
        Assert.Equal("too-large", Why(0, new('b', 64), ".pdf"));
        Assert.Equal("too-large", Why(AddEvidenceFile.LargestFile + 1, new('b', 64), ".pdf"));
        Assert.Equal("nothing-changed", Why(1, new('a', 64), ".pdf"));
        Assert.Equal("", Why(AddEvidenceFile.LargestFile, new('b', 64), ".png"));
        var story = ActionStory.At(ActionStage.Accepted);
        for (var n = 0; n < AddEvidenceFile.MostFiles; n++)
        {
            story.Given(File((char)('a' + n)), Owner);
        }

        Assert.Equal($"{Id}-evidence-12.pdf", KeptFile.Of(story.File).Last().Document.Name);
        Assert.Equal("too-many", Assert.IsType<Decision.Refused>(story.When(File('z'), Owner)).Reasons[0].Code);

        // Of an owner in the file nobody else adds one; of one entered by hand, operations do.
        Assert.Equal(Refusal.NotYours, Assert.IsType<Decision.Refused>(story.When(File('z'), Operations)).Reasons[0]);
        Assert.Single(KeptFile.Of(ActionStory.At(ActionStage.Agreed, ActionStory.Outside).Given(File('a'), Operations).File));

        static AddEvidenceFile File(char of) => new(Id, 2048, new(of, 64), ".pdf");
    }

    [Theory]
    [InlineData(ImpactFound.Partly)]
    [InlineData(ImpactFound.Not)]
    [InlineData(ImpactFound.TooEarly)]
    public void Whatever_has_not_changed_is_looked_at_again_C19(ImpactFound found)
    {
        var file = ActionStory
            .At(ActionStage.Accepted)
            .Given(new ReportImpact(Id, "Not yet."), Owner)
            .Given(new CheckImpact(Id, found, "By the audit."), Chair)
            .File;
        Assert.Equal((ActionStage.Accepted, new DateOnly(2027, 5, 2)), (file.Stage, Runs(file).DueDay));
        Assert.Equal(TaskKind.ReportImpact, Assert.Single(ActionTask.Of(file)).Task.Kind);
    }

    [Fact]
    public void Owner_and_accepter_differ_and_the_deputy_accepts_what_the_Chair_owns_C19()
    {
        var own = ActionStory
            .At(ActionStage.NotStarted)
            .Given(ActionStory.Agree(ActionStory.Plan(ActionOwner.OfTheFile(Chair.PersonId))), Operations);
        own.Given(new ReportActionDone(Id, "The protocol.", ""), Chair);
        Assert.Equal([Refusal.NotYours], Assert.IsType<Decision.Refused>(own.When(new AcceptAction(Id, ""), Chair)).Reasons);
        Assert.Equal([Refusal.NotYours], Assert.IsType<Decision.Refused>(own.When(new ReturnAction(Id, "No."), Chair)).Reasons);
        own.Given(new AcceptAction(Id, ""), ActionStory.DeputyChair);
        Assert.Contains(Role.Chair, own.File.History[^1].By.Roles);
    }

    [Fact]
    public void Who_owns_it_does_not_record_what_it_has_changed_C19()
    {
        var own = ActionStory
            .At(ActionStage.NotStarted)
            .Given(ActionStory.Agree(ActionStory.Plan(ActionOwner.OfTheFile(Operations.PersonId))), Chair);
        own.Given(new ReportActionDone(Id, "The protocol.", ""), Operations)
            .Given(new AcceptAction(Id, ""), Chair)
            .Given(new ReportImpact(Id, "All."), Operations);
        var refused = Assert.IsType<Decision.Refused>(own.When(new CheckImpact(Id, ImpactFound.Changed, "By us."), Operations));
        Assert.Equal("own-action", Assert.Single(refused.Reasons).Code);
        var withdrawn = Assert.IsType<Decision.Refused>(own.When(new WithdrawAction(Id, "Not now."), Operations));
        Assert.Equal("own-action", Assert.Single(withdrawn.Reasons).Code);
        own.Given(new CheckImpact(Id, ImpactFound.Changed, "By the audit."), Chair);
    }

    [Fact]
    public void What_it_changed_is_said_by_the_owner_first_C19()
    {
        Assert.Equal(
            "impact-first",
            Assert.Single(Refused(new CheckImpact(Id, ImpactFound.Changed, "x"), Chair, ActionStage.Accepted)).Code
        );
        var said = ActionStory.At(ActionStage.Accepted).Given(new ReportImpact(Id, "All."), Owner);
        Assert.Equal([Refusal.Overtaken], Assert.IsType<Decision.Refused>(said.When(new ReportImpact(Id, "All."), Owner)).Reasons);
    }

    [Fact]
    public void An_action_returned_is_to_be_done_still_by_its_date_and_late_at_once_where_that_is_past_C19()
    {
        var story = ActionStory.At(ActionStage.Done).On(new(2027, 2, 3, 10, 0, 0, TimeSpan.Zero));
        story.Given(new ReturnAction(Id, "The list is missing."), Chair);
        Assert.Equal((ActionStage.Agreed, "The list is missing."), (story.File.Stage, story.File.LastReport!.Returned));
        Assert.Equal(ActionStory.Due, Runs(story.File).DueDay);
        Assert.Equal(
            [(new DateOnly(2027, 2, 4), Role.ActionOwner), (new(2027, 2, 5), Role.GroupMember)],
            Runs(story.File).Chases.Take(2).Select(chase => (London.DateOf(chase.At), chase.To[0].Role))
        );
        Assert.Contains(
            new Effect.ShowCard(Id, CardKind.ActionReturned, new Recipient.ThePerson("the-owner")) { About = Topic.Round(1) },
            Followed(story.File)
        );
    }

    [Fact]
    public void More_time_needs_a_reason_and_the_Chair_and_the_first_date_stays_visible_C20()
    {
        var later = new DateOnly(2027, 3, 26);
        Assert.Equal(
            ["until", "reason"],
            Refused(new AskForMoreTime(Id, ActionStory.Due, " "), Owner, ActionStage.Agreed).Select(one => one.Field)
        );
        var story = ActionStory.At(ActionStage.Agreed).Given(new AskForMoreTime(Id, later, "The trainer is ill."), Owner);
        Assert.Equal(
            "time-asked",
            Assert.Single(Assert.IsType<Decision.Refused>(story.When(new AskForMoreTime(Id, later, "x"), Owner)).Reasons).Code
        );
        Assert.Equal([TaskKind.DoAction, TaskKind.AnswerMoreTime], ActionTask.Of(story.File).Select(one => one.Task.Kind));
        var no = Assert.IsType<Decision.Refused>(story.When(new AnswerMoreTime(Id, false, ""), Chair));
        Assert.Equal("reason", Assert.Single(no.Reasons).Field);
        story.Given(new AnswerMoreTime(Id, false, "Train half of them first."), Chair);
        Assert.Equal((ActionStory.Due, 0), (story.File.Due, story.File.Extensions));
        story.Given(new AskForMoreTime(Id, later, "Half are trained."), Owner).Given(new AnswerMoreTime(Id, true, ""), Chair);
        Assert.Equal(
            (ActionStory.Due, later, 1, later),
            (story.File.FirstDue, story.File.Due, story.File.Extensions, Runs(story.File).DueDay)
        );
        Assert.Contains(
            new Effect.ShowCard(Id, CardKind.ActionTimeAnswered, new Recipient.ThePerson("the-owner")) { About = Topic.Round(2) },
            Followed(story.File)
        );
        Assert.Equal([Refusal.Overtaken], Assert.IsType<Decision.Refused>(story.When(new AnswerMoreTime(Id, true, ""), Chair)).Reasons);
    }

    [Fact]
    public void More_time_is_not_agreed_to_a_date_that_is_past_C20()
    {
        var story = ActionStory.At(ActionStage.Agreed).Given(new AskForMoreTime(Id, new(2027, 2, 5), "Soon."), Owner);
        story.Now = new(2027, 2, 8, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            "past",
            Assert.Single(Assert.IsType<Decision.Refused>(story.When(new AnswerMoreTime(Id, true, ""), Chair)).Reasons).Code
        );
    }

    [Fact]
    public void Done_leaves_no_question_whether_there_is_more_time()
    {
        var file = ActionStory
            .At(ActionStage.Agreed)
            .Given(new AskForMoreTime(Id, new(2027, 3, 26), "The trainer is ill."), Owner)
            .Given(new ReportActionDone(Id, "The protocol.", ""), Owner)
            .Given(new ReturnAction(Id, "The list is missing."), Chair)
            .File;
        Assert.Null(file.OpenMoreTime);
        Assert.Single(file.MoreTime);
    }

    [Fact]
    public void Who_has_no_account_is_asked_by_operations_who_say_how_it_was_verified_C5()
    {
        var story = ActionStory.At(ActionStage.Agreed, ActionStory.Outside);
        Assert.Equal(
            new Effect.ShowCard(Id, CardKind.ActionTask, new Recipient.HoldersOf(Role.Operations)) { About = Topic.Round(1) },
            Assert.Single(Followed(story.File).OfType<Effect.ShowCard>())
        );
        Assert.Equal(TaskKind.AskActionOwner, Assert.Single(ActionTask.Of(story.File)).Task.Kind);
        foreach (
            var command in new ActionCommand[]
            {
                new ReportProgress(Id, ProgressState.OnTrack, ""),
                new ReportActionDone(Id, "The protocol.", ""),
                new AskForMoreTime(Id, new(2027, 3, 26), "Ill."),
            }
        )
        {
            Assert.Equal("verified", Assert.Single(Assert.IsType<Decision.Refused>(story.When(command, Operations)).Reasons).Field);
        }

        story.Given(new ReportProgress(Id, ProgressState.OnTrack, "Half done.", "Rung back by the switchboard."), Operations);
        Assert.Equal("Rung back by the switchboard.", story.File.Progress[0].Verified);
        Assert.Equal(ActionStage.Changed, ActionStory.At(ActionStage.Changed, ActionStory.Outside).File.Stage);
    }

    [Fact]
    public void Operations_do_not_speak_for_an_owner_who_has_an_account_C5() =>
        Assert.Equal(
            [Refusal.NotYours],
            Refused(new ReportProgress(Id, ProgressState.OnTrack, "x", "Rung back."), Operations, ActionStage.Agreed)
        );

    [Fact]
    public void At_risk_or_blocked_needs_a_why_and_what_was_said_last_is_not_said_again()
    {
        Assert.Equal("text", Assert.Single(Refused(new ReportProgress(Id, ProgressState.AtRisk, ""), Owner, ActionStage.Agreed)).Field);
        var story = ActionStory.At(ActionStage.Agreed).Given(new ReportProgress(Id, ProgressState.OnTrack, ""), Owner);
        Assert.Equal(
            "nothing-changed",
            Assert
                .Single(Assert.IsType<Decision.Refused>(story.When(new ReportProgress(Id, ProgressState.OnTrack, ""), Owner)).Reasons)
                .Code
        );
    }

    [Theory]
    [InlineData("trust.example/protocol")]
    [InlineData("http://trust.example")]
    [InlineData("javascript:alert(1)")]
    public void Evidence_is_needed_and_a_link_is_a_whole_safe_address_C19(string link) =>
        Assert.Equal(
            ["evidence", "link"],
            Refused(new ReportActionDone(Id, " ", link), Owner, ActionStage.Agreed).Select(one => one.Field)
        );

    [Fact]
    public void It_is_looked_at_within_twelve_months_C19()
    {
        foreach (var day in new DateOnly[] { new(2026, 11, 2), new(2027, 11, 3) })
        {
            Assert.Equal("impact", Assert.Single(Refused(new AcceptAction(Id, "", day), Chair, ActionStage.Done)).Field);
        }

        ActionStory.At(ActionStage.Done).Given(new AcceptAction(Id, "", new(2027, 11, 2)), Chair);
    }

    private static Deadline Runs(ActionFile file) => Assert.Single(file.Clocks, clock => clock.Runs).Deadline;
}
