using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDigest;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.ActionProgress;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Steps.ActionTime;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The cards of actions, and the messages that bring them.</summary>
internal static partial class Gallery
{
    private static readonly RecordRef Act = ActionStory.Id;

    private static ActionStory WithLinks =>
        ActionStory
            .At(ActionStage.Agreed, withFile: true)
            .Given(new AddEvidenceLink(Act, "https://trust.example/safeguarding/protocol", "The protocol on injuries"), ActionStory.Owner)
            .Given(new AddEvidenceLink(Act, "https://trust.example/training/list", "Who was trained"), ActionStory.Owner);

    private static ActionStory UnderWay =>
        ActionStory
            .At(ActionStage.Agreed)
            .Given(new ReportProgress(Act, ProgressState.OnTrack, "The protocol is written."), ActionStory.Owner)
            .Given(new ReportProgress(Act, ProgressState.AtRisk, "Fourteen of forty are trained; the trainer is ill."), ActionStory.Owner);

    private static ActionStory TimeAsked =>
        UnderWay.Given(new AskForMoreTime(Act, new(2027, 3, 26), "The trainer is ill until February."), ActionStory.Owner);

    private static ActionStory Extended => TimeAsked.Given(new AnswerMoreTime(Act, true, ""), ActionStory.Chair);

    private static ActionStory Refused => TimeAsked.Given(new AnswerMoreTime(Act, false, "Train half of them first."), ActionStory.Chair);

    private static ActionStory GivenBack =>
        ActionStory.At(ActionStage.Done).Given(new ReturnAction(Act, "The list of who was trained is missing."), ActionStory.Chair);

    private static ActionStory ImpactSaid =>
        ActionStory.At(ActionStage.Accepted).Given(new ReportImpact(Act, "Nineteen of twenty were seen."), ActionStory.Owner);

    private static ActionStory StillToChange =>
        ImpactSaid.Given(new CheckImpact(Act, ImpactFound.Partly, "By the audit.", new(2027, 3, 1)), ActionStory.Operations);

    private static ActionStory ToOperations => ActionStory.At(ActionStage.Agreed, ActionStory.Outside);

    private static ActionStory CameIn => ToOperations.Given(ActionStory.CameIn, ActionStory.System);

    private static ActionStory GivenOn =>
        UnderWay.Given(
            new ChangeActionOwner(Act, ActionOwner.OfTheFile(ActionStory.OtherOwner.PersonId), "A new post."),
            ActionStory.Operations
        );

    /// <summary>An action reminded of a deadline so often.</summary>
    private static ActionFile ActionReminded(ActionStory story, Timescale timescale, int times)
    {
        foreach (var chase in story.File.Clock(timescale.Id)!.Deadline.Chases.Take(times))
        {
            story.On(chase.At).Given(new RemindAction(Act, timescale.Id), ActionStory.System);
        }

        return story.File;
    }

