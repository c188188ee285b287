using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionAgreement;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.ActionProgress;

namespace SafeguardingTeams.Tests;

/// <summary>An action: given events, when a command, then events or refusals.</summary>
internal sealed class ActionStory() : RecordStory<ActionFile, ActionStory>(new ActionFile(Id))
{
    internal static readonly RecordRef Id = RecordRef.Parse("GSCP-AC-2222-3333");

    internal static readonly DateOnly Due = new(2027, 1, 29);

    /// <summary>When the group meets next.</summary>
    internal static DateOnly Meeting { get; } = new(2026, 12, 9);

    /// <summary>The owner, who has no role but this.</summary>
    internal static Actor Owner { get; } =
        CaseStory.Person("the-owner", Role.Practitioner) with
        {
            AgencyId = "trust",
            AgencyName = "Trust",
        };

    /// <summary>The member of the group of the owner's agency.</summary>
    internal static Actor Member { get; } =
        CaseStory.Person("the-member", Role.GroupMember) with
        {
            AgencyId = "trust",
            AgencyName = "Trust",
        };

    /// <summary>Who leads the owner's agency.</summary>
    internal static Actor AgencyLead { get; } =
        CaseStory.Person("the-agencys-lead", Role.AgencyRepresentative) with
        {
            AgencyId = "trust",
            AgencyName = "Trust",
        };

    internal static Actor OtherOwner { get; } = CaseStory.Person("another-owner", Role.Practitioner);

    internal static Actor Chair { get; } = CaseStory.Somebody(Role.Chair);

    /// <summary>The Chair's deputy, while the Chair is there.</summary>
    internal static Actor DeputyChair { get; } =
        CaseStory.Person("the-deputy-chair", Role.Practitioner) with
        {
            Deputises = [new(Role.Chair, [Chair.PersonId])],
        };

    internal static Actor Operations { get; } = CaseStory.Somebody(Role.Operations);

    internal static Actor System { get; } = CaseStory.Person("system", Role.ThisSystem);

    /// <summary>Somebody who has no account.</summary>
    internal static ActionOwner Outside { get; } =
        new("", "Head of midwifery", "The head of midwifery", "head@clinic.example", "", "A private clinic");

    /// <summary>The same, once they have come in: a person of no file, known by the account of the guest.</summary>
    internal static Actor Guest { get; } = CaseStory.Person("p-of-the-guest", Role.Practitioner) with { AgencyName = "A private clinic" };

    /// <summary>This system has tied it to the guest's account.</summary>
    internal static TieActionOwner CameIn => new(Id, Guest.PersonId, true) { Round = 1 };

    internal static ActionPlan Plan(ActionOwner? owner = null) =>
        new(
            "Every bruise on a baby who does not move yet is seen by a senior paediatrician.",
            "Write it into the protocol, and train the emergency department.",
            owner ?? ActionOwner.OfTheFile(Owner.PersonId),
            Due,
            "An audit of twenty records after half a year."
        );

    internal static AgreeAction Agree(ActionPlan? plan = null, RecordRef? source = null) =>
        new(Id, new(source ?? LearningStory.Id, "recommendation 2"), plan ?? Plan());

    /// <summary>The shortest way to a stage, with a file or a link that shows what was done, or without.</summary>
    internal static ActionStory At(ActionStage stage, ActionOwner? owner = null, bool withFile = false, bool withLink = false)
    {
        var by = owner is { HasAccount: false } ? Operations : Owner;
        var verified = owner is { HasAccount: false } ? "Rung back." : "";
        return stage switch
        {
            ActionStage.NotStarted => new(),
            ActionStage.Agreed when withLink => At(stage, owner, withFile)
                .Given(new AddEvidenceLink(Id, "https://trust.example/protocol", "The protocol"), by),
            ActionStage.Agreed when withFile => At(stage, owner).Given(new AddEvidenceFile(Id, 2048, new('a', 64), ".pdf"), by),
            ActionStage.Agreed => new ActionStory().Given(Agree(Plan(owner)), Operations),
            ActionStage.Done => At(ActionStage.Agreed, owner, withFile, withLink)
                .Given(new ReportActionDone(Id, "The protocol, and the list of who was trained.", "", verified), by),
            ActionStage.Accepted => At(ActionStage.Done, owner, withFile, withLink).Given(new AcceptAction(Id, ""), Chair),
            ActionStage.Changed => At(ActionStage.Accepted, owner, withFile, withLink)
                .Given(new ReportImpact(Id, "Nineteen of twenty were seen.", verified), by)
                .Given(new CheckImpact(Id, ImpactFound.Changed, "By the audit."), Operations),
            ActionStage.Ended => At(ActionStage.Agreed, owner, withFile, withLink)
                .Given(new EndAction(Id, new(2026, 11, 2), "It was overtaken."), Operations),
            ActionStage.Withdrawn => At(ActionStage.Agreed, owner, withFile, withLink)
                .Given(new WithdrawAction(Id, "It is part of another."), Chair),
        };
    }

    internal override DecisionContext Context(Actor actor) =>
        new CaseStory { Now = Now }.Context(actor) with
        {
            People = [.. CaseStory.People, Owner, Member, AgencyLead, OtherOwner, DeputyChair],
            Meetings = [new(2026, 9, 9), Meeting],
        };

    private protected override RecordFile Other(RecordRef record) =>
        record.Kind == RecordKind.Learning ? LearningStory.At(LearningStage.Decided).File
        : record.Kind == RecordKind.Case ? CaseStory.At(Domain.Cases.Stage.PanelAnswered).File
        : new ActionFile(record);
}
