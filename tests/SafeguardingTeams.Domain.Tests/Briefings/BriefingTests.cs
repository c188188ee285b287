using SafeguardingTeams.Domain.Anonymity;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingAnswers;
using SafeguardingTeams.Domain.Steps.BriefingApproval;
using SafeguardingTeams.Domain.Steps.BriefingChecking;
using SafeguardingTeams.Domain.Steps.BriefingEnding;
using SafeguardingTeams.Domain.Steps.BriefingKeeping;
using SafeguardingTeams.Domain.Steps.BriefingReminders;
using SafeguardingTeams.Domain.Steps.BriefingSending;
using SafeguardingTeams.Domain.Steps.BriefingWriting;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Briefings;

/// <summary>Briefings, copies for training, papers for the TriBorough group: D4, E11, E20, E23, E26, F2.</summary>
public partial class BriefingTests
{
    private static readonly RecordRef Id = BriefingStory.Id;
    private static readonly Actor Chair = BriefingStory.Chair;
    private static readonly Actor Operations = BriefingStory.Operations;
    private static readonly Actor Scrutineer = BriefingStory.Scrutineer;

    [Fact]
    public void Every_command_is_refused_to_every_role_at_every_stage_where_the_table_does_not_allow_it_E20()
    {
        foreach (var before in Enum.GetValues<BriefingStage>().Select(stage => BriefingStory.At(stage).File))
        {
            var stage = before.Stage;
            foreach (var actor in Everybody())
            {
                foreach (var command in EveryCommand())
                {
                    var story = BriefingStory.From(before);
                    var decision = story.When(command, actor);
                    var isTheirs = command.Step == Step.AnswerBriefing && BriefingPermissions.AnswersForTheirs(before, actor);
                    var allowed =
                        isTheirs
                        || BriefingPermissions.Table.Any(row =>
                            row.Step == command.Step && row.Stages.Contains(stage) && row.Roles.Any(before.RolesOf(actor).Contains)
                        );
                    if (!allowed)
                    {
                        var reason = Assert.Single(Assert.IsType<Decision.Refused>(decision).Reasons);
                        Assert.True(
                            BriefingPermissions.Sees(before, actor) == (reason != Refusal.NotFound),
                            $"{command.Step} by {actor.PersonId} at {stage}: {reason.Code}"
                        );
                        Assert.Same(before, story.File);
                    }
                    else if (decision is Decision.Refused refused)
                    {
                        Assert.DoesNotContain(refused.Reasons, reason => reason == Refusal.NotFound && !isTheirs);
                    }
                }
            }
        }

        Assert.Equal(
            BriefingPermissions.Table.Select(row => row.Step).Order().Distinct(),
            EveryCommand().Select(command => command.Step).Distinct().Order()
        );
    }

    [Fact]
    public void Nobody_without_a_part_learns_that_there_is_one_F2()
    {
        Role[] withAPart = [.. BriefingPermissions.Reading, Role.ThisSystem];
        Actor[] strangers =
        [
            ActionStory.AgencyLead,
            ActionStory.Owner,
            .. Enum.GetValues<Role>().Except(withAPart).Select(role => CaseStory.Somebody(role)),
        ];
        foreach (var stage in Enum.GetValues<BriefingStage>().Except([BriefingStage.NotStarted]))
        {
            var file = BriefingStory.At(stage).File;
            Assert.All(strangers, stranger =>
            {
                Assert.False(BriefingPermissions.Sees(file, stranger));
                Assert.All(Enum.GetValues<Step>(), step => Assert.Equal(Refusal.NotFound, file.Refuse(step, stranger)));
            });
        }
    }

    [Fact]
    public void Whoever_wrote_it_neither_checks_nor_approves_it_E26()
    {
        var story = BriefingStory.At(BriefingStage.Writing).Given(BriefingStory.Write(), Chair);
        Refused(story, BriefingStory.Check(), Chair, "authors-own");
        story.Given(BriefingStory.Check(), Operations);
        Refused(story, new ApproveBriefing(Id, true, ""), Chair, "authors-own");
        // The Chair's deputy does, who has no part in one that the Chair did not write.
        Assert.Contains(Role.Chair, story.File.RolesOf(ActionStory.DeputyChair));
        Assert.Equal([Chair.PersonId], story.File.AssignmentOf(Role.Chair).StoodAside);
        story.Given(new ApproveBriefing(Id, true, ""), ActionStory.DeputyChair);
        Assert.Equal(
            (BriefingStage.Approved, ActionStory.DeputyChair.PersonId),
            (story.File.Stage, story.File.Approval!.Value.By.PersonId)
        );
        Assert.False(BriefingPermissions.Sees(BriefingStory.At(BriefingStage.WithChair).File, ActionStory.DeputyChair));
    }