    private static IEnumerable<(string Name, CardKind Kind, Topic About, ActionFile File)> ActionMessages()
    {
        foreach (var stage in Enum.GetValues<ActionStage>().Except([ActionStage.NotStarted]))
        {
            yield return ($"{stage}", CardKind.ActionTask, Topic.Round(1), ActionStory.At(stage).File);
        }

        yield return ("no-account", CardKind.ActionTask, Topic.Round(1), ToOperations.File);
        yield return ("came-in", CardKind.ActionTask, Topic.Round(1), CameIn.File);
        yield return ("guest", CardKind.ActionTask, Topic.Round(2), CameIn.File);
        yield return ("earlier", CardKind.ActionTask, Topic.Round(1), GivenOn.File);
        yield return ("asked", CardKind.ActionReturned, Topic.Round(1), GivenBack.File);
        yield return ("done", CardKind.ActionReturned, Topic.Round(1), ActionStory.At(ActionStage.Accepted).File);
        yield return ("agreed", CardKind.ActionTimeAnswered, Topic.Round(1), Extended.File);
        yield return ("refused", CardKind.ActionTimeAnswered, Topic.Round(1), Refused.File);
        yield return ("asked", CardKind.ActionTimeAsked, Topic.Round(1), TimeAsked.File);
        yield return ("done", CardKind.ActionTimeAsked, Topic.Round(1), Extended.File);
        yield return ("asked", CardKind.ActionDone, Topic.Round(1), ActionStory.At(ActionStage.Done).File);
        yield return ("done", CardKind.ActionDone, Topic.Round(1), ActionStory.At(ActionStage.Accepted).File);
        yield return ("asked", CardKind.ActionImpact, Topic.Round(1), ImpactSaid.File);
        yield return ("done", CardKind.ActionImpact, Topic.Round(1), StillToChange.File);
        yield return ("other", CardKind.ActionHandedOn, Topic.Round(2), GivenOn.File);
        foreach (
            var (name, stage, timescale, times) in new[]
            {
                ("ahead", ActionStage.Agreed, Timescales.ActionDue, 1),
                ("today", ActionStage.Agreed, Timescales.ActionDue, 3),
                ("late-owner", ActionStage.Agreed, Timescales.ActionDue, 4),
                ("late-member", ActionStage.Agreed, Timescales.ActionDue, 5),
                ("late-chair", ActionStage.Agreed, Timescales.ActionDue, 6),
                ("late-lead", ActionStage.Agreed, Timescales.ActionDue, 7),
                ("accept", ActionStage.Done, Timescales.ActionAcceptance, 3),
                ("impact", ActionStage.Accepted, Timescales.ActionImpact, 2),
            }
        )
        {
            var file = ActionReminded(ActionStory.At(stage), timescale, times);
            yield return ($"action-{name}", CardKind.Reminder, Topic.Reminder(timescale.Id, file.Version), file);
        }

        foreach (var (name, late) in new[] { ("late", 2), ("soon", 0), ("many", 12) })
        {
            DigestLine Line(int i) => new(RecordRef.Parse($"GSCP-AC-2222-333{"BCDFGHJKMNPQRSTVWXYZ"[i]}"), new(2026, 10, 30), i < late);
            var file = ActionStory
                .At(ActionStage.Agreed)
                .Given(
                    new SendActionDigest(
                        Act,
                        ActionStory.Owner.PersonId,
                        new(2026, 11, 2),
                        [.. Enumerable.Range(0, late + 2).Select(Line)]
                    ),
                    ActionStory.System
                )
                .File;
            yield return (name, CardKind.ActionDigest, Topic.AfterEvent(2), file);
        }

        yield return (
            "action-done",
            CardKind.Reminder,
            Topic.Reminder(Timescales.ActionDue.Id, 2),
            ActionStory.At(ActionStage.Accepted).File
        );
    }

    private static IEnumerable<(string, AdaptiveCard)> ActionCards() => ActionRecords().Concat(ActionForms()).Concat(ActionsOfReports());

