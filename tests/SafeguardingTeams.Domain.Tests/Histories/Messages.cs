using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Steps.BriefingReminders;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.GroupReports;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Domain.Steps.ReviewReminders;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <summary>
/// Who gets which message, and whether they can do something about it: whoever is sent one that asks for something may do that now, and
/// whoever is told something may open what it is about.
/// </summary>
internal sealed partial class Messages
{
    private readonly HashSet<(RecordRef, CardKind, Topic, string)> _there = [];

    /// <summary>How many messages were looked at, of each kind.</summary>
    internal Dictionary<CardKind, int> Seen { get; } = [];

    /// <summary>What is wrong with the messages of an event.</summary>
    /// <param name="then">The record as the event left it: a message names what happened by its version.</param>
    /// <param name="world">As the transaction left it: a message is drawn, and opened, from that.</param>
    internal IEnumerable<string> Wrong(RecordEvent happened, RecordFile then, World world)
    {
        var people = world.People();
        if (Reminded(happened, world.Of(then.Ref)) is { IsEmpty: false } ends && NobodyCan(ends, happened, then, world, people))
        {
            yield return $"nobody who is reminded by {happened.GetType().Name} at {world.Of(then.Ref).StageName} may "
                + $"{string.Join(" or ", ends)}";
        }

        foreach (var wrong in ToNoPurpose(happened, then, world, people))
        {
            yield return wrong;
        }

        foreach (var card in Of(happened, then).OfType<Effect.ShowCard>().Where(card => !card.OnlyIfShown))
        {
            var now = world.Of(card.Record);
            foreach (var person in Persons(card.To, now, people).DistinctBy(person => person.PersonId))
            {
                Seen[card.Kind] = Seen.GetValueOrDefault(card.Kind) + 1;
                // One that is there already is drawn anew, and says that nothing more is asked where nothing is.
                var isNew = _there.Add((card.Record, card.Kind, card.About, person.PersonId));
                var steps = Asked(card, happened, now);
                if (steps.IsEmpty || !isNew)
                {
                    if (card.Kind is not (CardKind.ActionHandedOn or CardKind.ReferralProgress) && !MayOpen(now, person))
                    {
                        yield return $"{card.Kind} goes to {person.PersonId} after {happened.GetType().Name}, who may not open it";
                    }
                }
                else if (!steps.Any(step => now.Refuse(step, person) is null && MayTake(step, now, person)))
                {
                    yield return $"{card.Kind} asks {person.PersonId} after {happened.GetType().Name}, at {now.StageName}, for "
                        + $"{string.Join(" or ", steps)}, and they may not";
                }
            }
        }
    }

    /// <summary>What is there already from what has happened before: it is drawn anew.</summary>
    internal void AreThere(World world)
    {
        foreach (var file in world.Files.Values)
        {
            var then = World.Empty(file.Ref);
            foreach (var recorded in file.History)
            {
                then = Replay.Next(then, recorded);
                foreach (var card in Of(recorded.Event, then).OfType<Effect.ShowCard>().Where(card => !card.OnlyIfShown))
                {
                    _there.UnionWith(
                        Persons(card.To, then, Cast.All).Select(person => (card.Record, card.Kind, card.About, person.PersonId))
                    );
                }
            }
        }
    }

    private static ImmutableList<Effect> Of(RecordEvent happened, RecordFile file) =>
        (happened, file) switch
        {
            (CaseEvent one, CaseFile of) => EffectsOf.Event(one, of),
            (LearningEvent one, LearningFile of) => EffectsOf.Once(one.WhatFollows(of)),
            (ActionEvent one, ActionFile of) => EffectsOf.Once(one.WhatFollows(of)),
            (MeetingEvent one, MeetingFile of) => EffectsOf.Once(one.WhatFollows(of)),
            (ReviewEvent one, ReviewFile of) => EffectsOf.Once(one.WhatFollows(of)),
            (BriefingEvent one, BriefingFile of) => EffectsOf.Once(one.WhatFollows(of)),
            (GroupEvent one, GroupFile of) => EffectsOf.Once(one.WhatFollows(of)),
            _ => [],
        };

