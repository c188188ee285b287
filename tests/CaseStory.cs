using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.Threshold;

namespace SafeguardingTeams.Tests;

/// <summary>Given events, when a command, then events or refusals: without storage, clock or network.</summary>
internal sealed partial class CaseStory
{
    internal static readonly CaseId Id = CaseId.Parse("GSCP-2222-3333");
    internal static readonly CaseId OtherId = CaseId.Parse("GSCP-4444-5555");

    /// <summary>Monday 2 November 2026, ten o'clock in London.</summary>
    internal static readonly DateTimeOffset Monday = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    private int _commands;

    internal CaseFile File { get; private set; } = new(Id);

    internal CaseFile Other { get; private set; } = new(OtherId);

    internal DateTimeOffset Now { get; set; } = Monday;

    internal static Actor Somebody(params Role[] roles) => Person($"the-{string.Join('-', roles).ToLowerInvariant()}", roles);

    internal static Actor Person(string id, params Role[] roles) =>
        new(id, $"{id} of an agency", "agency", "An agency", "tenant/object", [.. roles]);

    internal static Actor Referrer { get; } = Person("the-referrer", Role.Practitioner);

    internal static OfficeHours Office { get; } = new(new(9, 0), new(17, 0));

    internal static PinnedRules Rules { get; } =
        new(
            "2025",
            Timescales.All.ToImmutableSortedDictionary(timescale => timescale.Id, timescale => timescale.Number, StringComparer.Ordinal)
        );

    /// <summary>A lead of each partner, and a deputy of each.</summary>
    internal static Actor Lead(Role role) => Person($"the-{role.ToString().ToLowerInvariant()}", role);

    internal static Actor Deputy(Role role) =>
        Person($"the-deputy-{role.ToString().ToLowerInvariant()}") with
        {
            Deputises = [new(role, [Lead(role).PersonId])],
        };

    internal WorkingDayCalendar Calendar { get; set; } = BankHolidays.Calendar;

    internal static ImmutableList<Actor> People { get; } =
    [.. Partners.Leads.Select(Lead), .. Partners.Leads.Select(Deputy), Somebody(Role.Chair), Somebody(Role.Operations)];

    /// <summary>The people of the partnership's file, as far as they are changed: operations, and somebody who holds nothing.</summary>
    internal static SafeguardingTeams.Domain.People.Roster Configured { get; } =
        new(
            [
                new("the-operations", "Operations", "agency", "", [Account(1)], [new(Role.Operations, new(2020, 1, 1), null, [])], null),
                new("spare", "Somebody who holds nothing", "agency", "", [Account(2)], [], null),
            ],
            ImmutableSortedDictionary<string, string>.Empty.Add("agency", "An agency"),
            ImmutableSortedDictionary<string, ImmutableList<string>>.Empty.Add(Account(1).TenantId, ["agency"])
        )
        {
            Partners = Agencies,
        };

    private static SafeguardingTeams.Domain.People.PersonAccount Account(int number) =>
        new("c0000000-0000-4000-8000-000000000001", $"a0000000-0000-4000-8000-{number:D12}");

    /// <summary>The seats of the group, by its record.</summary>
    internal ImmutableList<SafeguardingTeams.Domain.People.Seat> Seats { get; set; } = [];

    /// <summary>Who of them are away.</summary>
    internal ImmutableHashSet<string> Away { get; set; } = [];

    /// <summary>The partnership's list of themes.</summary>
    internal static ImmutableList<Theme> Themes { get; } =
    [new("theme-1", "discharge from hospital"), new("theme-2", "pre-birth work"), new("theme-3", "thresholds", "Too wide.")];

    internal DecisionContext Context(Actor actor) =>
        new(actor, Now, London.DateOf(Now), Calendar, Office, Rules, [.. People.Select(AsToday)])
        {
            Seats = Seats,
            Themes = Themes,
            Configured = Configured,
        };

    private Actor AsToday(Actor person) =>
        person with
        {
            IsAway = Away.Contains(person.PersonId),
            Deputises = [.. person.Deputises.Select(deputy => deputy with { Ahead = deputy.Ahead.RemoveAll(Away.Contains) })],
        };

