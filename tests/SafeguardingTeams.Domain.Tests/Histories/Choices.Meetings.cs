using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Absences;
using SafeguardingTeams.Domain.Steps.AccessReview;
using SafeguardingTeams.Domain.Steps.BankHolidays;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupCoOption;
using SafeguardingTeams.Domain.Steps.GroupKeeping;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Domain.Steps.GroupMinutes;
using SafeguardingTeams.Domain.Steps.GroupOutline;
using SafeguardingTeams.Domain.Steps.GroupReports;
using SafeguardingTeams.Domain.Steps.GroupSchedule;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.TermsOfReference;
using SafeguardingTeams.Domain.Tests.Group;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>Meetings of the group, and the group itself.</content>
internal sealed partial class Choices
{
    private IEnumerable<Command> OfAMeeting(World world, MeetingFile file, Step step) =>
        step switch
        {
            Step.PlanGroupMeeting =>
            [
                new PlanGroupMeeting(file.Ref, WorkingDay(world, random.Next(1, 40)), "10:00", "Room 1", Sometimes(4), Waiting(world)),
            ],
            Step.MoveGroupMeeting =>
            [
                new MoveGroupMeeting(file.Ref, WorkingDay(world, random.Next(1, 30)), "10:00", "Room 2", "The room is taken."),
            ],
            Step.CancelGroupMeeting => [new CancelGroupMeeting(file.Ref, "Too few can come.")],
            Step.ChangeAgenda => Agenda(world, file),
            Step.CoOptToItem => file.Agenda.SelectMany(item => CoOption(file, item)),
            Step.SendAgenda => [new SendAgenda(file.Ref, file.Version)],
            Step.RecordGroupAttendance =>
            [
                new RecordGroupAttendance(
                    file.Ref,
                    MeetingStory.Came with
                    {
                        Others = $"{file.Version} others",
                    },
                    RecordGroupAttendance.Times(file)
                ),
            ],
            Step.DeclareInterest => file.Agenda.Select(item => new DeclareInterest(
                file.Ref,
                item.Number,
                new(
                    "Detective Inspector, Police",
                    CaseStory.Lead(Role.LeadPolice).PersonId,
                    "Managed it.",
                    Any(Enum.GetValues<AfterInterest>())
                )
            )),
            Step.DecideItem => file.Agenda.SelectMany(item => OfAnItem(world, file, item)),
            Step.EndGroupMeeting => [new EndGroupMeeting(file.Ref, "12:30")],
            Step.SendMinutesToChair => [new SendMinutesToChair(file.Ref)],
            Step.CirculateMinutes => [new CirculateMinutes(file.Ref)],
            Step.ApproveMinutes => [new ApproveMinutes(file.Ref, world.Today, "A date.")],
            Step.KeepMeetingPapers => [new RecordMeetingKept(file.Ref, [Kept(file)])],
            Step.RemindMeeting => file.Clocks.Select(clock => new RemindMeeting(file.Ref, clock.Deadline.TimescaleId)),
            Step.RecalculateMeeting => [new RecalculateMeeting(file.Ref)],
            _ => throw new InvalidOperationException($"No command for {step} of a meeting."),
        };

    /// <summary>What waits for a meeting and stands on no agenda yet, as the lists have it.</summary>
    private static ImmutableList<NewItem> Waiting(World world)
    {
        var there = world
            .All<MeetingFile>()
            .Where(meeting => !meeting.IsOver)
            .SelectMany(meeting => meeting.Undecided)
            .Select(item => item.Subject)
            .ToHashSet();
        return
        [
            new(null, "Good news and good practice", AskedOfGroup.Note),
            .. world
                .All<LearningFile>()
                .Where(file => file.Stage == LearningStage.AwaitingMeeting && !there.Contains(file.Ref))
                .Select(file => new NewItem(file.Ref, "", AskedOfGroup.Decide)),
            .. world
                .All<CaseFile>()
                .Where(file => file is { Stage: Stage.AwaitingGroupMeeting, Considered: null } && !there.Contains(file.Ref))
                .Select(file => new NewItem(file.Ref, "", AskedOfGroup.Advise)),
        ];
    }

    /// <summary>What left at the last step.</summary>
    private static KeptDocument Kept(MeetingFile file) =>
        MeetingStory.Kept.Documents[0] with
        {
            Occasion = $"{MeetingStory.Kept.Documents[0].Occasion}.{file.Version}",
        };

    private IEnumerable<Command> Agenda(World world, MeetingFile file) =>
        [
            new AddToAgenda(file.Ref, [.. Waiting(world).Skip(1)]),
            new AddToAgenda(file.Ref, [new(null, $"Something else, {file.Version}", AskedOfGroup.Note)]),
            .. file.Agenda.SelectMany(
                (item, place) =>
                    new Command[]
                    {
                        new DropFromAgenda(file.Ref, item.Number, "It is not ready."),
                        new OrderAgenda(file.Ref, item.Number, true, place),
                        new WriteOutline(
                            file.Ref,
                            item.Number,
                            item.Subject,
                            new("1 to 4", "Physical harm", $"Nobody could explain it, {file.Version}.", true),
                            WriteOutline.Times(file, item.Number)
                        ),
                        new AddPaper(file.Ref, item.Number, "A summary", $"https://files.example/{file.Version}"),
                    }
            ),
        ];

