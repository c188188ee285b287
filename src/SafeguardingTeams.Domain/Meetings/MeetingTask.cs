using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Meetings;

/// <summary>What waits for a meeting of the group, as it follows from what has and has not been done.</summary>
public static class MeetingTask
{
    /// <summary>The tasks, each with the step that ends it.</summary>
    public static ImmutableList<(CaseTask Task, Step Step)> Of(MeetingFile file) =>
        file.Stage switch
        {
            MeetingStage.NotPlanned or MeetingStage.Approved or MeetingStage.Cancelled => [],
            MeetingStage.Planned => file.AgendaSentAt is null
                ? [(new(TaskKind.SendAgenda, Role.Operations, Due(file, Timescales.GroupPapers)), Step.SendAgenda)]
                : [(new(TaskKind.HoldGroupMeeting, Role.Operations, Due(file, Timescales.GroupMeetingHeld)), Step.RecordGroupAttendance)],
            MeetingStage.InSession => [(new(TaskKind.HoldGroupMeeting, Role.Operations, null), Step.EndGroupMeeting)],
            MeetingStage.Ended =>
            [
                (new(TaskKind.SendMinutesToChair, Role.Operations, Due(file, Timescales.MinutesToChair)), Step.SendMinutesToChair),
            ],
            MeetingStage.MinutesWithChair =>
            [
                (new(TaskKind.CirculateMinutes, Role.Chair, Due(file, Timescales.MinutesToMembers)), Step.CirculateMinutes),
            ],
            MeetingStage.MinutesCirculated when MeetingSending.IsDraftToGoAgain(file) =>
            [
                (new(TaskKind.CirculateMinutes, Role.Chair, null), Step.CirculateMinutes),
                (new(TaskKind.ApproveMinutes, Role.Operations, null), Step.ApproveMinutes),
            ],
            MeetingStage.MinutesCirculated => [(new(TaskKind.ApproveMinutes, Role.Operations, null), Step.ApproveMinutes)],
        };

    /// <summary>What waits for those co-opted who have an account: to come for their item (E3). The meeting's end ends it.</summary>
    public static IEnumerable<CaseTask> OfCoOpted(MeetingFile file) =>
        file
            .Items.SelectMany(item => item.CoOpted.Where(one => one.Who.HasAccount && file.IsShownTo(item, one)))
            .Select(one => one.Who.PersonId)
            .Distinct()
            .Select(person => new CaseTask(TaskKind.ComeForItem, Role.Practitioner, Due(file, Timescales.GroupMeetingHeld))
            {
                PersonId = person,
            });

    private static Deadline? Due(MeetingFile file, Timescale timescale) =>
        file.Clock(timescale.Id) is { Runs: true } clock ? clock.Deadline : null;
}
