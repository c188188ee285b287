using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Actions;

/// <content>Whoever referred what an action comes from hears what it has changed (D8).</content>
public partial class ActionTests
{
    private static readonly CheckImpact Changed = new(Id, ImpactFound.Changed, "By the audit.") { Referral = LearningStory.Id };

    private static ActionFile Said =>
        ActionStory.At(ActionStage.Accepted).Given(new ReportImpact(Id, "Nineteen of twenty were seen."), Owner).File;

    [Theory]
    [InlineData(Role.Chair)]
    [InlineData(Role.Operations)]
    public void What_has_changed_is_told_to_who_referred_it_in_the_same_transaction_D8(Role role)
    {
        var referral = LearningStory.At(LearningStage.Decided).File;
        var accepted = Assert.IsType<Decision.Accepted>(Decide(Changed, Said, CaseStory.Somebody(role), referral));
        Assert.Equal([Id, LearningStory.Id], accepted.Changes.Select(change => change.Record));
        var told = Assert.IsType<WhatChangedTold>(accepted.Changes[1].Event);
        Assert.Equal((Id, ActionStory.Plan().Change), (told.Action, told.Change));

        var after = LearningStory.At(LearningStage.Decided).WithAChange().File;
        Assert.Equal(ActionStory.Plan().Change, Assert.Single(after.Changes).Change);
        Assert.Equal((LearningStage.Decided, referral.Told), (after.Stage, after.Told));
        Assert.Equal(
            [
                new Effect.ShowCard(LearningStory.Id, CardKind.LearningImpact, new Recipient.ThePerson(LearningStory.Referrer.PersonId))
                {
                    About = Topic.AfterEvent(after.Version),
                },
            ],
            told.WhatFollows(after)
        );

        // The action is opened again and changes something once more: it stands there once.
        Assert.Single(LearningStory.At(LearningStage.Decided).WithAChange().WithAChange().File.Changes);
    }

    [Fact]
    public void Those_that_follow_it_hear_the_same_and_one_that_was_joined_or_separated_since_is_read_again_D8_D11()
    {
        var led = LearningStory
            .At(LearningStage.AwaitingMeeting)
            .WithOther(LearningStage.AwaitingMeeting)
            .Given(new Domain.Steps.LearningJoining.JoinLearning(LearningStory.Id, LearningStory.OtherId, "One."), Chair)
            .Given(LearningStory.Decide() with { Joined = [LearningStory.OtherId] }, Operations);
        var both = Changed with { Joined = [LearningStory.OtherId] };
        var accepted = Assert.IsType<Decision.Accepted>(Decide(both, Said, Operations, led.File, led.Other));
        Assert.Equal([Id, LearningStory.Id, LearningStory.OtherId], accepted.Changes.Select(change => change.Record));
        Assert.Single(accepted.Changes.Skip(1).Select(change => change.Event).Distinct());

        Assert.Equal([Refusal.Overtaken], Reasons(Decide(Changed, Said, Operations, led.File)));
        Assert.Equal([Refusal.Overtaken], Reasons(Decide(both, Said, Operations, LearningStory.At(LearningStage.Decided).File, led.Other)));
    }

    [Theory]
    [InlineData(ImpactFound.Partly)]
    [InlineData(ImpactFound.Not)]
    [InlineData(ImpactFound.TooEarly)]
    public void Who_referred_it_is_told_nothing_before_it_is_found_that_it_has_changed_D8(ImpactFound found)
    {
        var referral = LearningStory.At(LearningStage.Decided).File;
        var accepted = Assert.IsType<Decision.Accepted>(Decide(Changed with { Found = found }, Said, Operations, referral));
        Assert.Equal([Id], accepted.Changes.Select(change => change.Record));
        // Nor by the owner's word, or that it is accepted as done.
        Assert.All(EveryCommand().Where(command => command is not CheckImpact { Found: ImpactFound.Changed }), command =>
            Assert.DoesNotContain(LearningStory.Id, command is Domain.Steps.ActionAgreement.AgreeAction ? [] : command.Others)
        );
    }

    [Fact]
    public void Only_what_the_action_comes_from_is_written_to_and_only_where_the_group_has_decided_D8()
    {
        Assert.Equal([Refusal.Overtaken], Reasons(Decide(Changed, Said, Operations, LearningStory.At(LearningStage.AwaitingMeeting).File)));
        var elsewhere = Said with { Source = new(LearningStory.OtherId, "recommendation 2") };
        var referral = LearningStory.At(LearningStage.Decided).File;
        Assert.Equal([Refusal.Overtaken], Reasons(Decide(Changed, elsewhere, Operations, referral)));
        var ofAMeeting = Said with { Source = new(MeetingStory.Id, "item 3") };
        Assert.IsType<Decision.Accepted>(Decide(Changed, ofAMeeting, Operations, referral));

        // What it says is wrong is said as before, and nothing is written.
        Assert.Equal("how", Assert.Single(Reasons(Decide(Changed with { How = " " }, Said, Operations, referral))).Field);
        Assert.Empty((Changed with { Found = ImpactFound.Partly }).Others);
        Assert.Empty((Changed with { Referral = null }).Others);
    }

    private static Decision Decide(CheckImpact command, ActionFile file, Actor by, params LearningFile[] others) =>
        command.DecideFor(file, [.. others], new ActionStory().Context(by));

    private static IReadOnlyList<Refusal> Reasons(Decision decision) => Assert.IsType<Decision.Refused>(decision).Reasons;
}