    /// <summary>Of what a message asks; nothing where it tells something.</summary>
    private static ImmutableList<Step> Asked(Effect.ShowCard card, RecordEvent happened, RecordFile now) =>
        card.Kind switch
        {
            CardKind.ThresholdTask => [Step.DecideThreshold],
            CardKind.PartnerTask => now is CaseFile { RoundIsOpen: true } ? [Step.DecideAsPartner] : [],
            // Before one is asked for, it is said that it is offered, and nothing is asked.
            CardKind.MediationTask => now is CaseFile { IsBeingMediated: true } ? [Step.RecordMediation] : [],
            CardKind.NotifierTask => [Step.DecideOnNotification, Step.RecordNotification],
            CardKind.ScopingTask => [Step.ReturnScoping, Step.SecureRecords],
            CardKind.AttendeeTask => [Step.DeclareForMeeting],
            CardKind.NomineeTask => [Step.SecureFile],
            CardKind.QuorumWarning => [Step.InviteAttendee, Step.PlanMeeting],
            CardKind.StuckAlarm => [Step.RecordDoneByHand],
            CardKind.LeadsQuestion => now is CaseFile asked
            && asked.Questions.Exists(one => one.IsOpen && Topic.Round(one.Number) == card.About)
                ? [Step.AnswerLeadsQuestion]
                : [],
            CardKind.AgencyNamed => [Step.ChooseAgency],
            CardKind.NobodyLeft => [Step.HandOver],
            CardKind.ApprovalTask => now is CaseFile { Review.ApprovalIsOpen: true } ? [Step.Approve] : [],
            CardKind.ApprovalMediation => now is CaseFile { Review.Approval.MediationAskedAt: not null }
                ? [Step.RecordApprovalMediation]
                : [],
            CardKind.LearningAgreement => [Step.AnswerAsSafeguardingLead],
            CardKind.LearningTriage => [Step.TriageLearning],
            CardKind.LearningQuestion => [Step.AnswerQuestion],
            CardKind.ActionTask or CardKind.ActionReturned => now is ActionFile action
                ? [.. ActionTask.Of(action).Select(one => one.Step).Where(IsTheOwners)]
                : [],
            CardKind.ActionDone => [Step.AcceptAction],
            CardKind.ActionTimeAsked => [Step.AnswerMoreTime],
            CardKind.ActionImpact => [Step.CheckImpact],
            CardKind.MinutesDraft => [Step.CirculateMinutes],
            CardKind.ReviewProposed => [Step.DecideOnReview, Step.AcceptReviewReport],
            CardKind.ReviewLeadsDiffer => [Step.AskLeadsAgain],
            CardKind.ReviewTermsAsked => [Step.ApproveReviewTerms],
            CardKind.ReviewRecommendations => [Step.AnswerReviewRecommendation],
            CardKind.ReviewDetailAsked => [Step.AnswerDetail],
            CardKind.BriefingToCheck => [Step.CheckBriefing],
            CardKind.BriefingToApprove => [Step.ApproveBriefing],
            CardKind.BriefingReturned => [Step.WriteBriefing],
            CardKind.BriefingToSend => [Step.SendBriefing],
            CardKind.BriefingSent => [Step.AnswerBriefing],
            CardKind.BriefingWithdrawn or CardKind.ReviewPapersReady => [],
            // Once it is issued or replaced the same message says so.
            CardKind.ReportToIssue => happened is ReportPutForward ? [Step.IssueReport] : [],
            CardKind.PeopleChangeToConfirm => happened is PeopleChangeProposed ? [Step.ConfirmPeopleChange] : [],
            // Of several who are reminded one can do it, and the others can ask them.
            CardKind.Reminder
            or CardKind.Alert
            or CardKind.ReferralProgress
            or CardKind.LeadsInformed
            or CardKind.RoundProgress
            or CardKind.LeadsHaveAnswered
            or CardKind.RapidReview
            or CardKind.GroupMeeting
            or CardKind.HandedOver
            or CardKind.ReturnReceived
            or CardKind.FolderAlarm
            or CardKind.Unreached
            or CardKind.MeetingTask
            or CardKind.ApprovalProgress
            or CardKind.PanelNews
            or CardKind.ReviewWithdrawn
            or CardKind.ReviewTakenUp
            or CardKind.Recounted
            or CardKind.LearningNews
            or CardKind.LearningProgress
            or CardKind.LearningImpact
            or CardKind.ActionTimeAnswered
            or CardKind.ActionDigest
            or CardKind.ActionHandedOn
            or CardKind.GroupMeetingNews
            or CardKind.ReviewNews
            or CardKind.ReviewOwned
            or CardKind.ReviewTermsAnswered
            or CardKind.ReviewDetailAnswered
            or CardKind.ReviewAnsweredForLead
            or CardKind.CoOpted => [],
        };

    /// <summary>
    /// What a reminder before the end asks: the step that ends the clock. Where something else comes first, any step of people's.
    /// </summary>
    private static ImmutableList<Step> Reminded(RecordEvent happened, RecordFile now)
    {
        var (kind, ends) = happened switch
        {
            DeadlineChased chased => (chased.Kind, []),
            LearningReminded reminded => (reminded.Kind, Ends(LearningTask.Of((LearningFile)now), now, reminded.TimescaleId)),
            ActionReminded reminded => (reminded.Kind, Ends(ActionTask.Of((ActionFile)now), now, reminded.TimescaleId)),
            MeetingReminded reminded => (reminded.Kind, Ends(MeetingTask.Of((MeetingFile)now), now, reminded.TimescaleId)),
            BriefingReminded reminded => (reminded.Kind, Ends(BriefingTask.Of((BriefingFile)now), now, reminded.TimescaleId)),
            ReviewReminded reminded => (reminded.Kind, Ends(ReviewTask.Of((ReviewFile)now), now, reminded.TimescaleId)),
            GroupReminded reminded => (reminded.Kind, ImmutableList.Create(Step.AgreeTermsOfReference)),
            _ => (ChaseKind.Late, []),
        };
        return kind == ChaseKind.Late ? []
            : ends.IsEmpty ? [.. Choices.StepsOf(now).Where(Truths.IsPeoples)]
            : ends;
    }