    [Theory]
    [InlineData("{0} was seen by three services.")]
    [InlineData("It was {0}'s third visit.")]
    public void A_text_that_repeats_a_name_of_what_it_comes_from_is_refused_without_repeating_it_E26(string text)
    {
        const string name = BriefingStory.Name;
        var happened = text.Replace("{0}", name, StringComparison.Ordinal);
        var refused = Refused(
            BriefingStory.At(BriefingStage.Writing),
            BriefingStory.Write(answers: BriefingStory.Boxes(happened: happened)),
            Operations,
            "points-to-somebody"
        );
        Assert.Contains("2. What happened", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(name, refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_else_may_point_to_a_person_is_listed_for_whoever_checks_E26()
    {
        var story = BriefingStory
            .At(BriefingStage.Writing)
            .Given(
                BriefingStory.Write(answers: BriefingStory.Boxes(happened: "On 3 April a 7-week-old baby, one of twins, was seen.")),
                Operations
            );
        Assert.Equal(
            [(DetailKind.Date, "3 April"), (DetailKind.Age, "7-week-old"), (DetailKind.Family, "twins")],
            story.File.Text!.Found.Where(one => one.Box == "2. What happened").Select(one => (one.Kind, one.Text))
        );
    }

    [Fact]
    public void It_is_read_against_all_of_its_source_or_not_taken_E26()
    {
        var story = BriefingStory.At(BriefingStage.Writing);
        Refused(story, BriefingStory.Write() with { Source = null }, Operations, "overtaken");
        Refused(story, BriefingStory.Write() with { With = [LearningStory.Id] }, Operations, "overtaken");
        // Nor without what it comes from.
        var alone = BriefingStory.Write().DecideFor(story.File, [], story.Context(Operations));
        Assert.Equal(Refusal.Overtaken, Assert.Single(Assert.IsType<Decision.Refused>(alone).Reasons));
        var ofReview = new BriefingStory().Given(new BeginBriefing(Id, BriefingStory.Plan(source: ReviewStory.Id)), Chair);
        Refused(ofReview, BriefingStory.Write() with { Source = ReviewStory.Id }, Operations, "overtaken");
        ofReview.Given(BriefingStory.Write() with { Source = ReviewStory.Id, With = [CaseStory.Id] }, Operations);
        Assert.Equal(BriefingStage.Checking, ofReview.File.Stage);
    }

    [Fact]
    public void Who_has_no_part_in_the_source_begins_and_writes_none_of_it_F2()
    {
        // Before it is received the Chair has no part in a case.
        var before = CaseStory.At(Stage.AwaitingThreshold).File;
        Assert.Equal(Refusal.NotFound, before.Refuse(Step.WriteBriefing, Chair));
        Assert.Equal(Refusal.NotFound, before.Refuse(Step.BeginBriefing, Chair));
        Assert.Null(BriefingStory.Source(CaseStory.Id).Refuse(Step.WriteBriefing, Chair));
        Assert.IsType<Decision.Refused>(
            BriefingStory.Begin().DecideFor(new BriefingFile(Id), [before], new BriefingStory().Context(Chair))
        );
    }

    [Fact]
    public void It_passes_the_check_only_with_the_whole_list_and_what_may_have_been_missed_E26()
    {
        var story = BriefingStory.At(BriefingStage.Checking);
        Refused(story, BriefingStory.Check() with { Looked = [CheckedFor.Names] }, Scrutineer, "list-needed");
        Refused(story, BriefingStory.Check() with { Missed = " " }, Scrutineer, "answer-needed");
        Refused(story, BriefingStory.Check(passes: false) with { Reason = "" }, Scrutineer, "answer-needed");
        story.Given(BriefingStory.Check(), Scrutineer);
        Assert.Equal((BriefingStage.WithChair, Scrutineer.PersonId), (story.File.Stage, story.File.Check!.By.PersonId));
    }

    [Fact]
    public void What_goes_back_is_written_again_and_checked_again_E20_E26()
    {
        var story = BriefingStory.At(BriefingStage.WithChair).Given(new ApproveBriefing(Id, false, "Too long."), Chair);
        Assert.Equal((BriefingStage.Writing, "Too long.", null), (story.File.Stage, story.File.WhyAgain, story.File.Check));
        Refused(story, BriefingStory.Write(), Operations, "changed-meanwhile");
        story.Given(BriefingStory.Write(BriefingStory.Boxes(), BriefingStory.Boxes(happened: "Shorter.")), Operations);
        Assert.Equal((BriefingStage.Checking, 2), (story.File.Stage, story.File.Text!.Number));
        story.Given(BriefingStory.Check(passes: false), Scrutineer);
        Assert.Equal("The season gives it away.", story.File.WhyAgain);
    }

    private static RecordedEvent Recorded(RecordChange change) =>
        new(
            change.Record,
            1,
            CaseStory.Monday,
            new(Operations.PersonId, Operations.Display, "", Operations.Account, []),
            "c",
            change.Event
        );

    private static Refusal Refused(BriefingStory story, Command command, Actor actor, string? code = null)
    {
        var before = story.File;
        var reason = Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0];
        Assert.Same(before, story.File);
        Assert.True(code is null || reason.Code == code, $"{reason.Code}: {reason.Message}");
        return reason;
    }

    /// <summary>Somebody of every role, the member of an agency it is sent to, and the Chair's deputy.</summary>
    internal static IEnumerable<Actor> Everybody() =>
        Enum.GetValues<Role>().Except([Role.ThisSystem]).Select(role => CaseStory.Somebody(role)).Append(BriefingStory.Member);

    internal static IEnumerable<BriefingCommand> EveryCommand() =>
        [
            BriefingStory.Begin(),
            BriefingStory.Write(),
            BriefingStory.Write(BriefingStory.Boxes(), BriefingStory.Boxes(happened: "Written again.")),
            BriefingStory.Check(),
            BriefingStory.Check(passes: false),
            new ApproveBriefing(Id, true, ""),
            new ApproveBriefing(Id, false, "Too long."),
            new SendBriefing(Id),
            new AnswerBriefing(Id, BriefingStory.Used(verified: "Rang back.")),
            new CloseBriefing(Id, "The rest was told at a meeting."),
            new CorrectBriefing(Id, "The number was wrong."),
            new WithdrawBriefing(Id, "It can be known again."),
            new RemindBriefing(Id, Timescales.BriefingAnswers.Id),
            new RecountBriefing(Id),
            new RecordBriefingKept(
                Id,
                [new(KeptKind.Briefing, "briefing-6", "", $"{Id}-seven-minute-briefing-1.docx", "00ff", 10, "Trust")]
            ),
        ];
}
