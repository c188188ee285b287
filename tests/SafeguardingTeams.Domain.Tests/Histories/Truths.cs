using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Domain.Tests.Records;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <summary>What holds of every record in every world, whatever has happened. Each finding is a sentence.</summary>
internal static partial class Truths
{
    /// <summary>What is wrong with a record, as it stands in a world.</summary>
    internal static IEnumerable<string> Wrong(World world, RecordFile file) =>
        file switch
        {
            CaseFile one => NothingIsDeadTests.Dead(one).Concat(OfACase(one)).Concat(Parts(world, one)),
            LearningFile one => OfLearning(world, one),
            ActionFile one => OfAnAction(world, one),
            MeetingFile one => OfAMeeting(world, one),
            ReviewFile one => OfAReview(one),
            BriefingFile one => OfABriefing(one),
            _ => [],
        };

    private static IEnumerable<string> OfLearning(World world, LearningFile file)
    {
        var what = $"practice learning at {file.Stage}";
        var tasks = LearningTask.Of(file);
        var waitsForAMeeting = file.Stage == LearningStage.AwaitingMeeting;
        var follows = file.JoinedTo is { } to ? (LearningFile)world.Of(to) : null;
        if (file.Stage != LearningStage.NotStarted && tasks.IsEmpty && !waitsForAMeeting && follows is null && !file.IsEnded)
        {
            yield return $"{what}: no task, no meeting it waits for, and it has not ended";
        }

        if (waitsForAMeeting && !Cast.All.Exists(actor => LearningRules.MayTake(Step.DecideItem, file, actor)))
        {
            yield return $"{what}: nobody may decide it";
        }

        if ((file.Stage == LearningStage.Joined) != (follows is not null))
        {
            yield return $"{what}: it follows {(follows is null ? "nothing" : "another")}";
        }

        if (follows is not null && (!follows.Joined.Exists(one => one.Learning == file.Ref) || file.Course!.Stage != follows.Stage))
        {
            yield return $"{what}: it follows one at {follows.Stage}, and says {file.Course?.Stage}";
        }

        foreach (var joined in file.Joined.Where(one => ((LearningFile)world.Of(one.Learning)).JoinedTo != file.Ref))
        {
            yield return $"{what}: {joined.Learning} is said to follow it, and does not";
        }

        if (file.Stage == LearningStage.WithTheMash && (file.Case is not { } made || world.Of(made).Version == 0))
        {
            yield return $"{what}: no case was opened";
        }

        foreach (var wrong in Tasks(file, tasks, what, (step, actor) => LearningRules.MayTake(step, file, actor)))
        {
            yield return wrong;
        }

        foreach (var clock in file.Clocks.Where(clock => clock.Runs && !file.Rests(clock.Deadline.TimescaleId)))
        {
            if (!tasks.Exists(one => one.Task.Due == clock.Deadline))
            {
                yield return $"{what}: {clock.Deadline.TimescaleId} runs, and no task ends it";
            }
        }
    }

    private static IEnumerable<string> OfAnAction(World world, ActionFile file)
    {
        var what = $"an action at {file.Stage}";
        var tasks = ActionTask.Of(file);
        if (file.Stage != ActionStage.NotStarted && tasks.IsEmpty != file.IsEnded)
        {
            yield return file.IsEnded ? $"{what}: it has ended, and something waits" : $"{what}: nothing waits, and it has not ended";
        }

        foreach (var wrong in Tasks(file, tasks, what, (step, actor) => ActionRules.MayTake(step, file, actor)))
        {
            yield return wrong;
        }

        foreach (var clock in file.Clocks.Where(clock => clock.Runs && !tasks.Exists(one => one.Task.Due == clock.Deadline)))
        {
            yield return $"{what}: {clock.Deadline.TimescaleId} runs, and no task ends it";
        }

        foreach (var wrong in OfItsEnd(file))
        {
            yield return $"{what}: {wrong}";
        }

        if (
            file.Source?.Record is { Kind: RecordKind.Meeting } meeting
            && ((MeetingFile)world.Of(meeting)).Items.SelectMany(item => item.Actions).FirstOrDefault(one => one.Action == file.Ref)
                is not { Agreed: true }
        )
        {
            yield return $"{what}: the meeting it comes from does not have it as agreed";
        }
    }

