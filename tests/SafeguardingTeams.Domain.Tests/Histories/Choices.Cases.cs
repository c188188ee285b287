using System.Reflection;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.LeadsQuestions;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Domain.Tests.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>Cases.</content>
internal sealed partial class Choices
{
    /// <summary>What the walks over a single case try, one after the other.</summary>
    private static readonly ILookup<Step, Func<Tried, Command>> ByStep = Walks
        .Moves()
        .SelectMany(move => move)
        .ToLookup(move => move(new(CaseStory.At(Stage.AwaitingThreshold).File, CaseStory.At(Stage.AwaitingThreshold).File, default)).Step);

    private static readonly string[] Agencies = ["police", "acute-trust", "schools"];

    private IEnumerable<Command> OfACase(World world, CaseFile file, Step step) =>
        step switch
        {
            Step.JoinReferrals => world
                .All<CaseFile>()
                .Where(other => other.Ref != file.Ref)
                .SelectMany(other =>
                    new Command[]
                    {
                        new JoinReferrals(file.Id, other.Id, "The same child."),
                        new JoinReferrals(other.Id, file.Id, "The same child."),
                        new SeparateReferrals(other.Id, file.Id, "Two children."),
                    }
                ),
            Step.AgreeAction => [Agrees(file.Ref)],
            Step.BeginBriefing => Begins(file.Ref, New(RecordKind.Briefing)),
            Step.WriteBriefing => Writing(world, file.Ref),
            Step.MakeReviewRecommendation => Recommending(world, file.Ref),
            Step.ProposeReview => Enum.GetValues<ReviewKind>().Select(kind => Proposes(world, file.Ref, kind, New(RecordKind.Review))),
            Step.DecideItem => Items(world, file.Ref),
            // Of practice learning it is the Chair's choice, which begins a case.
            Step.TriageLearning => world.All<LearningFile>().SelectMany(referral => OfLearning(world, referral, step)),
            Step.ChaseDeadline => file.Clocks.Select(clock => new ChaseDeadline(file.Id, clock.Deadline.TimescaleId)),
            _ => ByStep[step]
                .Select(move => move(new(file, file, world.Now)))
                .Select(command => Of(file.Id, command))
                .Concat(FromTheCase(file, world, step)),
        };

