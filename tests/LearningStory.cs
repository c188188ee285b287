using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Domain.Steps.TriBorough;

namespace SafeguardingTeams.Tests;

/// <summary>A referral for practice learning: given events, when a command, then events or refusals.</summary>
internal sealed class LearningStory
{
    internal static readonly RecordRef Id = RecordRef.Parse("GSCP-PL-2222-3333");

    internal static readonly CaseId Made = CaseId.Parse("GSCP-6666-7777");

    /// <summary>The referral of a serious incident that is made of the other one, where that goes along.</summary>
    internal static readonly CaseId OtherMade = CaseId.Parse("GSCP-8888-9999");

    internal static readonly RecordRef OtherId = RecordRef.Parse("GSCP-PL-4444-5555");

    private int _commands;

    /// <summary>Another referral, of another referrer.</summary>
    internal LearningFile Other { get; private set; } = new(OtherId);

    internal LearningFile File { get; private set; } = new(Id);

    internal DateTimeOffset Now { get; set; } = CaseStory.Monday;

    internal static Actor Referrer => CaseStory.Referrer;

    /// <summary>The safeguarding lead of the referrer's agency, in the partnership's file.</summary>
    internal static Actor Lead { get; } =
        CaseStory.Person("the-safeguarding-lead", Role.DesignatedSafeguardingLead) with
        {
            Email = "lead@agency.example",
        };

    internal static Actor OtherLead { get; } =
        CaseStory.Person("another-safeguarding-lead", Role.DesignatedSafeguardingLead) with
        {
            Email = "other@agency.example",
        };

    internal static GroupsDecision Outcome { get; } =
        new(
            "How a discharge was planned",
            [LearningOutcome.MultiAgencyAudit, LearningOutcome.JoinedToATheme],
            "It is the third of its kind.",
            "The group audits how discharges are planned.",
            "Nothing was seen, because few such discharges are known.",
            "A parents' group is asked.",
            new(2026, 11, 2)
        );

    /// <summary>A referral as somebody would send it.</summary>
    internal static Answers Complete(string lead = "lead@agency.example", string kinds = "near-miss,working-together")
    {
        var answers = LearningAnswers
            .BegunBy("The referrer", "An agency", "referrer@agency.example", "The safeguarding lead", lead)
            .With("referrer", "title", "Health visitor")
            .With("referrer", "telephone", "020 7946 0000")
            .With("learning", "kinds", kinds)
            .With("learning", "learn", "How a discharge is planned when a parent is ill.")
            .With("learning", "concerns", "one")
            .With("children", AnswerRow.Empty("r1").With("name", "Child A").With("born", "2024-05-06"));
        return kinds == "good-practice"
            ? answers.With("wentwell", "welldone", "The ward rang before the discharge.").With("wentwell", "why", "Others can do it too.")
            : answers
                .With("outline", "circumstances", "The baby went home before the visit was arranged.")
                .With("outline", "reasons", "It could happen again.");
    }

    /// <summary>The shortest way to a stage.</summary>
    internal static LearningStory At(LearningStage stage, Answers? answers = null) =>
        stage switch
        {
            LearningStage.NotStarted => new(),
            LearningStage.AwaitingSafeguardingLead => new LearningStory().Given(Submit(answers), Referrer),
            LearningStage.AwaitingTriage => At(LearningStage.AwaitingSafeguardingLead, answers)
                .Given(new AnswerAsSafeguardingLead(Id, true, ""), Lead),
            LearningStage.NotAgreed => At(LearningStage.AwaitingSafeguardingLead, answers)
                .Given(new AnswerAsSafeguardingLead(Id, false, "It is being looked into by us."), Lead),
            LearningStage.AwaitingMeeting => At(LearningStage.AwaitingTriage, answers).Triaged(LearningWay.NextMeeting),
            LearningStage.NotForTheGroup => At(LearningStage.AwaitingTriage, answers).Triaged(LearningWay.NotForTheGroup),
            LearningStage.WithTheMash => At(LearningStage.AwaitingTriage, answers).Triaged(LearningWay.ToTheMash),
            LearningStage.Decided => At(LearningStage.AwaitingMeeting, answers).Given(Decide(), CaseStory.Somebody(Role.Operations)),
            LearningStage.Joined => At(LearningStage.AwaitingTriage, answers)
                .WithOther(LearningStage.AwaitingTriage)
                .Given(new JoinLearning(OtherId, Id, "The same child."), CaseStory.Somebody(Role.Operations)),
            LearningStage.Withdrawn => At(LearningStage.AwaitingSafeguardingLead, answers)
                .Given(new WithdrawLearning(Id, "Sent by mistake."), Referrer),
        };

    /// <summary>Good practice, and the referrer agrees that it is fed back (E22).</summary>
    internal static Answers GoodPractice { get; } = Complete(kinds: "good-practice").With("wentwell", "maybetold", "yes");

    internal static SubmitLearning Submit(Answers? answers = null) => new(Id, PracticeLearningV1.FormId, 1, answers ?? Complete());