    private static IEnumerable<(string, AdaptiveCard)> ActionRecords()
    {
        var (owner, chair, operations, member) = (
            Context(ActionStory.Owner),
            Context(ActionStory.Chair),
            Context(ActionStory.Operations),
            Context(ActionStory.Member)
        );
        foreach (var stage in Enum.GetValues<ActionStage>().Except([ActionStage.NotStarted]))
        {
            yield return ($"action-record-{stage}", ActionCard.Draw(ActionStory.At(stage).File, null, owner));
        }

        yield return ("action-record-under-way", ActionCard.Draw(UnderWay.File, new(NoticeKind.Done, "Saved."), owner));
        yield return (
            "action-record-late",
            ActionCard.Draw(UnderWay.File, null, owner with { Now = new(2027, 2, 1, 10, 0, 0, TimeSpan.Zero), Today = new(2027, 2, 1) })
        );
        foreach (var stage in new[] { ActionStage.Agreed, ActionStage.Changed })
        {
            yield return ($"action-record-file-{stage}", ActionCard.Draw(ActionStory.At(stage, withFile: true).File, null, owner));
        }

        yield return ("action-record-file-chair", ActionCard.Draw(ActionStory.At(ActionStage.Done, withFile: true).File, null, chair));
        yield return ("action-record-link", ActionCard.Draw(WithLinks.File, null, owner));
        yield return (
            "action-record-link-chair",
            ActionCard.Draw(WithLinks.Given(new ReportActionDone(Act, "The protocol.", ""), ActionStory.Owner).File, null, chair)
        );
        yield return ("timeline-action-file", ActionCard.Timeline(ActionStory.At(ActionStage.Done, withFile: true).File, 0, chair));
        yield return ("action-record-returned", ActionCard.Draw(GivenBack.File, null, owner));
        yield return ("action-record-operations", ActionCard.Draw(UnderWay.File, null, operations));
        yield return ("action-record-no-account", ActionCard.Draw(ToOperations.File, null, operations));
        yield return ("action-record-guest", ActionCard.Draw(CameIn.File, null, Context(ActionStory.Guest)));
        yield return ("action-record-came-in", ActionCard.Draw(CameIn.File, null, operations));
        yield return ("action-record-time-asked", ActionCard.Draw(TimeAsked.File, null, chair));
        yield return ("action-record-extended", ActionCard.Draw(Extended.File, null, member));
        yield return ("action-record-chair", ActionCard.Draw(ActionStory.At(ActionStage.Done).File, null, chair));
        yield return ("action-record-impact", ActionCard.Draw(ImpactSaid.File, null, operations));
        yield return ("action-record-partly", ActionCard.Draw(StillToChange.File, null, owner));
        yield return (
            "action-record-lead",
            ActionCard.Draw(ActionReminded(UnderWay, Timescales.ActionDue, 7), null, Context(ActionStory.AgencyLead))
        );
        yield return (
            "action-record-scrutineer",
            ActionCard.Draw(ActionStory.At(ActionStage.Changed).File, null, Context(CaseStory.Somebody(Role.Scrutineer)))
        );
        yield return ("timeline-action", ActionCard.Timeline(StillToChange.File, 0, operations));
        yield return ("timeline-action-came-in", ActionCard.Timeline(CameIn.File, 0, operations));
        yield return ("timeline-action-owner", ActionCard.Timeline(Refused.File, 0, owner));
        IReadOnlyList<ActionLine> lines =
        [
            new(Act, ActionStage.Agreed, "Acute hospital trust", new(2026, 11, 20), false),
            new(RecordRef.Parse("GSCP-AC-4444-5555"), ActionStage.Agreed, "Police", new(2026, 10, 30), true),
            new(RecordRef.Parse("GSCP-AC-6666-7777"), ActionStage.Accepted, "Children's services", null, false),
        ];
        yield return (
            "actions-all",
            ActionsCard.Draw(
                new Dictionary<ActionScope, IReadOnlyList<ActionLine>>
                {
                    [ActionScope.Mine] = [lines[0]],
                    [ActionScope.Agency] = [],
                    [ActionScope.All] = lines,
                },
                ActionScope.All,
                0,
                chair
            )
        );
        yield return (
            "actions-mine",
            ActionsCard.Draw(
                new Dictionary<ActionScope, IReadOnlyList<ActionLine>> { [ActionScope.Mine] = [lines[0]] },
                ActionScope.Mine,
                0,
                owner
            )
        );
        yield return (
            "actions-none",
            ActionsCard.Draw(
                new Dictionary<ActionScope, IReadOnlyList<ActionLine>> { [ActionScope.Agency] = [] },
                ActionScope.Agency,
                0,
                member
            )
        );
        yield return (
            "actions-many",
            ActionsCard.Draw(
                new Dictionary<ActionScope, IReadOnlyList<ActionLine>>
                {
                    [ActionScope.All] =
                    [
                        .. "BCDFGHJKMNPQRSTVWXYZ23456789".Select(letter =>
                            lines[0] with
                            {
                                Record = RecordRef.Parse($"GSCP-AC-2222-333{letter}"),
                            }
                        ),
                    ],
                },
                ActionScope.All,
                1,
                chair
            )
        );
    }
}