    /// <summary>What goes by what the case says now.</summary>
    private static IEnumerable<Command> FromTheCase(CaseFile file, World world, Step step) =>
        step switch
        {
            Step.RecordMeeting =>
            [
                new RecordMeeting(file.Id, file.Review.Record, CaseStory.CompleteRecord(file), "It was missing."),
                new RecordMeeting(
                    file.Id,
                    file.Review.Record,
                    file.Review.Record.With("discussion", "harm", $"Two fractures, {file.Version}."),
                    "The second was found."
                ),
                new RecordAttendance(file.Id, [.. Partners.Leads.Select(lead => $"a-{lead}")], "They came later."),
            ],
            Step.DeclareForMeeting => Partners.Leads.Select(lead => new DeclareForMeeting(file.Id, $"a-{lead}", true, true)),
            Step.ReturnScoping or Step.SecureRecords => Agencies
                .SelectMany(agency => OfAnAgency(file.Id, agency, world.Today))
                .Where(command => command.Step == step),
            Step.RecordConsidered =>
            [
                new RecordConsidered(file.Id, world.Today, "A learning event for schools.", file.Considered is null ? "" : "A slip."),
            ],
            Step.Approve => new[] { true, false }.Select(agrees => new Approve(
                file.Id,
                file.Review.Approval?.Round.Number ?? 0,
                agrees,
                agrees ? "" : "An audit would do."
            )),
            Step.RecordPartnersResponse =>
            [
                new RecordPartnersResponse(file.Id, $"We stand by it, {file.Version}."),
                new RecordPartnersResponse(file.Id, $"We stand by it, {file.Version}.", "A slip.", true),
            ],
            Step.PlanMeeting =>
            [
                new PlanMeeting(
                    file.Id,
                    London.Instant(WorkingDay(world, 14), new(10, 0)),
                    London.Instant(WorkingDay(world, 14), new(12, 0)),
                    MeetingKind.FaceToFace,
                    "Town hall, room 4",
                    "",
                    "Too few can come later."
                ),
            ],
            Step.AskAgency => file.Review.Agencies.Select(agency => new AskAgency(file.Id, agency.Key)),
            Step.FillInRequest =>
            [
                new FillInRequest(
                    file.Id,
                    file.Review.Request,
                    CaseStory.CompleteRequest().With("case", "from", $"2025-10-{1 + file.Version % 28:00}"),
                    "It was missing."
                ),
            ],
            Step.Recommend => new[] { true, false }.Select(met => new Recommend(
                file.Id,
                met,
                $"On what is known now, {file.Version}.",
                false,
                file.Recommendation is not null
            )),
            Step.RecordNotification => Enum.GetValues<NotificationGround>()
                .Select(ground => new RecordNotification(
                    file.Id,
                    ground,
                    file.Notification?.SentAt ?? world.Now,
                    $"SIN-{file.Version}",
                    "A slip.",
                    file.Notification is not null
                )),
            Step.RecordPanelAnswer => new[] { true, false }.Select(concurs => new RecordPanelAnswer(
                file.Id,
                concurs,
                "It says so.",
                world.Today,
                file.Review.Answer is null ? "" : "A slip.",
                file.Review.Answer is not null
            )),
            Step.AskLeads =>
            [
                new AskLeads(
                    file.Id,
                    $"Shall the group hear of it before, {file.Questions.Count}?",
                    ["Yes", "No"],
                    file.Version % 2 == 0 ? AskLeads.OnACard : AskLeads.FromAFlow
                ),
            ],
            Step.AnswerLeadsQuestion => file
                .Questions.Where(asked => asked.IsOpen)
                .SelectMany(asked =>
                    Enumerable
                        .Range(1, asked.Options.Count)
                        .Select(option => new AnswerLeadsQuestion(file.Id, asked.Number, option, $"As things stand, {file.Version}."))
                ),
            Step.TakeBackLeadsQuestion => file
                .Questions.Where(asked => asked.IsOpen)
                .Select(asked => new TakeBackLeadsQuestion(file.Id, asked.Number, "It is settled.")),
            Step.CoverAbsence => CaseTask
                .Of(file)
                .Select(task => new CoverAbsence(file.Id, task.For, CaseStory.Somebody(task.For).PersonId, world.Today.AddDays(5))),
            Step.TakeOverRole => CaseTask
                .Of(file)
                .Select(task => new TakeOverRole(file.Id, task.For, CaseStory.Somebody(task.For).PersonId, [], file.Version)),
            Step.HandOver => from role in new[] { Role.Chair, Role.Scrutineer, Role.AuthorityNotifier }.Concat(Partners.Leads)
            from person in new[] { CaseStory.Somebody(role), CaseStory.Deputy(role) }
            select new HandOver(file.Id, role, person.PersonId, "A new post."),
            Step.SecureFile => Agencies.Select(agency => new SecureFile(
                file.Id,
                agency,
                2048,
                $"{file.Version:x64}",
                ".pdf",
                "Custody records"
            )),
            Step.RecordReferrerTold => [new RecordReferrerTold(file.Id, "By telephone.", file.ReferrerTold is not null)],
            _ => [],
        };

    private static IEnumerable<Command> OfAnAgency(CaseId id, string agency, DateOnly today) =>
        [
            new ReturnScoping(id, agency, false, Answers.None, "on a card", "") { Heard = CaseStory.ByTelephone },
            new ReturnScoping(id, agency, false, Answers.None, "on a card", "A slip.") { Heard = CaseStory.ByTelephone },
            new NameNominee(id, agency, CaseStory.ContactOf("nominee"), ""),
            .. Enum.GetValues<SecuringStep>().Select(what => new ConfirmSecuring(id, agency, what, "A cabinet.", today, "It was moved.")),
        ];

    /// <summary>A command of the stories, about another case.</summary>
    private static Command Of(CaseId id, Command command)
    {
        if (command.Ref == RecordRef.Of(id))
        {
            return command;
        }

        var copy = (Command)command.GetType().GetMethod("<Clone>$")!.Invoke(command, null)!;
        copy.GetType().GetProperty("CaseId", BindingFlags.Instance | BindingFlags.Public)!.SetValue(copy, id);
        return copy;
    }

    /// <summary>A working day so many days ahead.</summary>
    private static DateOnly WorkingDay(World world, int ahead)
    {
        WorkingDayCalendar calendar = world.Calendar;
        var day = world.Today.AddDays(ahead);
        return calendar.IsWorkingDay(day) ? day : calendar.NextWorkingDay(day);
    }
}