    /// <summary>Changed: with evidence, accepted and found by others than its owner. Ended, withdrawn: with the reason (C19).</summary>
    private static IEnumerable<string> OfItsEnd(ActionFile file)
    {
        if (file.Stage is ActionStage.Accepted or ActionStage.Changed)
        {
            var accepted = file.History.FindLast(recorded => recorded.Event is ActionAccepted);
            if (file.LastReport is not { Evidence.Length: > 0, Returned: "" })
            {
                yield return "no evidence";
            }

            if (accepted is null || accepted.By.Roles.Contains(Role.ActionOwner) || IsOwner(accepted) || file.Accepted is null)
            {
                yield return "nobody but its owner has accepted it";
            }
        }

        if (file.Stage == ActionStage.Changed)
        {
            var found = file.History.FindLast(recorded => recorded.Event is ImpactChecked { Found: ImpactFound.Changed });
            if (found is null || IsOwner(found) || file.Impact is not [.., { Found: ImpactFound.Changed, How.Length: > 0 }])
            {
                yield return "nobody but its owner says that it has changed something, and how that is known";
            }
        }

        if (file.Stage is ActionStage.Ended or ActionStage.Withdrawn)
        {
            var last = file.History.FindLast(recorded => recorded.Event is ActionEnded or ActionWithdrawn);
            if (string.IsNullOrWhiteSpace(file.WhyEnded) || last is null)
            {
                yield return "no reason";
            }

            if (last is { Event: ActionEnded ended } && ended.DecidedOn > London.DateOf(last.At))
            {
                yield return "the group decides it on a day to come";
            }

            if (last is { Event: ActionWithdrawn } && IsOwner(last))
            {
                yield return "its owner has withdrawn it";
            }
        }

        bool IsOwner(RecordedEvent recorded)
        {
            var then = Replay.From(new ActionFile(file.Ref), file.History.Take(recorded.Sequence));
            return then.Owner is { HasAccount: true } owner && owner.PersonId == recorded.By.PersonId;
        }
    }

    private static IEnumerable<string> OfAMeeting(World world, MeetingFile file)
    {
        var what = $"a meeting at {file.Stage}";
        var tasks = MeetingTask.Of(file);
        if (file.Stage != MeetingStage.NotPlanned && tasks.IsEmpty != file.IsOver)
        {
            yield return file.IsOver ? $"{what}: it is over, and something waits" : $"{what}: nothing waits, and it is not over";
        }

        foreach (var wrong in Tasks(file, tasks, what, (step, actor) => MeetingPermissions.Allows(step, file, actor)))
        {
            yield return wrong;
        }

        // Whoever is co-opted to an item is shown it while they are asked, and has it among their tasks (E3).
        foreach (var person in Cast.All)
        {
            var shown = MeetingPermissions.ItemsOf(file, person).ToList();
            if (
                shown.Exists(item => file.Stage is not (MeetingStage.Planned or MeetingStage.InSession) || item.Dropped.Length > 0)
                || MeetingTask.OfCoOpted(file).Any(task => task.PersonId == person.PersonId) != shown.Count > 0
                || shown.Exists(item => item.IsHiddenFrom(person.PersonId))
            )
            {
                yield return $"{what}: {person.PersonId} is shown an item they are not to see, or has no task for one they are";
            }
        }

        // Both clocks of the minutes run at once; that of the members is a task of the Chair's from when they have the draft. So do those
        // of the papers and of the day itself, which is a task once they are out.
        foreach (var clock in file.Clocks.Where(clock => clock.Runs && !tasks.Exists(one => one.Task.Due == clock.Deadline)))
        {
            if (
                (clock.Deadline.TimescaleId, file.Stage) != (Timescales.MinutesToMembers.Id, MeetingStage.Ended)
                && (clock.Deadline.TimescaleId, file.AgendaSentAt) != (Timescales.GroupMeetingHeld.Id, null)
            )
            {
                yield return $"{what}: {clock.Deadline.TimescaleId} runs, and no task ends it";
            }
        }

        foreach (var item in file.Items.Where(item => item is { Dropped: "", Outcome.End: ItemEnd.Decided }))
        {
            if (
                item.Subject is { } subject
                && world.Of(subject) switch
                {
                    LearningFile learning => learning.Decision is null,
                    // One that waited for the group has what is recommended; of any other the minutes alone say what the group said. Where
                    // the authority has decided otherwise since, it goes before a meeting again.
                    CaseFile decided => !item.Outcome!.Recommends.IsEmpty
                        && !decided.History.Exists(recorded => recorded.Event is ConsideredByGroup),
                    _ => false,
                }
            )
            {
                yield return $"{what}: an item was decided, and what it is about does not say so";
            }

            foreach (var action in item.Actions.Where(one => !one.Agreed || world.Of(one.Action).Version == 0))
            {
                yield return $"{what}: an item was decided, and {action.Action} is no action";
            }
        }

        if (file.Stage > MeetingStage.InSession && file.Stage != MeetingStage.Cancelled && file.Undecided.Any())
        {
            yield return $"{what}: it has ended, and an item has no outcome";
        }
    }
}
