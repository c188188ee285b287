using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.Alert;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Closing;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Domain.Steps.FamilyTold;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.Keeping;
using SafeguardingTeams.Domain.Steps.LeadsQuestions;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recalculating;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.ReportChanges;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Domain.Steps.TermsOfReference;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Effects;

/// <summary>The overview of what follows from what happens, made by playing cases.</summary>
public partial class WhatFollowsTests
{
    private static readonly Deadline Due = Deadlines.Pin(
        Timescales.LeadsDecision,
        new(2026, 11, 2),
        CaseStory.Monday,
        BankHolidays.Calendar,
        CaseStory.Office
    );

    private static readonly Role Lead = Role.LeadPolice;

    /// <summary>What the stages are reached without, and where it may happen.</summary>
    internal static readonly ImmutableArray<(Stage Stage, CaseEvent Event)> Besides =
    [
        (Stage.AwaitingThreshold, new ReferralChanged([], "")),
        (Stage.UnderReview, new ReferralChanged([], "")),
        (Stage.Joined, new ReferralSeparated(CaseStory.OtherId, "Two incidents.")),
        (Stage.AwaitingThreshold, new ReferralReceived(new(CaseStory.OtherId, new("p-1", "", "", ""), ["Probation"]), "One incident.")),
        (Stage.UnderReview, new ReferralReceived(new(CaseStory.OtherId, new("p-1", "", "", ""), ["Probation"]), "One incident.")),
        (Stage.AwaitingThreshold, new ReferralGivenBack(CaseStory.OtherId, "Two incidents.")),
        (Stage.AwaitingRecommendation, new AwarenessRecorded(new(2026, 11, 2), "By telephone.", Due)),
        (Stage.BelowThreshold, new ReferrerTold("By telephone.")),
        (Stage.AwaitingRecommendation, new AlertRead()),
        (Stage.AwaitingRecommendation, new LeadsInformed()),
        (Stage.AwaitingPartners, new LeadStoodAside(Lead, "p", true)),
        (Stage.AwaitingPartners, new LeadStoodAside(Lead, "p", false)),
        (Stage.AwaitingPartners, new PartnerDecided(1, new(Lead, false, "No.", "p", CaseStory.Monday, null), null)),
        (Stage.AwaitingPartners, new MediationAskedFor(Due)),
        (Stage.AwaitingPartners, new MediationRecorded("Heard.", "All.", Due)),
        (Stage.AwaitingPartners, new MediationCorrected("Heard.", "All.", "A slip.")),
        (Stage.AwaitingPartners, new AuthorityDecided(false, NotificationGround.SeriousIncident, "Accidental.", [])),
        (Stage.BelowThreshold, new AuthorityDecided(true, NotificationGround.CareLeaversDeath, "", [])),
        (Stage.AwaitingGroupMeeting, new SpecialMeetingAskedFor("Soon.")),
        (Stage.AwaitingGroupMeeting, new SpecialMeetingTakenBack("Not needed.")),
        (Stage.UnderReview, new RequestFilledIn([], "A slip.")),
        (Stage.UnderReview, new MeetingDayDoubted(MeetingDoubt.NoWorkingDay)),
        (Stage.Notified, new AgencyRemoved("police")),
        (Stage.UnderReview, new AgencyTakenOff("police", "Another of that name.")),
        (Stage.UnderReview, new RepresentativeNamed("police", new("p", "Somebody", "p@police.example"))),
        (Stage.UnderReview, new AgencyLeftOut("Probation", "Under another name.")),
        (Stage.UnderReview, new MeetingPlanned(new(1, CaseStory.Monday, CaseStory.Monday, MeetingKind.Online, "", ""), "Ill.")),
        (Stage.UnderReview, new MeetingCancelled("Ill.")),
        (Stage.UnderReview, new AttendeeInvited(new("a-1", new("p-1", "Somebody", "p@police.example"), "police", "", "", null))),
        (Stage.UnderReview, new AttendeeTakenOff($"a-{Lead}", "Was involved.")),
        (Stage.UnderReview, new AgencyAsked("police", Due)),
        (Stage.UnderReview, new ScopingReturned("police", true, "initial-scoping", 1, CaseStory.Complete(), "on a card", "")),
        (Stage.UnderReview, new SecuringConfirmed("police", SecuringStep.Secured, "A cabinet.", new(2026, 11, 2))),
        (Stage.UnderReview, new NomineeNamed("police", new("p", "Somebody", "p@police.example"), "")),
        (Stage.UnderReview, new FileSecured("police", "a.pdf", 1, "ab")),
        (Stage.UnderReview, new FolderReported("police", "Somebody can open it.")),
        (Stage.UnderReview, new FolderReported("", "Somebody can open it.")),
        (Stage.UnderReview, new DeadLetterReported("x", "A letter", "No address.")),
        (Stage.UnderReview, new DeadLetterSettled("x", "A letter", "Sent by hand.")),
        (Stage.UnderReview, new InvitationsAnswered(ImmutableSortedDictionary<string, Answered>.Empty.Add($"a-{Lead}", Answered.Declined))),
        (Stage.UnderReview, new PaperAdded(PaperKind.NotificationCopy, "a.pdf", 1, "ab")),
        (Stage.UnderReview, new PackShared()),
        (Stage.AwaitingApproval, new AttendanceRecorded([])),
        (Stage.AwaitingApproval, new MeetingRecorded([], "A slip.")),
        (Stage.AwaitingApproval, new RecommendationReopened("A wrong letter.")),
        (Stage.AwaitingApproval, new ApprovalGiven(1, new(Lead, false, "No.", "p", CaseStory.Monday, null))),
        (Stage.AwaitingApproval, new ApprovalMediationAskedFor(Due)),
        (Stage.AwaitingApproval, new ApprovalMediationRecorded("Heard.", "All.", Due)),
        (Stage.AwaitingApproval, new ApprovalMediationCorrected("Heard.", "All.", "A slip.")),
        (Stage.AwaitingSubmission, new ReportChanged(["Name of the child"], "A slip.", Due)),
        (Stage.AwaitingPanel, new ReportChanged(["Name of the child"], "A slip.", null)),
        (Stage.AwaitingPanel, new CorrectionAsked("A slip.", "b", "", true, Due)),
        (Stage.AwaitingPanel, new CorrectionSent("A slip.", "")),
        (Stage.UnderReview, new DocumentKept(new(KeptKind.ScopingForm, "ScopingLetter", "police", "a.docx", "ab", 1, "p@police.example"))),
        (Stage.AwaitingPanel, new PartnersResponded("A thematic review.")),
        (Stage.AwaitingPanel, new PartnersResponseCorrected("A thematic review.", "A slip.")),
        (Stage.PanelAnswered, new AccessEnded()),
        (Stage.UnderReview, new ReviewWithdrawn("Accidental.", Due)),
        (Stage.AwaitingGroupMeeting, new ReviewTakenUp("By mistake.", [Due])),
        (Stage.AwaitingGroupMeeting, new ConsideredByGroup(new(2026, 11, 2), "A learning event.", "")),
        (Stage.AwaitingGroupMeeting, new GroupRecommended([GroupsMethod.LearningReview], "More is known.", [])),
        (Stage.AwaitingGroupMeeting, new GroupRecommended([GroupsMethod.CriteriaMayBeMet], "More is known.", [Due])),
        .. OfTheEnd,
        (Stage.AwaitingPartners, new DeadlineChased(Timescales.LeadsDecision.Id, 0, 0, ChaseKind.Late, [new(Lead), new(Lead, true)])),
        (Stage.UnderReview, new DeadlineChased("returns~police", 0, 0, ChaseKind.Late, [new(Role.AgencyRepresentative)])),
        (Stage.UnderReview, new RoleHandedOver(Role.Chair, "p", "Somebody", "Away.")),
        (Stage.UnderReview, new FamilyTold("Mother", new(2026, 11, 2), "Social worker", "")),
        (Stage.UnderReview, new RoleTakenOver(Role.Chair, "p", "Somebody", ["before"], 1)),
        (Stage.UnderReview, new RoleCovered(Role.Chair, "p", "Somebody", new(2026, 11, 2), true)),
        (Stage.UnderReview, new RoleCovered(Role.AgencyRepresentative, "p", "Somebody", new(2026, 11, 2), false)),
        (Stage.AwaitingPartners, new DeadlinesRecalculated("amended", [], [])),
    ];

