using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.BankHolidays;
using SafeguardingTeams.Domain.Steps.BriefingWriting;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupRecord;
using SafeguardingTeams.Domain.Steps.LearningQuestions;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Domain.Steps.TermsOfReference;
using SafeguardingTeams.Domain.Tests.Group;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <summary>What histories begin from.</summary>
internal static partial class Starts
{
    /// <summary>A partnership in which nothing has happened but that its group's record was begun.</summary>
    private static World Opened { get; } = Begun();

    /// <summary>Records of each kind that nobody has begun.</summary>
    internal static ImmutableArray<RecordFile> NotBegun { get; } =
    [
        new CaseFile(LearningStory.Made),
        new LearningFile(RecordRef.Parse("GSCP-PL-8888-9999")),
        new ActionFile(RecordRef.Parse("GSCP-AC-8888-9999")),
        new MeetingFile(RecordRef.Parse("GSCP-GM-8888-9999")),
        new ReviewFile(RecordRef.Parse("GSCP-RV-8888-9999")),
        new BriefingFile(RecordRef.Parse("GSCP-BR-8888-9999")),
        new GroupFile(),
    ];

    /// <summary>Two leads have said what they think of a review, and not the same.</summary>
    internal static World TwoLeadsDiffer =>
        With(Opened, ReviewStory.At(ReviewStage.Proposed).Said(true, Role.LeadPolice).Said(false, Role.LeadHealth).File);

    /// <summary>Of the three leads who are asked something one has not answered.</summary>
    internal static World OneLeadIsLeft =>
        With(Opened, CaseStory.At(Stage.UnderReview).LeadsAsked().LeadAnswers(Role.LeadPolice, 1).LeadAnswers(Role.LeadHealth, 2).File);

    /// <summary>A briefing that waits for its check.</summary>
    internal static World ToBeChecked => With(Opened, BriefingStory.At(BriefingStage.Checking).File);

    /// <summary>A review that two agencies are asked by.</summary>
    internal static World AskedForDetail => With(Opened, ReviewStory.AskedForDetail().File);

    internal static World UnderReview => With(Opened, CaseStory.At(Stage.UnderReview).File);

    /// <summary>
    /// What the random histories seldom come to: the leads differ, or were mediated between, while the authority has gone on; everything
    /// is done but the closing; actions and meetings at each stage.
    /// </summary>
    internal static IEnumerable<World> Directed() =>
        [
            new(ImmutableDictionary<RecordRef, RecordFile>.Empty, CaseStory.Monday),
            .. After(Opened, new AgreeTermsOfReference(Opened.Today, null, "Folder"), CaseStory.Somebody(Role.Operations)),
            .. After(With(Opened, Leads().File, Leads().Other), LearningStory.BothToTheMash, CaseStory.Somebody(Role.Chair)),
            .. After(
                With(Opened, LearningStory.At(LearningStage.AwaitingTriage).File),
                new TriageLearning(LearningStory.Id, LearningWay.ToTheMash, "It looks serious.", true, [], LearningStory.Made),
                CaseStory.Somebody(Role.Chair)
            ),
            .. new[] { Stage.PreparingRapidReview, Stage.Notified, Stage.UnderReview }.Select(Seated),
            .. Cases().Select(story => With(Opened, story.File, story.Other) with { Now = story.Now }),
            .. Enum.GetValues<LearningStage>()
                .Except([LearningStage.WithTheMash])
                .SelectMany(stage => new[] { LearningStory.At(stage), LearningStory.At(stage, LearningStory.GoodPractice) })
                .Concat([
                    LearningStory.At(LearningStage.Decided).WithOther(LearningStage.AwaitingTriage),
                    ByOperations(true),
                    ByOperations(false),
                    Leading(LearningWay.NotForTheGroup),
                    Leading(LearningWay.NextMeeting),
                    Leading(LearningWay.NextMeeting, LearningStory.GoodPractice),
                    LearningStory.ByMail(),
                    LearningStory.ByMail().Given(new AnswerAsSafeguardingLead(LearningStory.Id, true, ""), LearningStory.Lead),
                    LearningStory
                        .ByMail()
                        .Given(new AnswerAsSafeguardingLead(LearningStory.Id, true, ""), LearningStory.Lead)
                        .Triaged(LearningWay.NextMeeting),
                    LearningStory
                        .At(LearningStage.Joined)
                        .Given(new AskReferrer(LearningStory.Id, "Who planned it?"), CaseStory.Somebody(Role.Operations)),
                ])
                .Select(story => With(Opened, story.File, story.Other) with { Now = story.Now }),
            .. Enum.GetValues<ActionStage>()
                .SelectMany(stage =>
                    new[]
                    {
                        ActionStory.At(stage),
                        ActionStory.At(stage, ActionStory.Outside),
                        ActionStory.At(stage, withFile: true),
                        ActionStory.At(stage, withLink: true),
                    }
                )
                .Append(
                    ActionStory.At(ActionStage.Accepted).Given(new ReportImpact(ActionStory.Id, "Nineteen of twenty."), ActionStory.Owner)
                )
                .Select(story => With(Opened, LearningStory.At(LearningStage.Decided).File, story.File) with { Now = story.Now }),
            .. Enum.GetValues<MeetingStage>()
                .Select(stage => MeetingStory.At(stage))
                .Append(MeetingStory.At(MeetingStage.Planned).On(MeetingStory.Day))
                .Append(
                    MeetingStory
                        .At(MeetingStage.InSession)
                        .Given(MeetingStory.Decide(1, null, MeetingStory.Noted), MeetingStory.Operations)
                        .Given(MeetingStory.Decide(2, LearningStory.Id, MeetingStory.OnTheReferral), MeetingStory.Operations)
                        .Given(MeetingStory.Decide(3, CaseStory.Id, MeetingStory.OnTheCase), MeetingStory.Operations)
                )
                .Select(story => With(Opened, story.File, story.Learning, story.Case) with { Now = story.Now }),
            .. Enum.GetValues<BriefingStage>()
                .Select(stage => BriefingStory.At(stage))
                .Append(BriefingStory.At(BriefingStage.Sent, BriefingPurpose.Training))
                .Select(story => With(Opened, CaseStory.At(Stage.PanelAnswered).File, story.File) with { Now = story.Now }),
            .. Reviews().Select(story => With(Opened, CaseStory.At(Stage.PanelAnswered).File, story.File) with { Now = story.Now }),
        ];