    /// <summary>Decides and, where accepted, applies.</summary>
    internal Decision When(Command command, Actor actor)
    {
        var (file, other) = command.Ref == Id ? (File, Other) : (Other, File);
        var decision = command.DecideFor(file, command.Others.IsEmpty ? [] : [other], Context(actor));
        if (decision is Decision.Accepted accepted)
        {
            _commands++;
            foreach (var change in accepted.Changes)
            {
                file = change.Record == Id ? File : Other;
                var recorded = new RecordedEvent(
                    file.Id,
                    file.Version + 1,
                    Now,
                    new(actor.PersonId, actor.Display, actor.AgencyName, actor.Account, [.. actor.RolesFor(file).Order()]),
                    $"c{_commands}",
                    change.Event
                );
                var after = Replay.Next(file, recorded);
                (File, Other) = change.Record == Id ? (after, Other) : (File, after);
            }
        }

        return decision;
    }

    /// <summary>The same, and it must be accepted.</summary>
    internal CaseStory Given(Command command, Actor actor)
    {
        var decision = When(command, actor);
        Assert.True(decision is Decision.Accepted, decision is Decision.Refused refused ? refused.Reasons[0].Message : "");
        return this;
    }

    internal CaseStory Submitted() => Given(new SubmitReferral(Id, SeriousIncidentReferralV1.FormId, 1, Complete()), Referrer);

    /// <summary>A referral of a child who was seriously harmed and lives.</summary>
    internal static CaseStory NobodyDied()
    {
        var answers = Complete();
        return new CaseStory().Given(
            new SubmitReferral(
                Id,
                SeriousIncidentReferralV1.FormId,
                1,
                answers.With("children", answers.Row("children", "r1")!.With("outcome", "serious-incident"))
            ),
            Referrer
        );
    }

    internal CaseStory OtherSubmitted() =>
        Given(
            new SubmitReferral(OtherId, SeriousIncidentReferralV1.FormId, 1, Complete()),
            Person("the-other-referrer", Role.Practitioner)
        );

    internal CaseStory JointAgencyResponseSaid() =>
        Given(new RecordJointAgencyResponse(Id, new(JointAgencyResponseState.NotNeeded, null, "")), Somebody(Role.MashOfficer));

    internal CaseStory Decided(bool reached) =>
        JointAgencyResponseSaid().Given(new DecideThreshold(Id, reached, "Because both criteria are met."), Somebody(Role.MashOfficer));

    internal CaseStory Recommended(bool met = true) =>
        Given(new Recommend(Id, met, "Both criteria, on what is known.", false), Somebody(Role.Chair));

    internal CaseStory Lead(Role lead, bool agrees) =>
        Given(new DecideAsPartner(Id, File.Round!.Number, agrees, agrees ? "" : "The harm is not serious."), Lead(lead));

    internal CaseStory AllAgree() => Lead(Role.LeadLocalAuthority, true).Lead(Role.LeadPolice, true).Lead(Role.LeadHealth, true);

    internal CaseStory TheyDiffer() => Lead(Role.LeadLocalAuthority, true).Lead(Role.LeadPolice, false).Lead(Role.LeadHealth, true);

    internal CaseStory Mediated() =>
        Given(new AskForMediation(Id), Somebody(Role.Chair))
            .Given(new RecordMediation(Id, "The leads heard each other.", "Local authority and health."), Somebody(Role.Scrutineer));

    internal CaseStory AuthoritySays(bool notifies) =>
        Given(
            new DecideOnNotification(Id, notifies, NotificationGround.SeriousIncident, notifies ? "" : "The harm was accidental."),
            Somebody(Role.AuthorityNotifier)
        );

    internal CaseStory Notified() =>
        Given(new RecordNotification(Id, NotificationGround.SeriousIncident, Now, "SIN-1", ""), Somebody(Role.AuthorityNotifier));

    /// <summary>Somebody of an agency, who is named its representative.</summary>
    internal static Actor Representative(string agency) => Person($"rep-{agency}") with { AgencyId = agency };

    internal static Contact ContactOf(string agency) => new($"rep-{agency}", $"Representative of {agency}", $"rep@{agency}.example");

    /// <summary>The senior representative of a partner, who comes to the meeting.</summary>
    internal static Actor Senior(Role partner) => Person($"senior-{partner.ToString().ToLowerInvariant()}");

