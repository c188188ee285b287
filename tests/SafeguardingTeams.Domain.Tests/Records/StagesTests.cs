using System.Text;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.Absences;
using SafeguardingTeams.Domain.Steps.AccessReview;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.GroupReports;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.TermsOfReference;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Domain.Tests.Effects;
using SafeguardingTeams.Domain.Tests.Group;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <summary>Which stage follows which by which event, found by trying every command from wherever the others lead.</summary>
public partial class StagesTests
{
    private static readonly CaseId Id = CaseStory.Id;

    [Fact]
    public void Which_stage_follows_which_is_written_down()
    {
        var cases = Cases();
        Assert.Equal([], Missing<CaseEvent>(cases));
        EveryStageHasAWayOn(cases);
        var group = Groups();
        Assert.Equal([], Missing<GroupEvent>(group));
        var learning = Learning();
        Assert.Equal([], Missing<LearningEvent>(learning));
        var actions = Actions();
        Assert.Equal([], Missing<ActionEvent>(actions));
        var meetings = Meetings();
        Assert.Equal([], Missing<MeetingEvent>(meetings));
        var reviews = OfReviews();
        Assert.Equal([], Missing<ReviewEvent>(reviews));
        var briefings = OfBriefings();
        Assert.Equal([], Missing<BriefingEvent>(briefings));
        var text = new StringBuilder(
            """
            # Which stage follows which

            Generated from the code and checked by a test: every command is tried from every stage, and from wherever that leads; the
            stages an event was seen to lead to stand here. An arrow that leads back is a correction. An event that leaves the stage as it
            is stands in no picture.


            """
        );
        var joined = new[] { nameof(Stage.Joined) };
        Append(text, "A case", Enum.GetNames<Stage>(), [.. cases.Where(one => !joined.Contains(one.From) && !joined.Contains(one.To))]);
        text.Append(
            "A referral can be joined to another and separated again; then it stands where it stood before. So this is not drawn:\n"
        );
        Table(text, Enum.GetNames<Stage>(), [.. cases.Where(one => joined.Contains(one.From) || joined.Contains(one.To))]);
        Append(text, "The group", Enum.GetNames<GroupStage>(), group);
        Append(text, "Practice learning", Enum.GetNames<LearningStage>(), learning);
        Append(text, "An action", Enum.GetNames<ActionStage>(), actions);
        Append(text, "A meeting of the group", Enum.GetNames<MeetingStage>(), meetings);
        Append(text, "A review", Enum.GetNames<ReviewStage>(), reviews);
        Append(text, "A briefing", Enum.GetNames<BriefingStage>(), briefings);
        Approved.Same("docs/stages.md", text.ToString());
    }

    /// <summary>Nothing is a dead end: from every stage a case can come to be closed, and from there be opened again.</summary>
    private static void EveryStageHasAWayOn(HashSet<Followed> cases)
    {
        var ends = new HashSet<string> { nameof(Stage.Closed) };
        while (cases.Where(one => ends.Contains(one.To) && !ends.Contains(one.From)).ToList() is { Count: > 0 } before)
        {
            ends.UnionWith(before.Select(one => one.From));
        }

        Assert.Equal([], Enum.GetNames<Stage>().Except(ends));
        Assert.Contains(cases, one => one.From == nameof(Stage.Closed) && one.To != nameof(Stage.Closed));
    }

    private static void Append(StringBuilder text, string title, string[] stages, IReadOnlyCollection<Followed> seen)
    {
        text.Append($"## {title}\n\n```mermaid\nstateDiagram-v2\n");
        var drawn = Changes(stages, seen).ToList();
        foreach (var stage in stages.Where(stage => drawn.Exists(one => one.From == stage || one.To == stage)))
        {
            text.Append($"    {stage} : {Words(stage)}\n");
        }

        text.Append($"    [*] --> {stages[0]}\n");
        foreach (var (from, to, events) in drawn)
        {
            text.Append($"    {from} --> {to} : {events.Replace(", ", "<br/>", StringComparison.Ordinal)}\n");
        }

        text.Append("```\n");
        Table(text, stages, seen);
    }

    private static void Table(StringBuilder text, string[] stages, IReadOnlyCollection<Followed> seen)
    {
        text.Append("\n| from | to | by |\n|---|---|---|\n");
        foreach (var (from, to, events) in Changes(stages, seen))
        {
            text.Append($"| {Words(from)} | {Words(to)} | {events} |\n");
        }

        text.Append('\n');
    }