    private static IEnumerable<Command> CoOption(MeetingFile file, AgendaItem item) =>
        [
            .. new[] { ActionStory.Owner, CaseStory.Lead(Role.LeadPolice), MeetingStory.Chair }.Select(person => new CoOptToItem(
                file.Ref,
                item.Number,
                ActionOwner.OfTheFile(person.PersonId)
            )),
            new CoOptToItem(file.Ref, item.Number, ActionStory.Outside with { AgencyId = "trust" }),
            .. item.CoOpted.Select(one => new EndCoOption(file.Ref, item.Number, one.Number, "Somebody else comes.")),
        ];

    /// <summary>Commands at any meeting that end an item about a record.</summary>
    private IEnumerable<Command> Items(World world, RecordRef subject) =>
        from meeting in world.All<MeetingFile>()
        from item in meeting.Agenda
        where item.Subject == subject
        from command in OfAnItem(world, meeting, item)
        select command;

    private IEnumerable<Command> OfAnItem(World world, MeetingFile file, AgendaItem item)
    {
        var again = item.Outcome is not null;
        var corrected = again ? "A slip." : "";
        yield return Decides(world, file, item, corrected);
        yield return Decides(world, file, item, corrected);
        yield return new DecideItem(
            file.Ref,
            item.Number,
            item.Subject,
            new(ItemEnd.Deferred, "The next meeting", $"Nobody is there who knows, {file.Version}.", "", "", "") { Corrected = corrected },
            null,
            again
        );
        yield return new DecideItem(
            file.Ref,
            item.Number,
            item.Subject,
            new(ItemEnd.Withdrawn, "", $"It is done elsewhere, {file.Version}.", "", "", "") { Corrected = corrected },
            null,
            again
        );
        yield return new PlanItemAction(
            file.Ref,
            item.Number,
            item.Subject,
            New(RecordKind.Action),
            Planned(world),
            item.Outcome is { End: ItemEnd.Decided }
        );
        foreach (var action in DecideItem.Waiting(item))
        {
            yield return new TakeBackItemAction(file.Ref, item.Number, action);
        }
    }

    private DecideItem Decides(World world, MeetingFile file, AgendaItem item, string corrected) =>
        new(
            file.Ref,
            item.Number,
            item.Subject,
            MeetingStory.OnTheCase with
            {
                Decision = $"A learning review by one agency, {file.Version}.",
                Corrected = corrected,
            },
            item.Subject is { Kind: RecordKind.Learning }
                ? Outcome(world, Sometimes() ? LearningOutcome.MultiAgencyAudit : LearningOutcome.ToTheTriBoroughGroup)
                : null,
            item.Outcome is not null
        )
        {
            Recommends =
                item.Subject is { Kind: RecordKind.Case } serious && world.Of(serious) is CaseFile { Stage: Stage.AwaitingGroupMeeting }
                    ? [Any([GroupsMethod.CriteriaNotMet, GroupsMethod.CriteriaMayBeMet, GroupsMethod.LearningReview])]
                    : [],
            Actions = [.. DecideItem.Waiting(item)],
            Joined = item.Subject is { Kind: RecordKind.Learning } referral ? Following((LearningFile)world.Of(referral)) : [],
        };

    private IEnumerable<Command> OfTheGroup(World world, GroupFile group, Step step) =>
        step switch
        {
            Step.ScheduleGroupMeeting =>
            [
                new ScheduleMeeting(WorkingDay(world, random.Next(1, 90))),
                .. group.Meetings.Select(day => new TakeOutMeeting(day, "Too many are away.")),
            ],
            Step.PlanGroupMeeting => OfAMeeting(world, new(New(RecordKind.Meeting)), step),
            Step.MoveGroupMeeting or Step.CancelGroupMeeting => world.All<MeetingFile>().SelectMany(one => OfAMeeting(world, one, step)),
            Step.AgreeTermsOfReference => [new AgreeTermsOfReference(world.Today, null, $"Folder {group.Version}")],
            Step.RecordAbsence =>
            [
                .. Cast.All.Select(person => new RecordAbsence(person.PersonId, world.Today, world.Today.AddDays(random.Next(10)))),
                .. group.Absences.Select(absence => new TakeBackAbsence(absence.PersonId, absence.From)),
            ],
            // Where it matters: on a day on which a clock ends or reminds.
            Step.AmendBankHolidays => world
                .Files.Values.SelectMany(file => file.Clocks)
                .Where(clock => clock.Runs)
                .SelectMany(clock => clock.Deadline.Chases.Select(chase => London.DateOf(chase.At)).Append(clock.Deadline.DueDay))
                .Where(day => day > world.Today && world.Calendar.IsWorkingDay(day))
                .Distinct()
                .Select(day => new AmendBankHolidays(day, true, "Announced.")),
            Step.EndReportYear => [new EndReportYear(group.LastYearEnded is { } last ? last + 1 : ReportPeriod.YearOf(world.Today) - 1)],
            Step.BeginAccessReview => [new BeginAccessReview(BeginAccessReview.QuarterOf(world.Today))],
            Step.KeepPeople =>
            [
                GroupTests.Proposal(world.Today),
                .. group.Proposals.Where(one => one.Answer is null).Select(one => new TakeBackPeopleChange(one.Number)),
                .. GroupTests.EveryCommand().OfType<ChangePeople>(),
            ],
            Step.ConfirmPeopleChange => group
                .Proposals.Where(one => one.Answer is null)
                .SelectMany(one => new Command[] { new ConfirmPeopleChange(one.Number), new DeclinePeopleChange(one.Number, "x") }),
            Step.NoteHandOvers => [new NoteRoleHolders([new(Role.Chair, CaseStory.Somebody(Role.Chair).PersonId)])],
            _ => GroupTests.EveryCommand().Where(command => command.Step == step),
        };
}
