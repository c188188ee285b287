using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>
/// Who may take which step at which stage, and who sees a case: one table, walked through completely by the tests
/// (role × step × stage). What is not in the table is refused.
/// </summary>
public static class Permissions
{
    /// <summary>One row of the table.</summary>
    /// <param name="Roles">Who may take it.</param>
    /// <param name="Stages">While the case is at one of these.</param>
    public sealed record Row(Step Step, ImmutableArray<Role> Roles, ImmutableArray<Stage> Stages);

    /// <summary>Until the meeting of the review: also where the authority has decided, and nobody waits for the partners (PD4).</summary>
    private static readonly ImmutableArray<Stage> WhileThePartnersMayDecide =
    [
        Stage.AwaitingRecommendation,
        Stage.AwaitingPartners,
        Stage.PreparingRapidReview,
        Stage.Notified,
        Stage.UnderReview,
        Stage.AwaitingGroupMeeting,
    ];

    private static readonly ImmutableArray<Stage> AfterTheMeeting =
    [
        Stage.AwaitingApproval,
        Stage.AwaitingSubmission,
        Stage.AwaitingPanel,
        Stage.PanelAnswered,
    ];

    private static readonly ImmutableArray<Stage> Received = [.. WhileThePartnersMayDecide, Stage.AwaitingAuthority, .. AfterTheMeeting];
    private static readonly ImmutableArray<Stage> Alive = [Stage.AwaitingThreshold, Stage.BelowThreshold, .. Received];

    private static readonly ImmutableArray<Stage> ReceivedOrClosed = [.. Received, Stage.Closed];

    /// <summary>What operations alone do with a case that stays below the threshold: the Chair never received it (A4, F2).</summary>
    private static readonly ImmutableArray<Step> BelowTheThreshold =
    [
        Step.DecideItem,
        Step.CloseCase,
        Step.AgreeAction,
        Step.ProposeReview,
        Step.BeginBriefing,
        Step.WriteBriefing,
        Step.MakeReviewRecommendation,
    ];

    private static readonly ImmutableArray<Stage> WithARound =
    [
        Stage.AwaitingPartners,
        Stage.PreparingRapidReview,
        Stage.Notified,
        Stage.UnderReview,
        Stage.AwaitingGroupMeeting,
    ];

    /// <summary>The leads approve the report, or a correction of it.</summary>
    private static readonly ImmutableArray<Stage> WithAnApproval = [Stage.AwaitingApproval, Stage.AwaitingPanel, Stage.PanelAnswered];

    private static readonly ImmutableArray<Stage> Preparing = [Stage.PreparingRapidReview, Stage.Notified, Stage.UnderReview];