    private static IEnumerable<(string From, string To, string Events)> Changes(string[] stages, IEnumerable<Followed> seen) =>
        seen.Where(one => one.From != one.To)
            .GroupBy(one => (one.From, one.To))
            .OrderBy(group => Array.IndexOf(stages, group.Key.From))
            .ThenBy(group => Array.IndexOf(stages, group.Key.To))
            .Select(group =>
                (group.Key.From, group.Key.To, string.Join(", ", group.Select(one => one.Event).Order(StringComparer.Ordinal)))
            );

    private static IEnumerable<string> Missing<T>(IEnumerable<Followed> seen) =>
        typeof(T)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
            .Select(type => Words(type.Name))
            .Except(seen.Select(one => one.Event));

    private static HashSet<Followed> Cases()
    {
        var seen = new HashSet<Followed>();
        var open = new Queue<Tried>();
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var story = CaseStory.At(stage);
            open.Enqueue(new(story.File, story.Other, story.Now));
            seen.UnionWith(Path(new CaseFile(Id), story.File).Concat(Path(new CaseFile(CaseStory.OtherId), story.Other)));
            // Where nothing is open any more, so that it can be closed.
            if (stage is Stage.PanelAnswered or Stage.BelowThreshold)
            {
                story = stage == Stage.PanelAnswered ? CaseStory.AnsweredAndDone() : CaseStory.At(stage).NothingOwed();
                open.Enqueue(new(story.File, story.Other, story.Now));
            }

            if (stage is not (Stage.NotStarted or Stage.Joined))
            {
                story.OtherSubmitted();
                open.Enqueue(new(story.File, story.Other, story.Now));
            }
        }

        while (open.TryDequeue(out var from))
        {
            foreach (var after in Walks.Moves().Select(move => move.Aggregate(from, Walks.Next)).Where(after => after != from))
            {
                var found = Path(from.File, after.File).Concat(Path(from.Other, after.Other)).Where(seen.Add).ToList();
                if (found.Count > 0)
                {
                    open.Enqueue(after);
                }
            }
        }

        foreach (var (stage, happened) in WhatFollowsTests.Besides)
        {
            var before = CaseStory.At(stage).File;
            seen.UnionWith(Path(before, Walks.After(before, new(Id, happened), CaseStory.Somebody(), CaseStory.Monday)));
        }

        return seen;
    }

    /// <summary>What is recorded while somebody is away.</summary>
    private static IEnumerable<Command> Away { get; } =
    [
        new RecordAbsence("the-chair", new(2026, 11, 2), new(2026, 11, 6)),
        new NoteAbsenceCovered("the-chair", new(2026, 11, 2), new(2026, 11, 6)),
        new NoteRoleHolders([new(Role.Chair, "the-chair")]),
    ];

    private static HashSet<Followed> Groups()
    {
        var seen = new HashSet<Followed>();
        var group = new GroupFile();
        var now = GroupTests
            .EveryCommand()
            .Concat(GroupTests.EveryCommand())
            .Concat(Away)
            .Select(command => (command, At: CaseStory.Monday));
        // A year on, the terms of reference are to be reviewed, and another year has ended.
        Command[] later =
        [
            new RemindGroup(Timescales.TermsOfReference.Id),
            new EndReportYear(2026),
            new BeginAccessReview(new(2027, 10, 1)),
            new ConfirmAccess(["person:x"]),
            new FinishAccessReview(["person:x"]),
        ];
        foreach (var (command, at) in now.Concat(later.Select(command => (command, CaseStory.Monday.AddYears(1)))))
        {
            var before = group;
            if (Walks.Accepted(command, group, [], at) is var (actor, accepted))
            {
                group = accepted.Changes.Aggregate(group, (file, change) => Walks.After(file, change, actor, at));
            }

            seen.UnionWith(Path(before, group));
        }

        // By an amended calendar.
        var counted = new ReviewRecalculated(group.Clock(Timescales.TermsOfReference.Id)!.Deadline);
        seen.UnionWith(Path(group, Walks.After(group, new(group.Ref, counted), CaseStory.Somebody(), CaseStory.Monday)));
        return seen;
    }

    /// <summary>What happened between one state and a later one.</summary>
    private static IEnumerable<Followed> Path<TFile>(TFile before, TFile after)
        where TFile : RecordFile
    {
        foreach (var recorded in after.History.Skip(before.Version))
        {
            var next = Replay.Next(before, recorded);
            yield return new(before.StageName, next.StageName, Words(recorded.Event.GetType().Name));
            before = next;
        }
    }

    private static string Words(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    /// <summary>An event that led from a stage to a stage.</summary>
    private readonly record struct Followed(string From, string To, string Event);
}
