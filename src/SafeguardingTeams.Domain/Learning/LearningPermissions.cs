using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Learning;

/// <summary>
/// Who may take which step at which stage of a referral for practice learning, and who sees it: one table, walked through completely by
/// the tests. What is not in it is refused.
/// </summary>
public static class LearningPermissions
{
    /// <summary>One row of the table.</summary>
    /// <param name="Roles">Who may take it.</param>
    /// <param name="Stages">While the record is at one of these.</param>
    public sealed record Row(Step Step, ImmutableArray<Role> Roles, ImmutableArray<LearningStage> Stages);

    private static readonly ImmutableArray<LearningStage> BeforeTheGroup =
    [
        LearningStage.AwaitingSafeguardingLead,
        LearningStage.AwaitingTriage,
        LearningStage.AwaitingMeeting,
    ];

    /// <summary>What follows another can be corrected, asked about and answered as before: its words are its own (D11).</summary>
    private static readonly ImmutableArray<LearningStage> ReceivedOrJoined =
    [
        LearningStage.AwaitingTriage,
        LearningStage.AwaitingMeeting,
        LearningStage.Joined,
    ];

    private static readonly ImmutableArray<LearningStage> Received = [LearningStage.AwaitingTriage, LearningStage.AwaitingMeeting];

    /// <summary>A lead's answer, the Chair's choice, or that the referrer is told: elsewhere no clock runs.</summary>
    private static readonly ImmutableArray<LearningStage> WithAClock =
    [
        LearningStage.AwaitingSafeguardingLead,
        LearningStage.AwaitingTriage,
        LearningStage.Decided,
        LearningStage.NotAgreed,
        LearningStage.NotForTheGroup,
        LearningStage.WithTheMash,
        LearningStage.Joined,
    ];

    /// <summary>The table. Source: requirements D1 to D10, PD16, PD22.</summary>
    public static ImmutableArray<Row> Table { get; } =
    [
        new(Step.SubmitLearning, [Role.Practitioner], [LearningStage.NotStarted]),
        new(Step.ChangeLearning, [Role.Practitioner], [.. BeforeTheGroup, LearningStage.Joined]),
        new(Step.ChangeLearning, [Role.Operations], ReceivedOrJoined),
        new(Step.WithdrawLearning, [Role.Practitioner], [LearningStage.AwaitingSafeguardingLead, LearningStage.AwaitingTriage]),
        new(Step.NameSafeguardingLead, [Role.Operations], [LearningStage.AwaitingSafeguardingLead]),
        new(Step.AnswerAsSafeguardingLead, [Role.DesignatedSafeguardingLead], [LearningStage.AwaitingSafeguardingLead]),
        new(
            Step.RecordLeadsAnswer,
            [Role.Operations],
            [LearningStage.AwaitingSafeguardingLead, LearningStage.AwaitingTriage, LearningStage.NotAgreed]
        ),
        new(Step.TriageLearning, [Role.Chair], [LearningStage.AwaitingTriage, LearningStage.AwaitingMeeting, LearningStage.NotForTheGroup]),
        new(Step.AskReferrer, [Role.Chair, Role.Operations], ReceivedOrJoined),
        new(Step.AnswerQuestion, [Role.Practitioner, Role.Operations], ReceivedOrJoined),
        new(
            Step.JoinLearning,
            [Role.Operations, Role.Chair],
            [.. Received, LearningStage.Joined, LearningStage.Decided, LearningStage.NotForTheGroup, LearningStage.WithTheMash]
        ),
        new(Step.FollowLearning, [Role.Operations, Role.Chair], [LearningStage.Joined]),
        new(Step.DecideItem, [Role.Operations, Role.Chair], [LearningStage.AwaitingMeeting, LearningStage.Decided]),
        new(Step.DecideOnLearning, [Role.Operations, Role.Chair], [LearningStage.AwaitingMeeting, LearningStage.Decided]),
        new(
            Step.RecordLearningTold,
            [Role.Operations, Role.ThisSystem],
            [
                .. BeforeTheGroup,
                LearningStage.Decided,
                LearningStage.NotForTheGroup,
                LearningStage.WithTheMash,
                LearningStage.NotAgreed,
                LearningStage.Joined,
            ]
        ),
        new(
            Step.FeedGoodPracticeBack,
            [Role.Operations],
            [LearningStage.AwaitingMeeting, LearningStage.Decided, LearningStage.NotForTheGroup, LearningStage.Joined]
        ),
        new(Step.SendToTriBorough, [Role.Operations, Role.Chair], [LearningStage.Decided]),
        new(Step.RecordTriBoroughAnswer, [Role.Operations, Role.Chair], [LearningStage.Decided]),
        // What an action has changed is recorded of the action; of the referral it is that its referrer hears of it (D8).
        new(Step.CheckImpact, [Role.Operations, Role.Chair], [LearningStage.Decided]),
        // Its own record; of the referral it is asked only who may agree one (C5).
        new(
            Step.AgreeAction,
            [Role.Operations, Role.Chair],
            [LearningStage.AwaitingTriage, LearningStage.AwaitingMeeting, LearningStage.Decided]
        ),
        // The same of a review of it (C3).
        new(
            Step.ProposeReview,
            [Role.Operations, Role.Chair],
            [LearningStage.AwaitingTriage, LearningStage.AwaitingMeeting, LearningStage.Decided]
        ),
        // Read for its names when a review of it recommends something (C18).
        new(
            Step.MakeReviewRecommendation,
            [Role.Operations, Role.Chair],
            [
                LearningStage.AwaitingTriage,
                LearningStage.AwaitingMeeting,
                LearningStage.Decided,
                LearningStage.NotForTheGroup,
                LearningStage.Joined,
            ]
        ),
        // Its own record; of the referral it is asked only who may begin one, and it is read for what points to people (D4, E20, E26).
        new(
            Step.BeginBriefing,
            [Role.Operations, Role.Chair],
            [LearningStage.AwaitingMeeting, LearningStage.Decided, LearningStage.NotForTheGroup]
        ),
        new(
            Step.WriteBriefing,
            [Role.Operations, Role.Chair],
            [LearningStage.AwaitingMeeting, LearningStage.Decided, LearningStage.NotForTheGroup, LearningStage.Joined]
        ),
        new(Step.RemindLearning, [Role.ThisSystem], WithAClock),
        new(Step.RecalculateLearning, [Role.ThisSystem], WithAClock),
    ];

