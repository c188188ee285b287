using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Threshold;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>Who has a part in a case.</content>
internal static partial class Truths
{
    /// <summary>
    /// Whoever sees a case has a part in it by a rule, told here from what has happened and not from what the case remembers (F2): the
    /// referrer, the MASH, whom it was given to, asked or invited; or because something was late that they could do something about (F2).
    /// </summary>
    private static IEnumerable<string> Parts(World world, CaseFile file) =>
        from person in world.People()
        where file.Stage != Stage.NotStarted && Permissions.Sees(file, person)
        where !file.RolesOf(person).Any(role => HasAPart(role, file))
        select $"a case at {file.Stage}: {person.PersonId} sees it as {string.Join(", ", file.RolesOf(person).Order())}, by no rule";

    private static bool HasAPart(Role role, CaseFile file) => IsGiven(role, file) || WasAskedWhereLate(role, file);

    private static bool IsGiven(Role role, CaseFile file)
    {
        var isAbove = file.History.FindLast(recorded => recorded.Event is ThresholdDecided)?.Event is ThresholdDecided { Reached: true };
        var (isOut, review) = (file.Review is { SentAt: not null, WithdrawnBecause: null }, file.Review);
        return role switch
        {
            // The referrer alone is its practitioner.
            Role.Practitioner or Role.MashOfficer or Role.ThisSystem => true,
            Role.Operations => Happened<ThresholdDecided>(file) || !file.NobodyLeft.IsEmpty,
            Role.Chair => isAbove,
            Role.AuthorityNotifier => isAbove || file.MayNeedNotifyingAnyway && Happened<ThresholdDecided>(file),
            Role.LeadLocalAuthority or Role.LeadPolice or Role.LeadHealth => Happened<LeadsInformed>(file)
                || Happened<RecommendationMade>(file)
                || Happened<GroupRecommended>(file)
                || Happened<RecommendationAgreed>(file)
                || isAbove && file.History.Exists(recorded => recorded.Event is AuthorityDecided { Notifies: false }),
            Role.Scrutineer => file.MediationOffered
                || file.Mediation is not null
                || file.BeforeClosing.Stage == Stage.AwaitingGroupMeeting
                || file.BeforeClosing.HasRapidReview,
            Role.AgencyRepresentative => isOut && review.Agencies.Exists(agency => agency.AskedAt is not null),
            Role.RapidReviewAttendee => isOut && !review.Attendees.IsEmpty,
            Role.RecordsNominee => isOut && !review.AccessEnded && review.Agencies.Exists(agency => agency.Securing.Nominee is not null),
            Role.GroupMember => isOut && review.Agencies.Exists(agency => agency.MemberAsked),
            _ => false,
        };
    }

    private static bool WasAskedWhereLate(Role role, CaseFile file) =>
        role is not (Role.AgencyRepresentative or Role.GroupMember)
        && file.History.Exists(recorded =>
            recorded.Event is DeadlineChased chased
            && chased.To.Exists(to => to.Role == role)
            && MayHelp(role, Replay.From(new CaseFile(file.Id), file.History.Take(recorded.Sequence)))
        );

    /// <summary>Whether somebody of that role may then take a step by which the case itself goes on.</summary>
    private static bool MayHelp(Role role, CaseFile then) =>
        Cast.All.Exists(person => then.RolesOf(person).Contains(role) && MayHelp(person, then));

    /// <summary>Whether somebody may take a step by which a case itself goes on.</summary>
    internal static bool MayHelp(Actor person, CaseFile file) =>
        Choices.StepsOf(file).Any(step => IsPeoples(step) && !IsBeside(step) && StepRules.MayTake(step, file, person));

    /// <summary>What goes on beside a case, or after it, and does nothing about what is late in it.</summary>
    private static bool IsBeside(Step step) =>
        step
            is Step.DecideItem
                or Step.CloseCase
                or Step.ReopenCase
                or Step.MapThemes
                or Step.WriteBriefing
                or Step.RecordFamilyTold
                or Step.TriageLearning;

    private static bool Happened<TEvent>(CaseFile file)
        where TEvent : CaseEvent => file.History.Exists(recorded => recorded.Event is TEvent);
}
