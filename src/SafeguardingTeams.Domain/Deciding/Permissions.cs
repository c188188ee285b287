using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.Domain.Deciding;

/// <summary>
/// Who may take which step at which stage, and who sees a case: one table, walked through completely by the tests
/// (role × step × stage). What is not in the table is refused.
/// </summary>
public static class Permissions
{
    /// <summary>One row of the table.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="Roles">Who may take it.</param>
    /// <param name="Stages">While the case is at one of these.</param>
    public sealed record Row(Step Step, ImmutableArray<Role> Roles, ImmutableArray<Stage> Stages);

    /// <summary>The table. Source: requirements A3 to A6, A16, decisions 3, 6a, 15, 16.</summary>
    public static ImmutableArray<Row> Table { get; } =
    [
        new(Step.SubmitReferral, [Role.Practitioner, Role.MashOfficer], [Stage.NotStarted]),
        new(Step.ChangeReferral, [Role.Practitioner], [Stage.AwaitingThreshold, Stage.AwaitingRecommendation]),
        new(Step.ChangeReferral, [Role.MashOfficer], [Stage.AwaitingThreshold, Stage.AwaitingRecommendation]),
        new(Step.ChangeReferral, [Role.Operations], [Stage.AwaitingRecommendation]),
        new(Step.WithdrawReferral, [Role.Practitioner], [Stage.AwaitingThreshold]),
        new(Step.JoinReferrals, [Role.MashOfficer], [Stage.AwaitingThreshold, Stage.AwaitingRecommendation, Stage.Joined]),
        new(Step.RecordAwareness, [Role.MashOfficer], [Stage.AwaitingThreshold, Stage.AwaitingRecommendation]),
        new(Step.RecordAwareness, [Role.Operations], [Stage.AwaitingRecommendation]),
        new(Step.RecordJointAgencyResponse, [Role.MashOfficer], [Stage.AwaitingThreshold, Stage.AwaitingRecommendation]),
        new(Step.RecordJointAgencyResponse, [Role.Operations], [Stage.AwaitingRecommendation]),
        new(Step.DecideThreshold, [Role.MashOfficer], [Stage.AwaitingThreshold]),
        new(Step.RecordReferrerTold, [Role.Operations, Role.MashOfficer], [Stage.AwaitingRecommendation, Stage.BelowThreshold]),
    ];

    /// <summary>Whether the table lets this person take this step on this case now.</summary>
    public static bool Allows(Step step, CaseFile file, Actor actor)
    {
        var roles = actor.RolesFor(file);
        return Table.Any(row => row.Step == step && row.Stages.Contains(file.Stage) && row.Roles.Any(roles.Contains));
    }

    /// <summary>
    /// Whether the person has a part in the case and so may read it (F2): the referrer their own referral, the MASH every
    /// referral, operations and the Chair from the moment operations received it.
    /// </summary>
    public static bool Sees(CaseFile file, Actor actor) =>
        file.Stage != Stage.NotStarted && actor.RolesFor(file).Any(role => Sees(file, role));

    /// <summary>The refusal where the table does not allow the step: silent about cases the person has no part in. Null where allowed.</summary>
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

    private static bool Sees(CaseFile file, Role role) => role switch
    {
        Role.Practitioner => true,
        Role.MashOfficer => true,
        Role.Operations or Role.Chair => file.ReceivedByOperationsAt is not null || file.Stage == Stage.BelowThreshold && role == Role.Operations,
        Role.DesignatedSafeguardingLead or Role.LeadLocalAuthority or Role.LeadPolice or Role.LeadHealth or Role.Scrutineer
            or Role.AuthorityNotifier or Role.AgencyRepresentative or Role.GroupMember => false,
    };
}
