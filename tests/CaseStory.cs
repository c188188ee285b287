using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Threshold;

namespace SafeguardingTeams.Tests;

/// <summary>Given events, when a command, then events or refusals: without storage, clock or network.</summary>
internal sealed class CaseStory
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

    internal static Actor Person(string id, params Role[] roles) => new(id, $"{id} of an agency", "agency", "An agency", "tenant/object", [.. roles]);

    internal static Actor Referrer { get; } = Person("the-referrer", Role.Practitioner);

    internal static OfficeHours Office { get; } = new(new(9, 0), new(17, 0));

    internal static PinnedRules Rules { get; } = new("2025", Timescales.All.ToImmutableSortedDictionary(timescale => timescale.Id, timescale => timescale.Number, StringComparer.Ordinal));

    /// <summary>A lead of each partner, and a deputy of each.</summary>
    internal static Actor Lead(Role role) => Person($"the-{role.ToString().ToLowerInvariant()}", role);

    internal static Actor Deputy(Role role) => Person($"the-deputy-{role.ToString().ToLowerInvariant()}") with { Deputises = [new(role, [Lead(role).PersonId])] };

    internal WorkingDayCalendar Calendar { get; set; } = BankHolidays.Calendar;

    internal static ImmutableList<Actor> People { get; } = [.. Partners.Leads.Select(Lead), .. Partners.Leads.Select(Deputy), Somebody(Role.Chair), Somebody(Role.Operations)];

    internal DecisionContext Context(Actor actor) => new(actor, Now, London.DateOf(Now), Calendar, Office, Rules, People);

    /// <summary>Decides and, where accepted, applies.</summary>
    internal Decision When(Command command, Actor actor)
    {
        var files = command.CaseId == Id ? new Cases<CaseFile>(File, command.OtherCase is null ? null : Other) : new Cases<CaseFile>(Other, command.OtherCase is null ? null : File);
        var decision = command.DecideFor(files, Context(actor));
        if (decision is Decision.Accepted accepted)
        {
            _commands++;
            foreach (var change in accepted.Changes)
            {
                var file = change.CaseId == Id ? File : Other;
                var recorded = new RecordedEvent(file.Id, file.Version + 1, Now, new(actor.PersonId, actor.Display, actor.AgencyName, actor.Account, [.. actor.RolesFor(file).Order()]), $"c{_commands}", change.Event);
                var after = Replay.Next(file, recorded);
                (File, Other) = change.CaseId == Id ? (after, Other) : (File, after);
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
        return new CaseStory().Given(new SubmitReferral(Id, SeriousIncidentReferralV1.FormId, 1, answers.With("children", answers.Row("children", "r1")!.With("outcome", "serious-incident"))), Referrer);
    }

    internal CaseStory OtherSubmitted() => Given(new SubmitReferral(OtherId, SeriousIncidentReferralV1.FormId, 1, Complete()), Person("the-other-referrer", Role.Practitioner));

    internal CaseStory JointAgencyResponseSaid() => Given(new RecordJointAgencyResponse(Id, new(JointAgencyResponseState.NotNeeded, null, "")), Somebody(Role.MashOfficer));

    internal CaseStory Decided(bool reached) => JointAgencyResponseSaid().Given(new DecideThreshold(Id, reached, "Because both criteria are met."), Somebody(Role.MashOfficer));

    internal CaseStory Recommended(bool met = true) => Given(new Recommend(Id, met, "Both criteria, on what is known.", false), Somebody(Role.Chair));

    internal CaseStory Lead(Role lead, bool agrees) => Given(new DecideAsPartner(Id, File.Round!.Number, agrees, agrees ? "" : "The harm is not serious."), Lead(lead));

    internal CaseStory AllAgree() => Lead(Role.LeadLocalAuthority, true).Lead(Role.LeadPolice, true).Lead(Role.LeadHealth, true);

    internal CaseStory TheyDiffer() => Lead(Role.LeadLocalAuthority, true).Lead(Role.LeadPolice, false).Lead(Role.LeadHealth, true);

    internal CaseStory Mediated() => Given(new AskForMediation(Id), Somebody(Role.Chair)).Given(new RecordMediation(Id, "The leads heard each other.", "Local authority and health."), Somebody(Role.Scrutineer));

    internal CaseStory AuthoritySays(bool notifies) => Given(new DecideOnNotification(Id, notifies, NotificationGround.SeriousIncident, notifies ? "" : "The harm was accidental."), Somebody(Role.AuthorityNotifier));

    internal CaseStory Notified() => Given(new RecordNotification(Id, NotificationGround.SeriousIncident, Now, "SIN-1", ""), Somebody(Role.AuthorityNotifier));

    internal CaseStory Joined() => Given(new JoinReferrals(OtherId, Id, "The same child on the same day."), Somebody(Role.MashOfficer));

    /// <summary>A case at each stage.</summary>
    internal static CaseStory At(Stage stage) => stage switch
    {
        Stage.NotStarted => new(),
        Stage.AwaitingThreshold => new CaseStory().Submitted(),
        Stage.AwaitingRecommendation => new CaseStory().Submitted().Decided(reached: true),
        Stage.AwaitingPartners => At(Stage.AwaitingRecommendation).Recommended(),
        Stage.AwaitingAuthority => At(Stage.AwaitingPartners).AllAgree(),
        Stage.PreparingRapidReview => At(Stage.AwaitingAuthority).AuthoritySays(true),
        Stage.Notified => At(Stage.PreparingRapidReview).Notified(),
        Stage.AwaitingGroupMeeting => At(Stage.AwaitingRecommendation).Recommended(met: false).AllAgree(),
        Stage.BelowThreshold => new CaseStory().Submitted().Decided(reached: false),
        Stage.Withdrawn => new CaseStory().Submitted().Given(new WithdrawReferral(Id, "Made by mistake."), Referrer),
        Stage.Joined => new CaseStory().Submitted().OtherSubmitted().Joined(),
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    /// <summary>A good answer to every question of the form.</summary>
    internal static Answers Complete()
    {
        var answers = Answers.None;
        foreach (var page in SeriousIncidentReferralV1.Form.Pages)
        {
            answers = page switch
            {
                Page.Single single => single.Questions.Aggregate(answers, (all, question) => all.With(page.Id, question.Id, Good(question))),
                Page.Repeating repeating => answers.With(page.Id, repeating.Questions.Aggregate(AnswerRow.Empty("r1"), (row, question) => row.With(question.Id, Good(question)))),
                _ => throw new InvalidOperationException(),
            };
        }

        return answers;
    }

    internal static string Good(Question question) => question.Kind switch
    {
        AnswerKind.Line { Format: LineFormat.Email } => "somebody@agency.example",
        AnswerKind.Line { Format: LineFormat.Telephone } => "020 7946 0000",
        AnswerKind.Line or AnswerKind.Text => "As known to the agency.",
        AnswerKind.Day => "2026-11-01",
        AnswerKind.Time => "09:30",
        AnswerKind.Choice choice => choice.Options[0].Value,
        _ => throw new InvalidOperationException(),
    };
}