    /// <summary>The table. Source: requirements A3 to A16, PD3, PD4, PD6a, PD8, PD15, PD16, PD17.</summary>
    public static ImmutableArray<Row> Table { get; } =
    [
        new(Step.SubmitReferral, [Role.Practitioner, Role.MashOfficer], [Stage.NotStarted]),
        // What looks serious becomes a referral of a serious incident (D7).
        new(Step.TriageLearning, [Role.Chair], [Stage.NotStarted]),
        new(Step.ChangeReferral, [Role.Practitioner, Role.MashOfficer], [Stage.AwaitingThreshold, .. Received]),
        new(Step.ChangeReferral, [Role.MashOfficer, Role.Operations], [Stage.BelowThreshold]),
        new(Step.ChangeReferral, [Role.Operations], Received),
        new(Step.WithdrawReferral, [Role.Practitioner], [Stage.AwaitingThreshold]),
        new(Step.JoinReferrals, [Role.MashOfficer], [Stage.AwaitingThreshold, Stage.Joined, .. Received]),
        new(Step.RecordAwareness, [Role.MashOfficer], [Stage.AwaitingThreshold, .. Received]),
        new(Step.RecordAwareness, [Role.Operations, Role.AuthorityNotifier], Received),
        new(Step.RecordJointAgencyResponse, [Role.MashOfficer], [Stage.AwaitingThreshold, .. Received]),
        new(Step.RecordJointAgencyResponse, [Role.Operations], Received),
        new(Step.DecideThreshold, [Role.MashOfficer], [Stage.AwaitingThreshold, Stage.AwaitingRecommendation, Stage.BelowThreshold]),
        new(Step.DecideThreshold, [Role.Operations], [Stage.AwaitingRecommendation, Stage.BelowThreshold]),
        new(Step.RecordFamilyTold, [Role.Operations, Role.Chair], [.. Preparing, .. AfterTheMeeting]),
        new(Step.RecordReferrerTold, [Role.Operations, Role.MashOfficer, Role.ThisSystem], [Stage.BelowThreshold, .. Received]),
        new(Step.ReadAlert, [Role.Chair], Received),
        new(Step.InformLeads, [Role.Chair], [Stage.AwaitingRecommendation, Stage.PreparingRapidReview, Stage.Notified, Stage.UnderReview]),
        new(Step.Recommend, [Role.Chair, Role.Operations], WhileThePartnersMayDecide),
        new(Step.DecideAsPartner, [.. Partners.Leads], WithARound),
        new(Step.RecordDecisionByTelephone, [Role.Operations], WithARound),
        new(Step.StandAside, [.. Partners.Leads], WhileThePartnersMayDecide),
        new(Step.AskForMediation, [Role.Chair, .. Partners.Leads], WithARound),
        new(Step.RecordMediation, [Role.Scrutineer], WithARound),
        new(Step.CorrectMediation, [Role.Scrutineer, Role.Operations], Received),
        new(Step.DecideOnNotification, [Role.AuthorityNotifier, Role.Operations], [Stage.BelowThreshold, .. Received]),
        new(Step.RecordNotification, [Role.AuthorityNotifier, Role.Operations], [Stage.BelowThreshold, .. Received]),
        new(Step.FillInRequest, [Role.Operations], Preparing),
        new(Step.ChooseAgency, [Role.Operations], [.. Preparing, Stage.AwaitingApproval]),
        new(Step.PlanMeeting, [Role.Operations], Preparing),
        new(Step.InviteAttendee, [Role.Operations], Preparing),
        new(Step.SendScoping, [Role.Operations], [Stage.Notified]),
        new(Step.AskAgency, [Role.Operations], [Stage.UnderReview, Stage.AwaitingApproval]),
        new(Step.TakeOffAgency, [Role.Operations], [Stage.UnderReview, .. AfterTheMeeting]),
        new(Step.ReturnScoping, [Role.AgencyRepresentative, Role.Operations], [Stage.UnderReview, Stage.AwaitingApproval]),
        new(Step.SecureRecords, [Role.AgencyRepresentative, Role.Operations], [Stage.UnderReview, .. AfterTheMeeting]),
        new(Step.SecureFile, [Role.AgencyRepresentative, Role.RecordsNominee, Role.Operations], [Stage.UnderReview, .. AfterTheMeeting]),
        new(Step.DeclareForMeeting, [Role.RapidReviewAttendee], [Stage.UnderReview]),
        new(Step.DeclareForMeeting, [Role.Operations], Preparing),
        new(Step.AddPaper, [Role.Operations], [.. Preparing, Stage.AwaitingApproval]),
        new(Step.SharePack, [Role.Operations], [Stage.UnderReview]),
        new(Step.RecordMeeting, [Role.Chair, Role.Operations], [Stage.UnderReview, .. AfterTheMeeting]),
        new(Step.AgreeRecommendation, [Role.Chair, Role.Operations], [Stage.UnderReview]),
        new(Step.ReopenRecommendation, [Role.Chair, Role.Operations], [Stage.AwaitingApproval, Stage.AwaitingSubmission]),
        new(Step.Approve, [.. Partners.Leads], WithAnApproval),
        new(Step.ApproveByTelephone, [Role.Operations], WithAnApproval),
        new(Step.AskForApprovalMediation, [Role.Chair, .. Partners.Leads], WithAnApproval),
        new(Step.RecordApprovalMediation, [Role.Scrutineer], WithAnApproval),
        new(Step.CorrectApprovalMediation, [Role.Scrutineer, Role.Operations], AfterTheMeeting),
        new(Step.SendReport, [Role.Operations, Role.Chair], [Stage.AwaitingSubmission]),
        new(Step.SendCorrection, [Role.Operations, Role.Chair], [Stage.AwaitingPanel, Stage.PanelAnswered]),
        new(Step.RecordPanelAnswer, [Role.Operations], [Stage.AwaitingPanel, Stage.PanelAnswered]),
        new(Step.RecordPartnersResponse, [Role.Operations, Role.Chair, .. Partners.Leads], [Stage.AwaitingPanel, Stage.PanelAnswered]),
        new(
            Step.WithdrawReview,
            [Role.AuthorityNotifier, Role.Chair],
            [Stage.Notified, Stage.UnderReview, Stage.AwaitingApproval, Stage.AwaitingSubmission]
        ),
        new(Step.TakeUpReview, [Role.Chair, Role.Operations], [Stage.AwaitingGroupMeeting]),
        new(Step.RecordConsidered, [Role.Operations], [Stage.AwaitingGroupMeeting]),
        new(Step.MapThemes, [Role.Operations], [.. AfterTheMeeting, Stage.Closed]),
        // Of a case that does not wait for the group, what it says stands in the minutes alone.
        new(Step.DecideItem, [Role.Operations, Role.Chair], ReceivedOrClosed),
        new(Step.CloseCase, [Role.Operations, Role.Chair], [Stage.PanelAnswered, Stage.AwaitingGroupMeeting]),
        new(Step.CloseCase, [Role.MashOfficer], [Stage.Withdrawn]),
        new(Step.ReopenCase, [Role.Operations, Role.Chair, Role.MashOfficer], [Stage.Closed]),
        new(Step.AskLeads, [Role.Operations, Role.Chair], Received),
        new(Step.AnswerLeadsQuestion, [.. Partners.Leads], Received),
        new(Step.TakeBackLeadsQuestion, [Role.Operations, Role.Chair], Received),
        // Its own record; of the case it is asked only who may agree one (C5).
        new(Step.AgreeAction, [Role.Operations, Role.Chair], ReceivedOrClosed),
        // The same of a review of it (C2, C3).
        new(Step.ProposeReview, [Role.Operations, Role.Chair], ReceivedOrClosed),
        // Read for its names when a review of it recommends something (C18).
        // Its own record; of the case it is asked only who may begin one, and it is read for what points to people (D4, E20, E26).
        new(
            Step.BeginBriefing,
            [Role.Operations, Role.Chair],
            [Stage.AwaitingSubmission, Stage.AwaitingPanel, Stage.PanelAnswered, Stage.AwaitingGroupMeeting, Stage.Closed]
        ),
        new(Step.WriteBriefing, [Role.Operations, Role.Chair], ReceivedOrClosed),
        new(Step.MakeReviewRecommendation, [Role.Operations, Role.Chair], ReceivedOrClosed),
        .. BelowTheThreshold.Select(step => new Row(step, [Role.Operations], [Stage.BelowThreshold])),
        new(Step.RecordDoneByHand, [Role.Operations], [.. Received, Stage.BelowThreshold, Stage.Closed]),
        new(Step.EndAccess, [Role.Operations], [Stage.AwaitingPanel, Stage.PanelAnswered]),
        new(Step.WatchOver, [Role.ThisSystem], [.. Preparing, Stage.AwaitingGroupMeeting, .. AfterTheMeeting, Stage.Closed]),
        new(Step.AskForSpecialMeeting, [Role.Chair, .. Partners.Leads], [Stage.AwaitingGroupMeeting]),
        new(Step.TakeBackSpecialMeeting, [Role.Chair, Role.Operations, .. Partners.Leads], [Stage.AwaitingGroupMeeting]),
        new(Step.HandOver, [Role.Chair, Role.Scrutineer, Role.AuthorityNotifier, .. Partners.Leads], Received),
        // Before operations receive it they are asked where nobody of the MASH is left.
        new(Step.HandOver, [Role.Operations], Alive),
        new(Step.CoverAbsence, [Role.ThisSystem], Alive),
        new(Step.TakeOverRole, [Role.ThisSystem], Alive),
        new(Step.FollowSeats, [Role.ThisSystem], Preparing),
        new(Step.ChaseDeadline, [Role.ThisSystem], Alive),
        new(Step.RecalculateDeadlines, [Role.ThisSystem], Alive),
    ];