    /// <summary>Agencies with representatives, section 1, a meeting on working day 9, and somebody of each partner invited.</summary>
    internal CaseStory Prepared()
    {
        var operations = Somebody(Role.Operations);
        foreach (var agency in new[] { "police", "acute-trust", "schools" })
        {
            Given(new ChooseAgency(Id, agency, $"The {agency}", ContactOf(agency)), operations);
        }

        foreach (var partner in Partners.Leads)
        {
            Given(
                new InviteAttendee(
                    Id,
                    new(
                        $"a-{partner}",
                        new(Senior(partner).PersonId, $"Senior, {partner}", $"{partner}@example.org"),
                        AgencyOf(partner),
                        "An agency",
                        "Head of service",
                        partner
                    )
                ),
                operations
            );
        }

        var start = London.Instant(Calendar.AddWorkingDays(London.DateOf(Now), 9), new(10, 0));
        return Given(new FillInRequest(Id, Answers.None, CompleteRequest(), ""), operations)
            .Given(new PlanMeeting(Id, start, start.AddHours(2), MeetingKind.FaceToFace, "Town hall, room 4", "", ""), operations);
    }

    internal CaseStory Sent() => Given(new SendScoping(Id), Somebody(Role.Operations));

    internal CaseStory Returned(string agency, bool known = true) =>
        Given(new ReturnScoping(Id, agency, known, known ? CompleteReturn() : Answers.None, "on a card", ""), Representative(agency));

    /// <summary>That operations were told something of an agency by telephone.</summary>
    internal static HeardFrom ByTelephone { get; } = new("Its safeguarding lead", new(2026, 11, 2), HeardBy.Telephone);

    internal CaseStory Declared() =>
        Partners.Leads.Aggregate(this, (story, partner) =>
            story.Given(new DeclareForMeeting(Id, $"a-{partner}", true, true), Senior(partner))
        );

    internal CaseStory Attended(params Role[] partners)
    {
        Now = File.Review.Meeting!.Start;
        return Given(new RecordAttendance(Id, [.. partners.Select(partner => $"a-{partner}")]), Somebody(Role.Chair));
    }

    internal CaseStory Discussed() => Given(new RecordMeeting(Id, File.Review.Record, CompleteRecord(File), ""), Somebody(Role.Chair));

    internal CaseStory Agreed() => Given(new AgreeRecommendation(Id), Somebody(Role.Chair));

    internal CaseStory Approves(Role lead, bool agrees) =>
        Given(new Approve(Id, File.Review.Approval!.Round.Number, agrees, agrees ? "" : "An audit would do."), Lead(lead));

    internal CaseStory AllApprove() => Partners.Leads.Aggregate(this, (story, lead) => story.Approves(lead, true));

    internal CaseStory ReportSent() => Given(new SendReport(Id), Somebody(Role.Operations));

    internal CaseStory PanelConcurs() =>
        Given(new RecordPanelAnswer(Id, true, "The Panel concurs.", London.DateOf(Now), ""), Somebody(Role.Operations));

    internal CaseStory Joined() => Given(new JoinReferrals(OtherId, Id, "The same child on the same day."), Somebody(Role.MashOfficer));

    /// <summary>A case at each stage.</summary>
    internal static CaseStory At(Stage stage) =>
        stage switch
        {
            Stage.NotStarted => new(),
            Stage.AwaitingThreshold => new CaseStory().Submitted(),
            Stage.AwaitingRecommendation => new CaseStory().Submitted().Decided(reached: true),
            Stage.AwaitingPartners => At(Stage.AwaitingRecommendation).Recommended(),
            Stage.AwaitingAuthority => At(Stage.AwaitingPartners).AllAgree(),
            Stage.PreparingRapidReview => At(Stage.AwaitingAuthority).AuthoritySays(true),
            Stage.Notified => At(Stage.PreparingRapidReview).Notified(),
            Stage.UnderReview => At(Stage.Notified).Prepared().Sent(),
            Stage.AwaitingApproval => At(Stage.UnderReview).Declared().Attended([.. Partners.Leads]).Discussed().Agreed(),
            Stage.AwaitingSubmission => At(Stage.AwaitingApproval).AllApprove(),
            Stage.AwaitingPanel => At(Stage.AwaitingSubmission).ReportSent(),
            Stage.PanelAnswered => At(Stage.AwaitingPanel).PanelConcurs(),
            Stage.AwaitingGroupMeeting => At(Stage.AwaitingRecommendation).Recommended(met: false).AllAgree(),
            Stage.Closed => At(Stage.AwaitingGroupMeeting).Considered().NothingOwed().Closed(),
            Stage.BelowThreshold => new CaseStory().Submitted().Decided(reached: false),
            Stage.Withdrawn => new CaseStory().Submitted().Given(new WithdrawReferral(Id, "Made by mistake."), Referrer),
            Stage.Joined => new CaseStory().Submitted().OtherSubmitted().Joined(),
            _ => throw new ArgumentOutOfRangeException(nameof(stage)),
        };
}