    /// <summary>
    /// Whether the person has a part in it and so may read it (F2, D10): who referred; the safeguarding lead from when they are asked;
    /// operations always; the Chair from when it is received; the group's members and the Scrutineer from when it is put before a
    /// meeting.
    /// </summary>
    public static bool Sees(LearningFile file, Actor actor) =>
        file.Stage != LearningStage.NotStarted && file.RolesOf(actor).Any(role => Sees(file, role));

    private static bool Sees(LearningFile file, Role role) =>
        role switch
        {
            Role.Practitioner or Role.DesignatedSafeguardingLead or Role.Operations or Role.ThisSystem => true,
            Role.Chair => file.Stage is not (LearningStage.AwaitingSafeguardingLead or LearningStage.NotAgreed)
                && (file.Stage != LearningStage.Withdrawn || file.Lead is { Agrees: true }),
            Role.GroupMember or Role.Scrutineer => file.Standing is LearningStage.AwaitingMeeting or LearningStage.Decided
                || file is { Stage: LearningStage.Joined, StageBeforeJoining: LearningStage.AwaitingMeeting },
            Role.MashOfficer
            or Role.LeadLocalAuthority
            or Role.LeadPolice
            or Role.LeadHealth
            or Role.AuthorityNotifier
            or Role.AgencyRepresentative
            or Role.RapidReviewAttendee
            or Role.RecordsNominee
            or Role.ActionOwner
            or Role.ReviewOwner
            or Role.CaldicottGuardian => false,
        };

    /// <summary>Whether the person reads whatever is put before a meeting of the group (D10), and so the list of it.</summary>
    public static bool SeesWhatWaits(Actor actor) =>
        actor.Roles.Any(role => role is Role.Operations or Role.Chair or Role.GroupMember or Role.Scrutineer);

    /// <summary>
    /// Whether the person reads why it happened, beside what: the referrer and the safeguarding lead read what was written for them
    /// (D5, D7), and not the group's reasons or how an answer was verified.
    /// </summary>
    public static bool ReadsWhy(LearningEvent happened, LearningFile file, Actor actor) =>
        !happened.WhyIsForTheGroup || WorksOnIt(file, actor);

    /// <summary>Whether the person sees it for the group or the partnership, and not only as who referred or was asked to agree.</summary>
    public static bool WorksOnIt(LearningFile file, Actor actor) =>
        file.RolesOf(actor).Any(role => role is not (Role.Practitioner or Role.DesignatedSafeguardingLead) && Sees(file, role));

    /// <summary>The refusal where the table does not allow the step; null where allowed. Silent to who has no part in it (F2).</summary>
    internal static Refusal? Refuse(Step step, LearningFile file, Actor actor)
    {
        if (!Sees(file, actor) && (file.Stage, step) is not (LearningStage.NotStarted, Step.SubmitLearning))
        {
            return Refusal.NotFound;
        }

        var roles = file.RolesOf(actor);
        var rows = Table.Where(row => row.Step == step && row.Roles.Any(roles.Contains)).ToList();
        return rows.Count == 0 ? Refusal.NotYours
            : rows.Exists(row => row.Stages.Contains(file.Stage)) ? null
            : Refusal.Overtaken;
    }
}