    /// <summary>It came by mail, from somebody without an account here, and operations sent it.</summary>
    internal static LearningStory ByMail(string referrer = "referrer@agency.example") =>
        new LearningStory().Given(
            Submit(Complete().With("referrer", "email", referrer)) with
            {
                How = "as a Word form by mail, read in by operations",
            },
            CaseStory.Somebody(Role.Operations)
        );

    internal static DecideOnLearning Decide(int seen = 99) => new(Id, Outcome, seen);

    /// <summary>With another referral at a stage.</summary>
    internal LearningStory WithOther(LearningStage stage, Answers? answers = null)
    {
        Other = At(stage, answers)
            .File.History.Aggregate(new LearningFile(OtherId), (file, recorded) => Replay.Next(file, OfTheOther(recorded)));
        return this;
    }

    /// <summary>This one leads, the other follows.</summary>
    internal LearningStory Leading(Answers? answers = null) =>
        WithOther(LearningStage.AwaitingTriage, answers)
            .Given(new JoinLearning(Id, OtherId, "The same child."), CaseStory.Somebody(Role.Chair));

    /// <summary>It leads, and looks serious: both go to the MASH.</summary>
    internal static TriageLearning BothToTheMash { get; } =
        new(Id, LearningWay.ToTheMash, "A fracture.", false, [], Made) { Joined = [OtherId], JoinedCases = [OtherMade] };

    /// <summary>Another reason why it is not for the group, of one that ended so.</summary>
    internal static TriageLearning AnotherReason { get; } =
        new(Id, LearningWay.NotForTheGroup, "It is looked at elsewhere.", false, ["theme-1"], Made, true)
        {
            PutRight = "The wrong reason was chosen.",
        };

    /// <summary>An action that came of it has changed something (D8).</summary>
    internal LearningStory WithAChange()
    {
        File = Replay.Next(
            File,
            new(
                Id,
                File.Version + 1,
                Now,
                new("operations", "Operations", "The partnership", CaseStory.Somebody(Role.Operations).Account, [Role.Operations]),
                "changed",
                new WhatChangedTold(
                    RecordRef.Parse("GSCP-AC-2222-3333"),
                    "Every bruise on a baby who does not move yet is seen by a senior paediatrician."
                )
            )
        );
        return this;
    }

    private static RecordedEvent OfTheOther(RecordedEvent recorded) =>
        recorded with
        {
            Record = OtherId,
            Event = recorded.Event is LearningSubmitted sent
                ? sent with
                {
                    Referrer = new("the-other-referrer", "The other referrer", "other", "Another agency"),
                }
                : recorded.Event,
        };

    /// <summary>The group has decided that it is taken to the TriBorough group.</summary>
    internal static LearningStory ToTriBorough() =>
        At(LearningStage.AwaitingMeeting).Given(DecideOnTriBorough, CaseStory.Somebody(Role.Operations));

    internal static DecideOnLearning DecideOnTriBorough { get; } =
        Decide() with
        {
            Group = Outcome with { Outcomes = [LearningOutcome.ToTheTriBoroughGroup] },
        };

    internal static SendToTriBorough SentToTriBorough { get; } =
        new(Id, new("A page on how discharges are planned, without names", new(2026, 11, 2)));

    internal static RecordTriBoroughAnswer BackFromTriBorough { get; } = new(Id, new("They plan an audit of the same", new(2026, 11, 2)));

    internal LearningStory Triaged(LearningWay way) =>
        Given(
            new TriageLearning(Id, way, way == LearningWay.NextMeeting ? "" : "It is so.", false, ["theme-1"], Made),
            CaseStory.Somebody(Role.Chair)
        );

    internal LearningStory Given(Command command, Actor actor) =>
        When(command, actor) is Decision.Refused refused
            ? throw new InvalidOperationException($"{command.Step} was refused: {refused.Reasons[0].Code}")
            : this;

    internal Decision When(Command command, Actor actor)
    {
        var decision = command.DecideFor(Of(command.Ref), [.. command.Others.Select(Of)], Context(actor));
        if (decision is Decision.Accepted accepted)
        {
            _commands++;
            foreach (var change in accepted.Changes.Where(change => change.Record.Kind == RecordKind.Learning))
            {
                var file = (LearningFile)Of(change.Record);
                var after = Replay.Next(
                    file,
                    new(
                        file.Ref,
                        file.Version + 1,
                        Now,
                        new(actor.PersonId, actor.Display, actor.AgencyName, actor.Account, [.. file.RolesOf(actor).Order()]),
                        $"command-{_commands}",
                        change.Event
                    )
                );
                (File, Other) = change.Record == Id ? (after, Other) : (File, after);
            }
        }

        return decision;
    }

    internal DecisionContext Context(Actor actor) =>
        new CaseStory { Now = Now }.Context(actor) with
        {
            People = [.. CaseStory.People, Lead, OtherLead],
        };

    private RecordFile Of(RecordRef record) =>
        record == Id ? File
        : record.Kind == RecordKind.Learning ? Other
        : new Domain.Cases.CaseFile(record.CaseId);
}