    [Fact]
    public void What_follows_from_each_event_is_written_down()
    {
        var played = EveryEvent().ToLookup(one => one.Event.GetType(), one => EffectsOf.Event(one.Event, one.After));
        var text = new StringBuilder(
            """
            # What follows from what happens

            Generated from the code and checked by a test: cases are played, and whatever followed from an event in any of them stands
            here. "Anew" is a message that is only drawn anew, where it is there. Who else is told depends on the case: the code of the
            step says it.

            | event, as stored | cards | and |
            |---|---|---|

            """
        );
        var missing = typeof(CaseEvent)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CaseEvent)) && !type.IsAbstract && !played.Contains(type))
            .Select(type => type.Name);
        Assert.Empty(missing);
        var learning = OfLearning().ToList();
        Assert.Equal([], Missing<LearningEvent>(learning));
        var actions = OfActions().ToList();
        Assert.Equal([], Missing<ActionEvent>(actions));
        var meetings = OfMeetings().ToList();
        Assert.Equal([], Missing<MeetingEvent>(meetings));
        var reviews = OfReviews().ToList();
        Assert.Equal([], Missing<ReviewEvent>(reviews));
        var briefings = OfBriefings().ToList();
        Assert.Equal([], Missing<BriefingEvent>(briefings));
        var posted = played
            .SelectMany(one => one)
            .SelectMany(effects => effects)
            .Concat(
                learning
                    .Concat(actions)
                    .Concat(meetings)
                    .Concat(reviews)
                    .Concat(briefings)
                    .Concat(OfTheGroup())
                    .SelectMany(one => one.Effects)
            )
            .OfType<Effect.ShowCard>();
        // Whom nothing reaches is found in delivering, and follows from no event.
        var kinds = posted.Where(card => !card.OnlyIfShown).Select(card => card.Kind);
        Assert.Equal([CardKind.Unreached], Enum.GetValues<CardKind>().Except(kinds));
        foreach (var (name, effects) in played.Select(Named).OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            var cards = effects.OfType<Effect.ShowCard>().GroupBy(card => (card.Kind, card.OnlyIfShown)).Select(Card);
            var others = effects.Where(effect => effect is not Effect.ShowCard).Select(Other);
            text.Append($"| {name} | {Line(cards)} | {Line(others)} |\n");
        }

        text.Append("\n## Of the group\n\n| event, as stored | cards | and |\n|---|---|---|\n");
        foreach (var one in OfTheGroup().GroupBy(one => one.Name).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var effects = one.SelectMany(each => each.Effects).ToList();
            Assert.All(effects, effect => Assert.True(effect is Effect.ShowCard or Effect.KeepPapers or Effect.Dispose, $"{effect}"));
            var cards = effects.OfType<Effect.ShowCard>().GroupBy(card => (card.Kind, card.OnlyIfShown)).Select(Card);
            text.Append($"| {one.Key} | {Line(cards)} | {Line(effects.Where(effect => effect is not Effect.ShowCard).Select(Other))} |\n");
        }

        Append(text, "practice learning", learning);
        Append(text, "actions", actions);
        Append(text, "the group's meetings", meetings);
        Append(text, "reviews", reviews);
        Append(text, "briefings", briefings);
        Approved.Same("docs/what-follows.md", text.ToString());
    }

    private static (string Name, ImmutableList<Effect> Effects) Named(IGrouping<Type, ImmutableList<Effect>> played)
    {
        var happened = (CaseEvent)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(played.Key);
        return (happened.StoredName, [.. played.SelectMany(effects => effects)]);
    }

    /// <summary>Every event of the played cases, and of those besides, with the case as it is after it.</summary>
    internal static IEnumerable<(CaseEvent Event, CaseFile After)> EveryEvent() =>
        Enum.GetValues<Stage>()
            .Select(CaseStory.At)
            .Concat([
                CaseStory.At(Stage.AwaitingPartners).TheyDiffer(),
                ApprovalDiffers(),
                CaseStory.At(Stage.UnderReview).Withdrawn().TakenUp(),
                Partners.Leads.Aggregate(CaseStory.AnsweredAndDone().LeadsAsked(), (story, lead) => story.LeadAnswers(lead, 1)),
                CaseStory
                    .AnsweredAndDone()
                    .LeadsAsked()
                    .LeadsAsked(CaseStory.Question with { Question = "May the referrer hear how it stands?" })
                    .Given(new TakeBackLeadsQuestion(CaseStory.Id, 1, "It is settled."), CaseStory.Somebody(Role.Chair))
                    .Given(new CloseCase(CaseStory.Id), CaseStory.Somebody(Role.Chair)),
                CaseStory.At(Stage.AwaitingPartners).LeadsAsked().Given(new StandAside(CaseStory.Id), CaseStory.Lead(Lead)),
            ])
            .SelectMany(story => Played(story.File).Concat(Played(story.Other)))
            .Concat(Besides.Select(one => After(CaseStory.At(one.Stage).File, one.Event)))
            .Concat(Besides.Where(one => one.Stage == Stage.UnderReview).Select(one => After(Shared(), one.Event)));

    private static CaseStory ApprovalDiffers() =>
        Partners.Leads.Aggregate(CaseStory.At(Stage.AwaitingApproval), (story, lead) => story.Approves(lead, lead != Lead));

    private static IEnumerable<(CaseEvent Event, CaseFile After)> Played(CaseFile whole)
    {
        var file = new CaseFile(whole.Id);
        foreach (var recorded in whole.History)
        {
            file = Replay.Next(file, recorded);
            if (recorded.Event is CaseEvent happened)
            {
                yield return (happened, file);
            }
        }
    }

    private static CaseFile Shared() => After(CaseStory.At(Stage.UnderReview).File, new PackShared()).After;

    private static (CaseEvent Event, CaseFile After) After(CaseFile file, CaseEvent happened) =>
        (happened, Replay.Next(file, new(file.Id, file.Version + 1, CaseStory.Monday, new("p", "", "", "", []), "c", happened)));

    private static string Line(IEnumerable<string> parts) =>
        string.Join("; ", parts.Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } line ? line : "–";

    private static string Card(IGrouping<(CardKind Kind, bool Again), Effect.ShowCard> cards) =>
        $"{(cards.Key.Again ? "anew: " : "")}{Words(cards.Key.Kind)} to "
        + string.Join(", ", cards.Select(card => Whom(card.To)).Distinct().Order(StringComparer.Ordinal))
            .Replace("lead health, lead local authority, lead police", "the three leads", StringComparison.Ordinal);

    private static string Other(Effect effect) =>
        effect switch
        {
            Effect.SendMail mail => $"mail: {Words(mail.Kind)}",
            Effect.KeepMeeting => "meeting in Outlook",
            Effect.KeepFolders => "an agency's folders",
            Effect.FileDocument document => $"document: {Words(document.Kind)}",
            Effect.KeepPack => "document pack",
            Effect.Dispose => "everything of the record removed, certificate",
            Effect.KeepPapers => "kept as it went",
            Effect.InviteGuest => "who was entered by hand: invited",
            _ => throw new InvalidOperationException($"No words for {effect.GetType().Name}."),
        };

    private static string Whom(Recipient to) =>
        to switch
        {
            Recipient.HoldersOf(var role) => Words(role),
            Recipient.DeputiesOf(var role) => $"deputy of {Words(role)}",
            Recipient.WhoMay(var step) => $"whoever may {Words(step)}",
            Recipient.FormerHoldersOf(var role) => $"former {Words(role)}",
            Recipient.FormerHolder => "whoever had it",
            Recipient.RepresentativeOf => "agency representative",
            Recipient.MemberOf => "group member",
            Recipient.ThePerson => "the person",
            _ => throw new InvalidOperationException($"No words for {to.GetType().Name}."),
        };

    private static string Words<T>(T value)
        where T : Enum => Capital().Replace(value.ToString(), " $0").Trim().ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