    /// <summary>Whether the table lets this person take this step on this case now; nobody acts on a case they do not see.</summary>
    public static bool Allows(Step step, CaseFile file, Actor actor)
    {
        var roles = actor.RolesFor(file);
        return (file.Stage == Stage.NotStarted || Sees(file, actor))
            && Table.Any(row => row.Step == step && row.Stages.Contains(file.Stage) && row.Roles.Any(roles.Contains));
    }

    /// <summary>
    /// Whether the person has a part in the case and so may read it (F2): the referrer their own referral, the MASH every
    /// referral; operations, the Chair and the notifier from the moment operations received it, and operations
    /// earlier where they are asked to find somebody; the leads from when they
    /// are informed, or asked to approve a recommendation; the Scrutineer from when leads differ and in every meeting (RO7); and
    /// who was asked because something
    /// is late. Representatives, attendees, nominees and a late agency's member of the group hold their role for the case and have
    /// a part in it from when the letters went out, of what concerns them. The notifier also sees the death of a looked-after child
    /// or a care leaver below the threshold (PD10). A closed case is seen by whoever saw it when it was closed.
    /// </summary>
    public static bool Sees(CaseFile file, Actor actor) =>
        file.Stage != Stage.NotStarted && actor.RolesFor(file).Any(role => Sees(file, role));