    /// <summary>A review at each stage, those that only the group decided on, and leads who differ.</summary>
    private static IEnumerable<ReviewStory> Reviews() =>
        Enum.GetValues<ReviewStage>()
            .Select(stage => ReviewStory.At(stage))
            .Concat(
                new[] { ReviewStage.UnderWay, ReviewStage.ReportWithLeads, ReviewStage.Accepted }.Select(stage =>
                    ReviewStory.At(stage).Given(ReviewStory.Inquest, ReviewStory.Operations)
                )
            )
            .Concat(
                new[] { ReviewStage.UnderWay, ReviewStage.ReportWithLeads, ReviewStage.Accepted, ReviewStage.Concluded }.Select(
                    ReviewStory.AskedInAt
                )
            )
            .Append(ReviewStory.At(ReviewStage.Accepted).Given(ReviewStory.AskDraft, ReviewStory.Operations).Published())
            .Concat(
                new[] { ReviewStage.UnderWay, ReviewStage.ReportWithLeads, ReviewStage.Accepted, ReviewStage.Concluded }.Select(
                    ReviewStory.AskedForDetail
                )
            )
            .Append(ReviewStory.Begun())
            .Append(ReviewStory.Begun(ReviewKind.FollowedElsewhere))
            .Append(ReviewStory.Begun(ReviewKind.NationalLearning))
            .Append(ReviewStory.At(ReviewStage.Proposed).Said(true, Role.LeadPolice, Role.LeadHealth).Said(false, Role.LeadLocalAuthority));

    /// <summary>A world as it is and, where a step needs it, a while later, with another bank holiday, or with something stuck.</summary>
    internal static IEnumerable<World> Ready(World world, RecordFile file, Step step)
    {
        var runs = file.Clocks.Where(clock => clock.Runs).ToList();
        return Choices.Reminds(step)
                ? runs.Select(clock => clock.NextChase)
                    .OfType<Chase>()
                    .Select(chase => world with { Now = Later(world, chase.At.AddMinutes(5)) })
            : Choices.CountsAgain(step)
                ? runs.SelectMany(clock => clock.Deadline.Chases.Select(chase => London.DateOf(chase.At)).Append(clock.Deadline.DueDay))
                    .Where(world.Calendar.IsWorkingDay)
                    .Distinct()
                    .SelectMany(day => After(world, new AmendBankHolidays(day, true, "Announced."), CaseStory.Somebody(Role.Operations)))
            : step == Step.EndReportYear
                // Once the year has ended in which it is now.
                ? [world with { Now = London.Instant(new(ReportPeriod.YearOf(world.Today) + 1, 4, 1), new(9, 0)) }]
            : step == Step.BeginAccessReview
                // Once the quarter has ended in which its record began.
                ? [world with { Now = world.Now.AddDays(95) }]
            : step == Step.ConfirmPeopleChange ? After(world, GroupTests.Proposal(world.Today), CaseStory.Somebody(Role.Operations))
            : step == Step.RecordDoneByHand
                ? After(world, new ReportDeadLetter(file.Ref.CaseId, "x", "A letter", "The address is not known."), Cast.System)
                    .Prepend(world)
            : step == Step.DecideItem && file is CaseFile
                // An item about it may stand on any agenda, wherever the case is by then.
                ? After(
                        With(world, MeetingStory.At(MeetingStage.InSession).File with { Items = [] }),
                        new AddToAgenda(MeetingStory.Id, [new NewItem(file.Ref, "", AskedOfGroup.Decide)]),
                        CaseStory.Somebody(Role.Operations)
                    )
                    .Prepend(world)
            : step == Step.WriteBriefing && file is not BriefingFile && file.Version > 0
                // One that was begun from it, at whatever stage it is by now.
                ?
                [
                    With(
                        world,
                        new BriefingStory().Given(new BeginBriefing(BriefingStory.Id, BriefingStory.Plan()), BriefingStory.Chair).File with
                        {
                            Plan = BriefingStory.Plan(source: file.Ref),
                        }
                    ),
                ]
            : [world];
    }

