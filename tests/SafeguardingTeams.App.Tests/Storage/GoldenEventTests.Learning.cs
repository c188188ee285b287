using System.Text.Json;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.GoodPractice;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Domain.Steps.LearningQuestions;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Domain.Steps.Themes;
using SafeguardingTeams.Domain.Steps.TriBorough;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Storage;

/// <content>The events of practice learning.</content>
public partial class GoldenEventTests
{
    private static RecordEvent[] OfLearning =>
        [
            new LearningSubmitted(
                "practice-learning-referral",
                1,
                Some,
                By,
                new("dsl-1", "Named nurse, Acute hospital trust"),
                CaseStory.OtherId,
                CaseStory.Rules,
                [Due]
            ),
            new LearningReadIn("as a Word form by mail, read in by operations"),
            new LearningChanged([new(new("learning", null, "learn"), "old", "new")], "It was wrong."),
            new LearningWithdrawn("Sent by mistake."),
            new LeadAnswered(false, "We look into it ourselves.", "Called back by the switchboard.", Due),
            new LeadNamed("dsl-2", "Head of safeguarding", "dsl-1", Due),
            new WayChosen(new(LearningWay.ToTheMash, "A fracture.", true, ["discharge from hospital"]), CaseStory.OtherId, Due),
            new WayReasonPutRight("It is looked at elsewhere.", "The wrong reason was chosen.", Due),
            new WentAlong(new Course(LearningStage.WithTheMash, "", Due), CaseStory.OtherId),
            new LearningThemesChosen([new("theme-1", "Discharge from hospital")], "It is the third of its kind."),
            new ReferrerAsked(1, "Who planned the discharge?"),
            new ReferrerAnswered(1, "The ward, with the community team."),
            new LearningDecided(
                new(
                    "How a discharge was planned",
                    [LearningOutcome.MultiAgencyAudit, LearningOutcome.Other],
                    "It is the third of its kind.",
                    "The group audits how discharges are planned.",
                    "Nothing was seen, because few are known.",
                    "A parents' group is asked.",
                    new(2026, 11, 2)
                ),
                Due
            ),
            new LearningJoined(
                LearningStory.OtherId,
                "The same child.",
                new(LearningStage.Decided, "The group audits how discharges are planned.", Due)
            ),
            new LearningTakenIn(new(LearningStory.OtherId, By), "The same child."),
            new LearningSeparated(LearningStory.OtherId, "Two children."),
            new LearningGivenBack(LearningStory.OtherId, "Two children."),
            new CourseFollowed(new Course(LearningStage.NotForTheGroup, "It was settled.", Due)),
            new GoodPracticeFedBack(
                new(new("Ward manager, Acute hospital trust", new(2026, 12, 10), "by telephone, by the operational team"), ""),
                "It was another ward."
            ),
            new TriBoroughSent(new("A page on discharges, without names", new(2026, 12, 10)), "The day was wrong."),
            new TriBoroughAnswered(new("They plan an audit of the same", new(2027, 1, 14)), ""),
            new LearningReferrerTold("by a card in Teams"),
            new WhatChangedTold(ActionStory.Id, "Every bruise on a baby who does not move yet is seen by a senior paediatrician."),
            new LearningReminded(Timescales.LearningTriage.Id, 1, 1, ChaseKind.Late, [new(Role.Chair)]),
            new LearningRecalculated("amended", [Due]),
        ];

    private static string Name(string text) => JsonDocument.Parse(text).RootElement.GetProperty("name").GetString()!;
}
