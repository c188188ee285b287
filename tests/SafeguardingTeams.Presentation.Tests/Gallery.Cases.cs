using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Awareness;
using SafeguardingTeams.Presentation.Steps.FamilyTold;
using SafeguardingTeams.Presentation.Steps.Joining;
using SafeguardingTeams.Presentation.Steps.JointAgencyResponse;
using SafeguardingTeams.Presentation.Steps.Referral;
using SafeguardingTeams.Presentation.Steps.ReferrerTold;
using SafeguardingTeams.Presentation.Steps.Threshold;
using SafeguardingTeams.Presentation.Tests.Screens;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The steps that are a few inputs, the case as it is seen, and lists.</summary>
internal static partial class Gallery
{
    private static IEnumerable<(string, AdaptiveCard)> Steps()
    {
        var file = CaseStory.At(Stage.AwaitingThreshold).File;
        var wrong = new Filled(
            ImmutableDictionary<string, string>.Empty.Add("reason", ""),
            [new("reason-needed", "Give your reasons.", "reason"), new("x", "Something about the whole card.")]
        );
        // In conditional words (PD6).
        yield return ("submitted", SubmittedCard.Draw(file, Referrer));
        yield return ("step-withdraw", WithdrawCard.Draw(file, wrong, Referrer));
        yield return ("step-joint-agency-response", JointAgencyResponseCard.Draw(file, Filled.Nothing, Mash));
        yield return ("step-awareness", AwarenessCard.Draw(file, Filled.Nothing, Mash));
        yield return (
            "step-family-told",
            FamilyToldCard.Draw(CaseStory.At(Stage.UnderReview).File, Filled.Nothing, Context(CaseStory.Somebody(Role.Operations)))
        );
        yield return ("step-threshold-early", ThresholdCard.Draw(file, Filled.Nothing, Mash));
        yield return ("step-threshold-wrong", ThresholdCard.Draw(new CaseStory().Submitted().JointAgencyResponseSaid().File, wrong, Mash));
        yield return ("step-referrer-told", ReferrerToldCard.Draw(CaseStory.At(Stage.BelowThreshold).File, Filled.Nothing, Mash));
        var joined = CaseStory.At(Stage.Joined);
        yield return ("step-join", JoiningCards.Join(file, joined.Other, Filled.Nothing, Mash));
        yield return ("step-separate", JoiningCards.Separate(joined.File, Filled.Nothing, Mash));
    }

    private static IEnumerable<(string, AdaptiveCard)> Cases()
    {
        foreach (var stage in Enum.GetValues<Stage>().Except([Stage.NotStarted]))
        {
            yield return (
                $"case-{stage}-mash",
                CaseCard.Draw(new(CaseStory.At(stage).File, stage == Stage.AwaitingThreshold ? 2 : 0, BankHolidays.Calendar), Mash)
            );
        }

        yield return (
            "case-beside-learning",
            CaseCard.Draw(
                new(CaseStory.At(Stage.AwaitingRecommendation).File, 0, BankHolidays.Calendar)
                {
                    Beside = [LearningStory.At(Domain.Learning.LearningStage.AwaitingMeeting).File],
                },
                Context(CaseStory.Somebody(Role.Chair))
            )
        );
        yield return ("case-referrer", CaseCard.Draw(new(CaseStory.At(Stage.AwaitingThreshold).File, 0, BankHolidays.Calendar), Referrer));
        yield return (
            "case-chair",
            CaseCard.Draw(
                new(CaseStory.At(Stage.AwaitingRecommendation).File, 0, BankHolidays.Calendar),
                Context(CaseStory.Somebody(Role.Chair))
            )
        );
        yield return (
            "case-overtaken",
            CaseCard.Draw(
                new(
                    CaseStory.At(Stage.AwaitingRecommendation).File,
                    0,
                    BankHolidays.Calendar,
                    new(NoticeKind.Problem, Refusal.Overtaken.Message)
                ),
                Mash
            )
        );
        var changed = new CaseStory().Submitted();
        var answers = changed.File.Referral!.Answers;
        changed
            .Given(
                new ChangeReferral(CaseStory.Id, answers, answers.With("incident", "carer", "The grandmother."), "Learnt from the police."),
                CaseStory.Referrer
            )
            .Given(new RecordAwareness(CaseStory.Id, new(2026, 10, 30), "A call on Friday."), CaseStory.Somebody(Role.MashOfficer))
            .Decided(reached: true);
        yield return ("timeline", TimelineCard.Draw(changed.File, 0, Mash));
        for (var section = 0; section < SeriousIncidentReferralV1.Form.Pages.Length; section++)
        {
            yield return (
                $"referral-{SeriousIncidentReferralV1.Form.Pages[section].Id}",
                ReferralCard.Draw(changed.File, section, 0, Mash)
            );
        }
    }