    private static bool NobodyCan(
        ImmutableList<Step> steps,
        RecordEvent happened,
        RecordFile then,
        World world,
        ImmutableList<Actor> people
    ) =>
        Of(happened, then).OfType<Effect.ShowCard>().SelectMany(card => Persons(card.To, world.Of(card.Record), people)).ToList()
            is { Count: > 0 } reminded
        && !reminded.Exists(person => steps.Exists(step => MayTake(step, world.Of(then.Ref), person)));

    private static bool IsTheOwners(Step step) => step is Step.ReportActionDone or Step.ReportImpact;

    private static ImmutableList<Step> Ends(ImmutableList<(CaseTask Task, Step Step)> tasks, RecordFile now, string timescaleId) =>
        [.. tasks.Where(one => one.Task.Due is { } due && due == now.Clock(timescaleId)?.Deadline).Select(one => one.Step)];

    private static bool MayTake(Step step, RecordFile file, Actor person) =>
        file switch
        {
            CaseFile one => StepRules.MayTake(step, one, person),
            LearningFile one => LearningRules.MayTake(step, one, person),
            ActionFile one => ActionRules.MayTake(step, one, person),
            ReviewFile one => ReviewRules.MayTake(step, one, person),
            _ => file.Refuse(step, person) is null,
        };

    private static bool MayOpen(RecordFile file, Actor person) =>
        file switch
        {
            CaseFile one => Permissions.Sees(one, person),
            LearningFile one => LearningPermissions.Sees(one, person),
            ActionFile one => ActionPermissions.Sees(one, person),
            ReviewFile one => ReviewPermissions.Sees(one, person)
                || ReviewPermissions.RecommendationsOf(one, person).Any()
                || ReviewPermissions.DetailsOf(one, person).Any()
                || ReviewPermissions.PartsOf(one, person).Any(),
            BriefingFile one => BriefingPermissions.Sees(one, person) || BriefingPermissions.ReadsForTheirs(one, person),
            MeetingFile one => MeetingPermissions.Sees(one, person) || MeetingPermissions.ItemsOf(one, person).Any(),
            _ => GroupPermissions.Sees(person),
        };

    /// <summary>The people of the partnership's file a message goes to.</summary>
    private static IEnumerable<Actor> Persons(Recipient to, RecordFile file, ImmutableList<Actor> people) =>
        to switch
        {
            Recipient.HoldersOf(var role) => Holding(role, file, people),
            Recipient.DeputiesOf(var role) => people.Where(person =>
                !person.IsAway && !person.Roles.Contains(role) && file.RolesOf(person).Contains(role)
            ),
            Recipient.WhoMay(var step) => people.Where(person => file.Refuse(step, person) is null),
            Recipient.RepresentativeOf(var agency) => people.Where(person =>
                file is ReviewFile ? ReviewPermissions.Leads(person, agency)
                : file is ActionFile action ? action.LeadsTheAgency(person)
                : ((CaseFile)file).Review.Agency(agency)?.Representative?.PersonId == person.PersonId
            ),
            Recipient.MemberOf(var agency) when file is ReviewFile or BriefingFile => people.Where(person =>
                ReviewPermissions.IsMemberOf(person, agency)
            ),
            Recipient.MemberOf(var agency) => people.Where(person =>
                person.AgencyId == agency
                && person.Roles.Contains(Role.GroupMember)
                && person.PersonId
                    != (
                        file is ActionFile action
                            ? action.Owner!.PersonId
                            : ((CaseFile)file).Review.Agency(agency)?.Representative?.PersonId
                    )
            ),
            Recipient.ThePerson(var id) => people.Add(Cast.Guest).Where(person => person.PersonId == id),
            // Whoever had it: theirs says that it is with somebody else.
            _ => [],
        };

    private static IEnumerable<Actor> Holding(Role role, RecordFile file, ImmutableList<Actor> people)
    {
        var holders = people.FindAll(person => file.RolesOf(person).Contains(role));
        var there = holders.FindAll(person => !person.IsAway);
        return (there.IsEmpty ? holders : there).Where(person => file is not CaseFile one || Permissions.Sees(one, person));
    }
}
