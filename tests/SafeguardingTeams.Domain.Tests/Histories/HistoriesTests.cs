using System.Globalization;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingApproval;
using SafeguardingTeams.Domain.Steps.LeadsQuestions;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <summary>
/// Over random histories of all kinds of record at once: every record has a next step or is closed, every running clock can be stopped, an
/// action ends as C19 says, nobody gets a message they can do nothing about. And what the tables allow is reached. A history is given by
/// its number; <c>HISTORIES=1000</c> plays as many.
/// </summary>
public class HistoriesTests
{
    private const int Length = 200;

    /// <summary>What a table allows and nothing leads to, each with the reason.</summary>
    private static readonly Dictionary<string, string> Unreachable = new(StringComparer.Ordinal)
    {
        ["Case: CorrectMediation at AwaitingRecommendation"] =
            "What was mediated is a recommendation; a case does not come back to before it.",
        ["Case: ReadAlert at AwaitingPartners"] = "The Chair has recommended, and so has read it.",
        ["Case: ReadAlert at AwaitingAuthority"] = "The same.",
        ["Case: DecideOnNotification at Notified"] = "It is notified: only the notification itself is put right.",
        ["Case: DecideOnNotification at UnderReview"] = "The same.",
        ["Case: DecideOnNotification at AwaitingApproval"] = "The same.",
        ["Case: DecideOnNotification at AwaitingSubmission"] = "The same.",
        ["Case: DecideOnNotification at AwaitingPanel"] = "The same.",
        ["Case: DecideOnNotification at PanelAnswered"] = "The same.",
        ["Case: RecordDoneByHand at AwaitingRecommendation"] = "Nothing goes to Outlook or SharePoint before the authority has decided.",
        ["Case: RecordDoneByHand at AwaitingPartners"] = "The same.",
        ["Review: KeepReviewLetters at Concluded"] = "A letter is kept as soon as it goes, and these histories keep it before that.",
        ["Review: KeepReviewLetters at Closed"] = "The same.",
        ["Review: KeepReviewLetters at Ended"] = "The same.",
        ["Learning: MakeReviewRecommendation at NotForTheGroup"] =
            "A review of it that goes on was proposed before; none is in the starts.",
        ["Learning: MakeReviewRecommendation at Joined"] = "The same.",
    };

    private static readonly int Number = int.Parse(Environment.GetEnvironmentVariable("HISTORIES") ?? "30", CultureInfo.InvariantCulture);

    [Fact]
    public void Whatever_happens_in_whatever_order_nothing_is_dead_and_nobody_is_told_in_vain_C19_D9_E18_PD4()
    {
        var wrong = new List<string>();
        foreach (var seed in Enumerable.Range(0, Number))
        {
            var history = new History(Starts.Of(seed), seed);
            history.Play(Length);
            if (history.Wrong.Count > 0)
            {
                wrong.Add($"History {seed}: {history.Said()}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.Take(3)));
    }

    /// <summary>
    /// From worlds in which nearly everything can be done: each step that was not taken yet at the stage of a record is, by whoever may,
    /// and so on from where it led. Of every kind of message one is sent.
    /// </summary>
    [Fact]
    public void Every_step_that_a_table_allows_at_a_stage_is_reached_there_or_stands_here_with_the_reason()
    {
        var reached = new HashSet<(RecordKind, Step, string)>();
        var kinds = new HashSet<CardKind>();
        var wrong = new List<string>();
        var open = new Queue<World>(Starts.Directed());
        while (open.TryDequeue(out var world))
        {
            foreach (var file in world.Files.Values.Concat(Starts.NotBegun))
            {
                foreach (var step in Choices.StepsOf(file).Where(step => !reached.Contains((file.Ref.Kind, step, file.StageName))))
                {
                    foreach (var before in Starts.Ready(world, file, step))
                    {
                        var history = new History(before, 0);
                        var isTaken = history.Takes(before.Of(file.Ref), step);
                        reached.UnionWith(history.Reached);
                        wrong.AddRange(history.Wrong);
                        kinds.UnionWith(history.Messages.Seen.Keys);
                        if (isTaken)
                        {
                            open.Enqueue(history.World);
                            break;
                        }
                    }
                }
            }
        }

        var alarm = new History(Starts.UnderReview, 0);
        alarm.Takes(new ReportFolder(CaseStory.Id, "police", "Somebody else can open it."), Cast.System);
        kinds.UnionWith(alarm.Messages.Seen.Keys);
        var differ = new History(Starts.TwoLeadsDiffer, 0);
        differ.Takes(new DecideOnReview(ReviewStory.Id, true, ""), ReviewStory.Lead(Role.LeadLocalAuthority));
        kinds.UnionWith(differ.Messages.Seen.Keys);
        var last = new History(Starts.OneLeadIsLeft, 0);
        last.Takes(new AnswerLeadsQuestion(CaseStory.Id, 1, 1, ""), CaseStory.Lead(Role.LeadLocalAuthority));
        kinds.UnionWith(last.Messages.Seen.Keys);
        var passes = new History(Starts.ToBeChecked, 0);
        passes.Takes(BriefingStory.Check(), BriefingStory.Scrutineer);
        passes.Takes(new ApproveBriefing(BriefingStory.Id, true, ""), BriefingStory.Chair);
        kinds.UnionWith(passes.Messages.Seen.Keys);
        var answers = new History(Starts.AskedForDetail, 0);
        answers.Takes(ReviewStory.GiveDetail(), ActionStory.Member);
        kinds.UnionWith(answers.Messages.Seen.Keys);
        Assert.Equal([], wrong.Concat(alarm.Wrong).Concat(differ.Wrong).Concat(last.Wrong).Concat(passes.Wrong).Concat(answers.Wrong));
        var missing = Choices
            .Tables.Select(row => (row.Kind, row.Step, row.Stage))
            .Distinct()
            .Where(one => !reached.Contains(one))
            .Select(one => $"{one.Kind}: {one.Step} at {one.Stage}");
        Assert.Equal(Unreachable.Keys.Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));
        Assert.Equal([], Enum.GetValues<CardKind>().Except(kinds).Order());
    }
}
