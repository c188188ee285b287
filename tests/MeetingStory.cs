using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupKeeping;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Domain.Steps.GroupMinutes;
using SafeguardingTeams.Domain.Steps.GroupOutline;
using SafeguardingTeams.Domain.Steps.GroupSession;

namespace SafeguardingTeams.Tests;

/// <summary>A meeting of the group: given events, when a command, then events or refusals. What it is about stands beside it.</summary>
internal sealed partial class MeetingStory
{
    internal static readonly RecordRef Id = RecordRef.Parse("GSCP-GM-2222-3333");

    internal static readonly RecordRef ActionId = RecordRef.Parse("GSCP-AC-5555-6666");

    /// <summary>The day the group meets: a Wednesday.</summary>
    internal static readonly DateOnly Day = new(2026, 12, 9);

    private int _commands;

    internal MeetingFile File { get; private set; } = new(Id);

    internal GroupFile Group { get; private set; } = new() { Stage = GroupStage.Open };

    /// <summary>The referral for practice learning on the agenda.</summary>
    internal LearningFile Learning { get; private set; } = LearningStory.At(LearningStage.AwaitingMeeting).File;

    /// <summary>The case on the agenda.</summary>
    internal CaseFile Case { get; private set; } = CaseStory.At(Stage.AwaitingGroupMeeting).File;

    /// <summary>The action that is written down with the case's item.</summary>
    internal ActionFile Action { get; private set; } = new(ActionId);

    internal DateTimeOffset Now { get; set; } = CaseStory.Monday;

    internal static Actor Operations => CaseStory.Somebody(Role.Operations);

    internal static Actor Chair => CaseStory.Somebody(Role.Chair);

    internal static Actor System => CaseStory.Person("system", Role.ThisSystem);

    internal static PlanGroupMeeting Plan { get; } =
        new(
            Id,
            Day,
            "10:00",
            "Room 1",
            false,
            [
                new(null, "Good news and good practice", AskedOfGroup.Note),
                new(LearningStory.Id, "", AskedOfGroup.Decide),
                new(CaseStory.Id, "", AskedOfGroup.Advise),
            ]
        );

    /// <summary>Something to be done, by somebody of the partnership's file.</summary>
    internal static PlanItemAction Plans { get; } =
        new(
            Id,
            3,
            CaseStory.Id,
            ActionId,
            new(
                "Health visitors hear of every discharge before it happens.",
                "The ward rings the health visitors' team the day before.",
                ActionOwner.OfTheFile(CaseStory.Somebody(Role.Chair).PersonId),
                new(2027, 3, 1),
                "Ten discharges are looked at."
            )
        );

    internal static Attendance Came { get; } =
        new(
            "10:05",
            true,
            [
                new("authority", "Head of Safeguarding", "Local authority", Role.LeadLocalAuthority, Presence.Present),
                new("police", "Detective Inspector", "Police", Role.LeadPolice, Presence.Deputy),
                new("health", "Designated Nurse", "Integrated Care Board", Role.LeadHealth, Presence.Apology),
                new("education", "Head of Schools", "Education", null, Presence.Absent),
            ],
            "The Independent Scrutineer"
        )
        {
            Quorum = new(3, true),
        };

    internal static ItemOutcome Noted { get; } =
        new(ItemEnd.Decided, "A ward's calls before discharge.", "Others can do it too.", "", "", "");

    internal static ItemOutcome OnTheCase { get; } =
        new(
            ItemEnd.Decided,
            "The criteria are not met. A learning review by one agency.",
            "One agency alone was involved.",
            "Nothing was seen, because little is known.",
            "The family is asked by the agency.",
            "The agency's lead"
        );

    internal static ItemOutcome OnTheReferral { get; } =
        new(
            ItemEnd.Decided,
            "How a discharge was planned. A multi-agency audit.",
            "It is the third of its kind.",
            "Nothing was seen.",
            "",
            ""
        );

    /// <summary>The shortest way to a stage.</summary>
    internal static MeetingStory At(MeetingStage stage) =>
        stage switch
        {
            MeetingStage.NotPlanned => new(),
            MeetingStage.Planned => new MeetingStory().Given(Plan, Operations),
            MeetingStage.InSession => At(MeetingStage.Planned).On(Day).Given(new RecordGroupAttendance(Id, Came, 0), Operations),
            MeetingStage.Ended => At(MeetingStage.InSession)
                .Given(Decide(1, null, Noted), Operations)
                .Given(Decide(2, LearningStory.Id, OnTheReferral), Operations)
                .Given(Decide(3, CaseStory.Id, OnTheCase), Operations)
                .Given(new EndGroupMeeting(Id, "12:30"), Operations),
            MeetingStage.MinutesWithChair => At(MeetingStage.Ended).Given(new SendMinutesToChair(Id), Operations),
            MeetingStage.MinutesCirculated => At(MeetingStage.MinutesWithChair).Given(new CirculateMinutes(Id), Chair),
            MeetingStage.Approved => At(MeetingStage.MinutesCirculated).Given(new ApproveMinutes(Id, Day, "A date on page 2."), Operations),
            MeetingStage.Cancelled => At(MeetingStage.Planned).Given(new CancelGroupMeeting(Id, "Too few can come."), Operations),
        };

    internal static WriteOutline Outlines { get; } =
        new(
            Id,
            3,
            CaseStory.Id,
            new("1 to 4", "Physical harm", "A toddler was taken to hospital after a fall that nobody could explain.", true),
            0
        );