    private static CardContext Lead => Context(CaseStory.Lead(Role.LeadPolice));

    private static IEnumerable<(string, AdaptiveCard)> Lists()
    {
        var lines = Enum.GetValues<Stage>().Select(stage => new CaseLine(CaseStory.Id, stage, CaseStory.Monday)).ToList();
        var drafts = new[] { new DraftLine(CaseStory.OtherId, DraftPurpose.NewReferral, CaseStory.Monday) };
        yield return ("list-my-referrals-none", ListCards.MyReferrals([], [], [], Referrer));
        yield return (
            "list-my-referrals",
            ListCards.MyReferrals(drafts, lines, [new(LearningStory.Id, LearningStage.AwaitingTriage, CaseStory.Monday)], Referrer)
        );
        yield return ("list-my-tasks-none", ListCards.MyTasks([], Mash));
        yield return (
            "list-my-tasks",
            ListCards.MyTasks(
                [
                    .. Enum.GetValues<TaskKind>()
                        .Select(kind => new TaskLine(CaseStory.Id, kind, new(2026, 11, 3), kind == TaskKind.TellReferrer)),
                ],
                Mash
            )
        );
        yield return ("list-find", ListCards.Find(new(ByChild: true, lines, 0), Filled.Nothing, null, Mash));
        yield return ("list-find-nothing-open", ListCards.Find(new(ByChild: false, [], 0), Filled.Nothing, null, Lead));
        yield return ("list-find-lead", ListCards.Find(new(ByChild: false, [.. lines.Take(2)], 0), Filled.Nothing, null, Lead));
        yield return (
            "list-find-operations",
            ListCards.Find(
                new(ByChild: true, [.. lines.Select(line => line with { Waits = CaseTask.Of(CaseStory.At(Stage.UnderReview).File) })], 1),
                Filled.Nothing,
                null,
                Context(CaseStory.Somebody(Role.Operations))
            )
        );
        yield return ("list-found-none-lead", ListCards.Find(new(ByChild: false, [], 0), Filled.Nothing, [], Lead));
        yield return ("list-found-none", ListCards.Find(new(ByChild: true, [], 0), Filled.Nothing, [], Mash));
        yield return ("list-found", ListCards.Find(new(ByChild: true, [], 0), Filled.Nothing, lines, Mash));
        yield return (
            "list-duplicates",
            ListCards.Duplicates(
                CaseStory.At(Stage.AwaitingThreshold).File,
                [new(CaseStory.At(Stage.AwaitingThreshold).File, ["name", "birth date"])],
                Mash
            )
        );
        yield return ("list-duplicates-none", ListCards.Duplicates(CaseStory.At(Stage.AwaitingThreshold).File, [], Mash));
        yield return (
            "list-parked",
            ListCards.DeadLettered(
                [
                    new(
                        "x",
                        CaseStory.Id,
                        CardKind.Alert,
                        "Chair of the Learning from Practice Group",
                        "The app is not installed for this person in Teams.",
                        CaseStory.Monday
                    ),
                ],
                [],
                [],
                null,
                Mash
            )
        );
        yield return ("list-parked-none", ListCards.DeadLettered([], [], [], null, Mash));
        yield return (
            "list-parked-flow",
            ListCards.DeadLettered([], [], [new(CaseStory.Id, "It answered with 500.", CaseStory.Monday, "x")], null, Mash)
        );
        yield return (
            "list-parked-stuck",
            ListCards.DeadLettered(
                [],
                [
                    new(
                        CaseStory.Id,
                        "Letter and form to an agency (police)",
                        "Microsoft 365 could not be reached after many tries.",
                        CaseStory.Monday,
                        "x"
                    ),
                ],
                [],
                new(NoticeKind.Done, "It is recorded that it was done by hand."),
                Mash
            )
        );
    }
}
