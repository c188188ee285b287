using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Disposing;
using SafeguardingTeams.Domain.Steps.LegalHold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>How long a record is kept: reviewed, held, kept on, proposed by one and confirmed by another (F3).</summary>
public class RetentionTests
{
    private static readonly Actor System = CaseStory.Person("system", Role.ThisSystem);
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);

    private GroupFile _group = new() { Stage = GroupStage.Open };

    private Retained Kept => _group.KeepingOf(RetentionStory.Record);

    [Fact]
    public void A_record_is_listed_once_with_its_class_as_it_was_and_kept_on_comes_back_when_its_years_are_over_F3()
    {
        Given(new ListForReview(RetentionStory.Due), System);
        Assert.Equal(RetentionStory.Due, Kept.Due);
        Assert.Equal("overtaken", Code(new ListForReview(RetentionStory.Due), System));
        Given(new KeepOn(RetentionStory.Record, 5, " Research is asked for. ", 1), Operations);
        Assert.Equal((null, new DateOnly(2031, 11, 2)), (Kept.Due, Kept.KeptUntil));
        Assert.Equal("overtaken", Code(new ListForReview(RetentionStory.Due), System));
        Given(new ListForReview(RetentionStory.Due), System, CaseStory.Monday.AddYears(5));
        Assert.NotNull(Kept.Due);
    }

    [Fact]
    public void A_record_whose_time_has_not_come_is_not_listed_F3() =>
        Assert.Equal("overtaken", Code(new ListForReview(RetentionStory.Due with { CountedFrom = new(2016, 11, 3) }), System));

    [Fact]
    public void What_is_held_open_linked_or_not_due_is_neither_proposed_nor_confirmed_F3()
    {
        var open = new FoundToGo(RetentionStory.Record, null, []);
        var later = RetentionStory.Found with { Due = RetentionStory.Due with { CountedFrom = new(2026, 1, 1) } };
        var linked = RetentionStory.Found with { OpenLinks = [RecordRef.Parse("GSCP-RV-2222-3333")] };
        Given(new ListForReview(RetentionStory.Due), System);
        foreach (var (found, code) in new[] { (open, "not-closed"), (later, "not-due"), (linked, "linked") })
        {
            Assert.Equal(code, Code(new ProposeDisposal(found, "x", Kept.Changes), Operations));
        }

        Assert.Contains(
            "GSCP-RV-2222-3333",
            Refused(new ProposeDisposal(linked, "x", Kept.Changes), Operations).Message,
            StringComparison.Ordinal
        );
        Given(new ProposeDisposal(RetentionStory.Found, "x", Kept.Changes), Operations);
        foreach (var (found, code) in new[] { (open, "not-closed"), (later, "not-due"), (linked, "linked") })
        {
            Assert.Equal(code, Code(new ConfirmDisposal(found, RetentionStory.Certificate, Kept.Changes), Chair));
        }

        Given(RetentionStory.Hold, Chair);
        Assert.Equal("held", Code(new ConfirmDisposal(RetentionStory.Found, RetentionStory.Certificate, Kept.Changes), Chair));
        Assert.Equal("nothing-changed", Code(RetentionStory.Hold, Operations));
        Given(RetentionStory.Hold with { Authority = HoldAuthority.Police }, Operations);
        Given(new LiftHold(RetentionStory.Record, 1, "The inquest is over."), Operations);
        Assert.Equal("held", Code(new ConfirmDisposal(RetentionStory.Found, RetentionStory.Certificate, Kept.Changes), Chair));
        Given(new LiftHold(RetentionStory.Record, 2, "No charge is brought."), Chair);
        Given(new ConfirmDisposal(RetentionStory.Found, RetentionStory.Certificate, Kept.Changes), Chair);
        Assert.False(Kept.IsOpen);
        Assert.Equal("overtaken", Code(RetentionStory.Hold, Chair));
    }

    [Fact]
    public void Two_people_decide_and_what_changed_meanwhile_is_decided_again_F3()
    {
        var both = Operations with { Roles = [Role.Operations, Role.Chair] };
        Given(new ListForReview(RetentionStory.Due), System);
        Given(new ProposeDisposal(RetentionStory.Found, "x", 1), both);
        Assert.Equal("own-proposal", Code(new ConfirmDisposal(RetentionStory.Found, RetentionStory.Certificate, 2), both));
        Assert.Equal("not-yours", Code(new ConfirmDisposal(RetentionStory.Found, RetentionStory.Certificate, 2), Operations));
        Assert.Equal("overtaken", Code(new ConfirmDisposal(RetentionStory.Found, RetentionStory.Certificate, 1), Chair));
        var other = RetentionStory.Due with { Class = RetentionStory.Due.Class with { Years = 9 } };
        Assert.Equal("changed", Code(new ConfirmDisposal(RetentionStory.Found with { Due = other }, RetentionStory.Certificate, 2), Chair));
        Given(new DeclineDisposal(RetentionStory.Record, "The class is another.", 2), Chair);
        Assert.Equal("overtaken", Code(new ConfirmDisposal(RetentionStory.Found, RetentionStory.Certificate, 3), Chair));
        Assert.Equal((null, true), (Kept.Proposed, Kept.Due is not null));
    }

    [Fact]
    public void Reasons_are_given_and_years_are_a_number_F3()
    {
        Given(new ListForReview(RetentionStory.Due), System);
        Assert.Equal("reason-needed", Code(new KeepOn(RetentionStory.Record, 5, " ", 1), Operations));
        Assert.Equal("years", Code(new KeepOn(RetentionStory.Record, 0, "x", 1), Operations));
        Assert.Equal("years", Code(new KeepOn(RetentionStory.Record, 31, "x", 1), Operations));
        Assert.Equal("reason-needed", Code(new ProposeDisposal(RetentionStory.Found, "", 1), Operations));
        Assert.Equal("too-long", Code(new ProposeDisposal(RetentionStory.Found, new('x', 4001), 1), Operations));
        Assert.Equal("reason-needed", Code(RetentionStory.Hold with { Reason = "" }, Chair));
        Assert.Equal("never-removed", Code(RetentionStory.Hold with { Record = RecordRef.Group }, Chair));
        Given(RetentionStory.Hold, Chair);
        Assert.Equal("reason-needed", Code(new LiftHold(RetentionStory.Record, 1, ""), Chair));
        Assert.Equal("overtaken", Code(new LiftHold(RetentionStory.Record, 2, "x"), Chair));
    }

    [Fact]
    public void Only_a_confirmed_disposal_is_certified_and_once_F3()
    {
        Assert.Equal("overtaken", Code(RetentionStory.EveryCommand[^1], System));
        Given(new ListForReview(RetentionStory.Due), System);
        Given(new ProposeDisposal(RetentionStory.Found, "x", 1), Operations);
        Given(new ConfirmDisposal(RetentionStory.Found, RetentionStory.Certificate, 2), Chair);
        Assert.Equal([new Effect.Dispose(RetentionStory.Record)], ((GroupEvent)_group.History[^1].Event).WhatFollows(_group));
        Given(RetentionStory.EveryCommand[^1], System);
        Assert.Equal(RetentionStory.Done, Kept.Disposal!.Done);
        Assert.Equal("overtaken", Code(RetentionStory.EveryCommand[^1], System));
    }

    private Decision When(GroupCommand command, Actor actor, DateTimeOffset? now = null)
    {
        var at = now ?? CaseStory.Monday;
        var decision = command.DecideFor(_group, [], new CaseStory { Now = at }.Context(actor));
        if (decision is Decision.Accepted accepted)
        {
            foreach (var change in accepted.Changes)
            {
                var by = new RecordedActor(actor.PersonId, actor.Display, "A", "t/o", []);
                _group = Replay.Next(_group, new(change.Record, _group.Version + 1, at, by, "c", change.Event));
            }
        }

        return decision;
    }

    private void Given(GroupCommand command, Actor actor, DateTimeOffset? now = null) =>
        Assert.True(When(command, actor, now) is Decision.Accepted, command.ToString());

    private Refusal Refused(GroupCommand command, Actor actor) => Assert.IsType<Decision.Refused>(When(command, actor)).Reasons[0];

    private string Code(GroupCommand command, Actor actor) => Refused(command, actor).Code;
}