    internal static RecordMeetingKept Kept { get; } =
        new(
            Id,
            [
                new(
                    KeptKind.GroupAgenda,
                    "GroupAgenda.2",
                    "",
                    $"{Id}-agenda.docx",
                    "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
                    1,
                    "Chair; Independent Scrutineer"
                ),
            ]
        );

    internal static DecideItem Decide(int number, RecordRef? subject, ItemOutcome outcome, bool again = false) =>
        new(
            Id,
            number,
            subject,
            outcome,
            subject?.Kind == RecordKind.Learning && outcome.End == ItemEnd.Decided ? LearningStory.Outcome with { DecidedOn = Day } : null,
            again
        )
        {
            Recommends =
                subject?.Kind == RecordKind.Case && outcome.End == ItemEnd.Decided
                    ? [GroupsMethod.CriteriaNotMet, GroupsMethod.SingleAgencyReview]
                    : [],
        };

    /// <summary>One of each command, as somebody would send it.</summary>
    internal static IEnumerable<MeetingCommand> EveryCommand() =>
        [
            Plan,
            new MoveGroupMeeting(Id, Day.AddDays(1), "10:00", "Room 2", "The room is taken."),
            new CancelGroupMeeting(Id, "Too few can come."),
            new AddToAgenda(Id, [new(null, "Terms of reference", AskedOfGroup.Accept)]),
            new DropFromAgenda(Id, 1, "It is not ready."),
            new OrderAgenda(Id, 2, true, 1),
            Outlines,
            .. CoOpting,
            new AddPaper(Id, 2, "A summary", "https://files.example/summary"),
            new SendAgenda(Id, 99),
            new RecordGroupAttendance(Id, Came, 0),
            new RecordGroupAttendance(Id, Came with { Others = "" }, 1),
            new DeclareInterest(Id, 3, new("Detective Inspector, Police", "lead-police", "Managed the service.", AfterInterest.Left)),
            Plans,
            new TakeBackItemAction(Id, 3, ActionId),
            Decide(1, null, Noted),
            Decide(2, LearningStory.Id, OnTheReferral),
            Decide(3, CaseStory.Id, OnTheCase),
            Decide(3, CaseStory.Id, OnTheCase) with
            {
                Actions = [ActionId],
            },
            Decide(3, CaseStory.Id, new(ItemEnd.Deferred, "The next meeting", "The police are not there.", "", "", "")),
            Decide(1, null, new(ItemEnd.Withdrawn, "", "It is done elsewhere.", "", "", "")),
            Decide(3, CaseStory.Id, OnTheCase with { Decision = "The criteria may be met.", Corrected = "A slip." }, again: true) with
            {
                Recommends = [GroupsMethod.CriteriaMayBeMet],
            },
            new EndGroupMeeting(Id, "12:30"),
            new SendMinutesToChair(Id),
            new CirculateMinutes(Id),
            new ApproveMinutes(Id, Day, ""),
            .. Timescales.OfMeetings.Select(timescale => new RemindMeeting(Id, timescale.Id)),
            new RecalculateMeeting(Id),
            Kept,
        ];

    internal MeetingStory On(DateOnly day)
    {
        Now = London.Instant(day, new(13, 0));
        return this;
    }

    /// <summary>A child of the case has this name.</summary>
    internal MeetingStory Named(string name)
    {
        var child = Domain.Forms.AnswerRow.Empty("r9").With("name", name);
        Case = Case with { Referral = Case.Referral! with { Answers = Case.Referral.Answers.With("children", child) } };
        return this;
    }

    internal MeetingStory Given(Command command, Actor actor) =>
        When(command, actor) is Decision.Refused refused
            ? throw new InvalidOperationException($"{command.Step} was refused: {refused.Reasons[0].Code}")
            : this;

    /// <summary>Decides; where it is accepted, every record has what happened to it.</summary>
    internal Decision When(Command command, Actor actor)
    {
        var decision = command.DecideFor(File, [.. command.Others.Select(Other)], Context(actor));
        if (decision is Decision.Accepted accepted)
        {
            _commands++;
            foreach (var change in accepted.Changes)
            {
                switch (Other(change.Record))
                {
                    case MeetingFile file:
                        File = Next(file, change, actor);
                        break;
                    case GroupFile group:
                        Group = Next(group, change, actor);
                        break;
                    case ActionFile action:
                        Action = Next(action, change, actor);
                        break;
                    case LearningFile learning:
                        Learning = Next(learning, change, actor);
                        break;
                    case CaseFile file:
                        Case = Next(file, change, actor);
                        break;
                }
            }
        }

        return decision;
    }

    private RecordFile Other(RecordRef record) =>
        record.Kind switch
        {
            RecordKind.Meeting => File,
            RecordKind.Group => Group,
            RecordKind.Learning => Learning,
            RecordKind.Action => Action,
            _ => Case,
        };

    private TFile Next<TFile>(TFile file, RecordChange change, Actor actor)
        where TFile : RecordFile =>
        Replay.Next(
            file,
            new(
                change.Record,
                file.Version + 1,
                Now,
                new(actor.PersonId, actor.Display, actor.AgencyName, actor.Account, [.. file.RolesOf(actor).Order()]),
                $"command-{_commands}",
                change.Event
            )
        );
}