    /// <summary>Whether the person sees the case by one of these roles: a role that has no part in it yet counts for nothing.</summary>
    public static bool SeesAs(CaseFile file, Actor actor, params IReadOnlyCollection<Role> roles) =>
        file.Stage != Stage.NotStarted && actor.RolesFor(file).Any(role => roles.Contains(role) && Sees(file, role));

    /// <summary>
    /// The refusal where the table does not allow the step: silent about cases the person has no part in. Null where allowed.
    /// </summary>
    public static Refusal? Refuse(Step step, CaseFile file, Actor actor)
    {
        if (Allows(step, file, actor))
        {
            return null;
        }

        if (!Sees(file, actor))
        {
            return Refusal.NotFound;
        }

        var roles = actor.RolesFor(file);
        return Table.Any(row => row.Step == step && row.Roles.Any(roles.Contains)) ? Refusal.Overtaken : Refusal.NotYours;
    }

    /// <summary>Whether whoever holds this role sees the case by it.</summary>
    internal static bool Sees(CaseFile file, Role role) => SeesOpen(file.BeforeClosing, role);

    private static bool SeesOpen(CaseFile file, Role role) =>
        file.Escalated.Contains(role) && role is not (Role.AgencyRepresentative or Role.GroupMember)
        || role switch
        {
            Role.Practitioner or Role.MashOfficer or Role.ThisSystem => true,
            Role.Operations => file.ReceivedByOperationsAt is not null
                || file.Stage == Stage.BelowThreshold
                || !file.NobodyLeft.IsEmpty && file.Stage == Stage.AwaitingThreshold,
            Role.Chair => file.ReceivedByOperationsAt is not null,
            Role.LeadLocalAuthority or Role.LeadPolice or Role.LeadHealth => file.LeadsInformedAt is not null
                || AfterTheMeeting.Contains(file.Stage)
                || file.AuthorityDecision is { Notifies: false } && file.ReceivedByOperationsAt is not null,
            Role.Scrutineer => file.MediationOffered
                || file.Mediation is not null
                || file.Stage is Stage.AwaitingGroupMeeting
                || file.HasRapidReview,
            Role.AuthorityNotifier => file.ReceivedByOperationsAt is not null
                || file.Stage == Stage.BelowThreshold && file.MayNeedNotifyingAnyway,
            Role.AgencyRepresentative or Role.RapidReviewAttendee or Role.RecordsNominee or Role.GroupMember => file.Review
                is { SentAt: not null, WithdrawnBecause: null },
            Role.DesignatedSafeguardingLead or Role.ActionOwner or Role.ReviewOwner or Role.CaldicottGuardian => false,
        };
}
