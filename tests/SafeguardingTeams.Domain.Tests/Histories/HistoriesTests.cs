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
        ["Group: ConfirmPeopleChange at Open by Operations"] = "One person of operations plays here; PeopleAndRolesTests has two.",
        ["Group: ReviewKeeping at Open by Operations"] = "No record here has been closed for years; DisposalTests play it.",
        ["Group: ConfirmDisposal at Open by Chair"] = "The same.",
        ["Group: CertifyDisposal at Open by ThisSystem"] = "The same.",
        ["Case: SubmitReferral at NotStarted by MashOfficer"] = "Everybody is a practitioner where there is no case yet.",
        ["Case: CorrectMediation at AwaitingRecommendation by Scrutineer, Operations"] =
            "What was mediated is a recommendation; a case does not come back to before it.",
        ["Case: ReadAlert at AwaitingPartners by Chair"] = "The Chair has recommended, and so has read it.",
        ["Case: ReadAlert at AwaitingAuthority by Chair"] = "The same.",
        ["Case: Recommend at AwaitingRecommendation by Operations"] = "Operations only correct, and nothing is recorded yet (PD16).",
        ["Case: RecordNotification at AwaitingRecommendation by Operations"] = "The same.",
        ["Case: RecordNotification at AwaitingPartners by Operations"] = "The same.",
        ["Case: RecordNotification at PreparingRapidReview by Operations"] = "The same.",
        ["Case: DecideOnNotification at Notified by AuthorityNotifier, Operations"] =
            "It is notified: only the notification itself is put right.",
        ["Case: DecideOnNotification at UnderReview by AuthorityNotifier, Operations"] = "The same.",
        ["Case: DecideOnNotification at AwaitingApproval by AuthorityNotifier, Operations"] = "The same.",
        ["Case: DecideOnNotification at AwaitingSubmission by AuthorityNotifier, Operations"] = "The same.",
        ["Case: DecideOnNotification at AwaitingPanel by AuthorityNotifier, Operations"] = "The same.",
        ["Case: DecideOnNotification at PanelAnswered by AuthorityNotifier, Operations"] = "The same.",
        ["Case: CorrectApprovalMediation at AwaitingSubmission by Scrutineer, Operations"] =
            "No start has leads who approve after a mediation; ApprovalMediationTests plays it.",
        ["Case: RecordDoneByHand at AwaitingRecommendation by Operations"] =
            "Nothing goes to Outlook or SharePoint before the authority has decided.",
        ["Case: RecordDoneByHand at AwaitingPartners by Operations"] = "The same.",
        ["Review: KeepReviewLetters at Concluded by ThisSystem"] =
            "A letter is kept as soon as it goes, and these histories keep it before that.",
        ["Review: KeepReviewLetters at Closed by ThisSystem"] = "The same.",
        ["Review: KeepReviewLetters at Ended by ThisSystem"] = "The same.",
        ["Learning: MakeReviewRecommendation at NotForTheGroup by Operations, Chair"] =
            "A review of it that goes on was proposed before; none is in the starts.",
        ["Learning: MakeReviewRecommendation at Joined by Operations, Chair"] = "The same.",
        ["Case: HandOver at AwaitingRecommendation by Scrutineer"] = "They have a part from when there is something to mediate (RO7).",
        ["Group: RecordAbsence at Open by RapidReviewAttendee"] = "Held for one case; whoever it is has a role of the list too.",
        ["Briefing: CheckBriefing at Checking by Operations"] = "One person is the operational team here, and they wrote it (E26).",
    };

    /// <summary>
    /// Histories beyond the ordinary ones that have found something: a notification late before triage (49) and below the threshold
    /// (34, 47), securing without a day (41, 58). Of the ordinary ones 0, 1, 2, 13 and 17 found the first two, 7 to 11 the third, 25 and
    /// 26 returns that were waited for without a clock.
    /// </summary>
    private static readonly int[] Kept = [34, 41, 47, 49, 58];

    private static readonly int Number = int.Parse(Environment.GetEnvironmentVariable("HISTORIES") ?? "30", CultureInfo.InvariantCulture);

    [Fact]
    public void Whatever_happens_in_whatever_order_nothing_is_dead_and_nobody_is_told_in_vain_C19_D9_E18_PD4()
    {
        var wrong = Enumerable.Range(0, Number).Union(Kept).Select(Played).Where(history => history.Wrong.Count > 0).ToList();
        Assert.True(wrong.Count == 0, Said(wrong));
    }

    /// <summary>Each finding once with the histories it is in, then how the first three came to it.</summary>
    private static string Said(List<History> wrong) =>
        string.Join(
            "\n",
            wrong
                .SelectMany(history => history.Wrong.Select(what => (what, history.Seed)))
                .GroupBy(one => one.what, one => one.Seed)
                .Select(found => $"{found.Key} (history {string.Join(", ", found.Distinct().Take(5))})")
                .Concat(wrong.Take(3).Select(history => $"\nHistory {history.Seed}: {history.Said()}"))
        );

    private static History Played(int seed)
    {
        var history = new History(Starts.Of(seed), seed);
        history.Play(Length);
        return history;
    }

    /// <summary>
    /// From worlds in which nearly everything can be done: each step that was not taken yet at the stage of a record is, by whoever may,
    /// and so on from where it led. Of every kind of message one is sent.
    /// </summary>
    [Fact]
    public void Every_step_that_a_table_allows_at_a_stage_is_reached_there_or_stands_here_with_the_reason()
    {
        var reached = new HashSet<(RecordKind, Step, string)>();
        var reachedBy = new HashSet<Choices.Reach>();
        var kinds = new HashSet<CardKind>();
        var wrong = new List<string>();
        var open = new Queue<World>(Starts.Directed());
        while (open.TryDequeue(out var world))
        {
            foreach (var file in world.Files.Values.Concat(Starts.NotBegun))
            {
                foreach (var (step, by) in Untried(file))
                {
                    foreach (var before in Starts.Ready(world, file, step))
                    {
                        var history = new History(before, 0);
                        var isFirst = !reached.Contains((file.Ref.Kind, step, file.StageName));
                        var isTaken = history.Takes(before.Of(file.Ref), step, by);
                        reached.UnionWith(history.Reached);
                        reachedBy.UnionWith(history.ReachedBy);
                        if (history.Wrong.Count > 0)
                        {
                            wrong.Add(history.Said());
                        }

                        kinds.UnionWith(history.Messages.Seen.Keys);
                        if (isTaken)
                        {
                            if (isFirst)
                            {
                                open.Enqueue(history.World);
                            }

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
        History[] others = [alarm, differ, last, passes, answers];
        var found = wrong.Concat(others.SelectMany(history => history.Wrong)).Distinct().ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
        var missing = Choices
            .Tables.SelectMany(row => row.Roles.Select(role => new Choices.Reach(row.Kind, row.Step, row.Stage, role)))
            .Distinct()
            .Where(one => !reachedBy.Contains(one))
            .ToLookup(one => $"{one.Kind}: {one.Step} at {one.Stage}", one => one.Role);
        var lines = missing.Select(one => $"{one.Key} by {string.Join(", ", one)}").ToList();
        Assert.True(
            lines.ToHashSet().SetEquals(Unreachable.Keys),
            "Reached, and said not to be:\n"
                + string.Join('\n', Unreachable.Keys.Except(lines))
                + "\nNot reached:\n"
                + string.Join('\n', lines.Except(Unreachable.Keys))
        );
        // Whom nothing reaches is found in delivering, and follows from no event.
        Assert.Equal([CardKind.Unreached], Enum.GetValues<CardKind>().Except(kinds).Order());

        IEnumerable<(Step Step, Role By)> Untried(RecordFile file) =>
            from step in Choices.StepsOf(file)
            from role in Choices.RolesFor(file, step)
            where !reachedBy.Contains(new(file.Ref.Kind, step, file.StageName, role))
            select (step, role);
    }
}