    private static DateTimeOffset Later(World world, DateTimeOffset at) => at > world.Now ? at : world.Now;

    private static IEnumerable<World> After(World world, Command command, Actor actor) =>
        world.Decide(command, actor, world.People()) is Decision.Accepted accepted ? [world.After(accepted, actor)] : [];

    /// <summary>Whoever holds a seat on the day of the planned meeting is somebody else by now (E2).</summary>
    private static World Seated(Stage stage)
    {
        var seat = new Seat(
            "designated-nurse",
            "Designated Nurse",
            "icb",
            "Integrated Care Board",
            Role.LeadHealth,
            [new("", "The nurse who leaves", "nurse@icb.example", new(2026, 1, 1), null)]
        );
        var story = CaseStory.At(stage);
        story.Seats = [seat];
        var start = new DateTimeOffset(2026, 11, 27, 10, 0, 0, TimeSpan.Zero);
        story.Given(
            new PlanMeeting(CaseStory.Id, start, start.AddHours(2), MeetingKind.Online, "", "", "Too few can come before."),
            CaseStory.Somebody(Role.Operations)
        );
        var comes = seat with { Held = [seat.Held[0] with { Display = "The nurse who comes", Email = "other@icb.example" }] };
        return With(Opened with { Now = story.Now }, story.File, Opened.Group with { Seats = Opened.Group.Seats.Add(seat.Id, comes) });
    }

    private static LearningStory Leads() => LearningStory.At(LearningStage.AwaitingTriage).Leading();

    private static LearningStory ByOperations(bool agrees) =>
        LearningStory
            .At(LearningStage.AwaitingSafeguardingLead, LearningStory.Complete("nobody@agency.example"))
            .Given(
                new RecordLeadsAnswer(LearningStory.Id, agrees, "They look into it themselves.", "Called back."),
                CaseStory.Somebody(Role.Operations)
            );

    /// <param name="following">What the one says that follows.</param>
    private static LearningStory Leading(LearningWay way, Answers? following = null) =>
        LearningStory
            .At(LearningStage.AwaitingTriage)
            .Leading(following)
            .Given(
                new TriageLearning(LearningStory.Id, way, "It is so.", false, [], LearningStory.Made) { Joined = [LearningStory.OtherId] },
                CaseStory.Somebody(Role.Chair)
            );

    private static CaseStory Differ() => CaseStory.At(Stage.AwaitingPartners).TheyDiffer();

    private static World Begun()
    {
        var world = new World(ImmutableDictionary<RecordRef, RecordFile>.Empty, CaseStory.Monday);
        var opened = world.Decide(new OpenGroup([], [new(2026, 12, 9)], [], []), Cast.System, Cast.All);
        return world.After((Decision.Accepted)opened, Cast.System);
    }

    /// <summary>A case and a referral at some stage, by the number.</summary>
    internal static World Of(int seed)
    {
        var world = Opened;
        var stages = Enum.GetValues<Stage>();
        var story = CaseStory.At(stages[seed % stages.Length]);
        world = With(world, story.File, story.Other);

        // What is with the MASH goes there in a history.
        var learning = Enum.GetValues<LearningStage>().Except([LearningStage.WithTheMash]).ToArray();
        var referral = LearningStory.At(learning[seed % learning.Length], seed % 3 == 0 ? LearningStory.GoodPractice : null);
        world = With(world, referral.File, referral.Other);
        return world with { Now = story.Now };
    }

    private static World With(World world, params RecordFile[] files) =>
        files.Where(file => file.Version > 0).Aggregate(world, (all, file) => all.With(file));
}
