using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.ActionProgress;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Actions;

/// <content>An owner who was entered by hand comes in as a guest (C5).</content>
public partial class ActionTests
{
    private static Actor Guest => ActionStory.Guest;

    private static Effect.InviteGuest Invited => new(Id, Topic.Round(1));

    private static ActionStory Entered => ActionStory.At(ActionStage.Agreed, ActionStory.Outside);

    private static ActionStory Came => Entered.Given(ActionStory.CameIn, ActionStory.System);

    [Fact]
    public void Whoever_is_entered_by_hand_is_invited_and_until_then_operations_are_asked_C5()
    {
        Assert.Equal([Invited], Followed(Entered.File).OfType<Effect.InviteGuest>());
        Assert.Equal(new Recipient.HoldersOf(Role.Operations), Followed(Entered.File).OfType<Effect.ShowCard>().First().To);
        Assert.Empty(Followed(ActionStory.At(ActionStage.Agreed).File).OfType<Effect.InviteGuest>());

        // So is whoever it is given to, and whoever has not come in before it was ended and opened again.
        var other = ActionStory.Outside with { Name = "Another head" };
        var changed = ActionStory.At(ActionStage.Agreed).Given(new ChangeActionOwner(Id, other, "A new post."), Operations).File;
        Assert.Equal([Invited with { About = Topic.Round(2) }], Followed(changed).OfType<Effect.InviteGuest>());
        var again = ActionStory.At(ActionStage.Ended, ActionStory.Outside).Given(new ReopenAction(Id, Later, "Back."), Chair).File;
        Assert.Equal([Invited with { About = Topic.Round(2) }], Followed(again).OfType<Effect.InviteGuest>());
        Assert.Empty(
            Followed(Came.Given(new EndAction(Id, new(2026, 11, 2), "x"), Operations).Given(new ReopenAction(Id, Later, "x"), Chair).File)
                .OfType<Effect.InviteGuest>()
        );
    }

    [Fact]
    public void Come_in_they_own_it_under_the_name_and_agency_they_were_entered_with_and_it_is_theirs_to_do_C5()
    {
        var file = Came.File;
        Assert.Equal(ActionStory.Outside with { PersonId = Guest.PersonId }, file.Owner);
        Assert.True(file.Owner!.IsByHand);
        Assert.Equal([Role.ActionOwner], file.RolesOf(Guest));
        var task = Assert.Single(ActionTask.Of(file)).Task;
        Assert.Equal((TaskKind.DoAction, Guest.PersonId), (task.Kind, task.PersonId));
        Assert.Equal(
            new Effect.ShowCard(Id, CardKind.ActionTask, new Recipient.ThePerson(Guest.PersonId)) { About = Topic.Round(2) },
            Followed(file)[0]
        );

        // What operations were asked is drawn anew: it is not theirs any more.
        Assert.Contains(
            new Effect.ShowCard(Id, CardKind.ActionTask, new Recipient.HoldersOf(Role.Operations))
            {
                About = Topic.Round(1),
                OnlyIfShown = true,
            },
            Followed(file)
        );
        Assert.Equal(ActionStory.Due, file.Due);
        Assert.Equal(Timescales.ActionDue.Id, Assert.Single(file.Clocks, clock => clock.Runs).Deadline.TimescaleId);
    }

    [Fact]
    public void They_say_it_themselves_and_operations_may_still_record_it_with_how_it_was_verified_C5_C19()
    {
        var theirs = Came.Given(new ReportProgress(Id, ProgressState.OnTrack, "Begun."), Guest)
            .Given(new ReportActionDone(Id, "The protocol.", ""), Guest);
        Assert.Equal(("", Guest.Display), (theirs.File.LastReport!.Verified, theirs.File.LastReport.By));
        var recorded = Came.Given(new ReportActionDone(Id, "The protocol.", "", "Rung back."), Operations);
        Assert.Equal("Rung back.", recorded.File.LastReport!.Verified);
        Assert.Equal("verified", Assert.Single(Reasons(Came.When(new ReportActionDone(Id, "x", ""), Operations))).Field);
        Assert.Equal([Refusal.NotYours], Reasons(Came.When(new ReportActionDone(Id, "x", "", "Rung back."), Chair)));
        Assert.Equal([Refusal.NotYours], Reasons(Came.When(new AcceptAction(Id, ""), Guest)));
    }

    [Fact]
    public void A_guest_sees_the_action_and_nothing_else_F2()
    {
        Assert.True(ActionPermissions.Sees(Came.File, Guest));
        Assert.False(ActionPermissions.SeesAll(Guest));
        Assert.False(ActionPermissions.Sees(ActionStory.At(ActionStage.Agreed).File, Guest));
        Assert.False(LearningPermissions.Sees(LearningStory.At(LearningStage.Decided).File, Guest));
        Assert.False(Permissions.Sees(CaseStory.At(Domain.Cases.Stage.PanelAnswered).File, Guest));
        Assert.False(ActionPermissions.Sees(Entered.File, Guest));

        // Nor does who is entered with the same words, and has another account.
        Assert.False(ActionPermissions.Sees(Came.File, Guest with { PersonId = "p-of-another", Email = ActionStory.Outside.Email }));
    }

    [Fact]
    public void Only_this_system_ties_it_and_only_for_the_owner_it_was_looked_for_C5()
    {
        Assert.Equal([Refusal.NotYours], Reasons(Entered.When(ActionStory.CameIn, Operations)));
        Assert.Equal([Refusal.NotFound], Reasons(Entered.When(ActionStory.CameIn, Guest)));
        var other = Entered.Given(new ChangeActionOwner(Id, ActionStory.Outside with { Name = "Another head" }, "x"), Operations);
        Assert.Equal(["drawn-before"], Codes(other, ActionStory.CameIn));
        Assert.False(TieActionOwner.IsOwed(other.File, Topic.Round(1)));
        Assert.True(TieActionOwner.IsOwed(other.File, Topic.Round(2)));
        var file = Entered.Given(new ChangeActionOwner(Id, ActionOwner.OfTheFile(Owner.PersonId), "x"), Operations);
        Assert.Equal([Refusal.Overtaken.Code], Codes(file, ActionStory.CameIn with { Round = 2 }));
        Assert.Equal([Refusal.Overtaken.Code], Codes(Came, ActionStory.CameIn with { Round = 2 }));
        Assert.Equal([Refusal.Overtaken.Code], Codes(Entered, ActionStory.CameIn with { PersonId = "" }));
        var ended = Entered.Given(new EndAction(Id, new(2026, 11, 2), "x"), Operations);
        Assert.Equal([Refusal.Overtaken.Code], Codes(ended, ActionStory.CameIn));
        Assert.False(TieActionOwner.IsOwed(ended.File, Topic.Round(1)));
        Assert.False(TieActionOwner.IsOwed(Came.File, Topic.Round(2)));
        Assert.False(TieActionOwner.IsOwed(new(Id), Topic.Round(0)));

        static IEnumerable<string> Codes(ActionStory story, Command command) =>
            Reasons(story.When(command, ActionStory.System)).Select(reason => reason.Code);
    }

    [Fact]
    public void Somebody_of_the_partnerships_file_whose_address_was_typed_owns_it_as_the_file_has_them_C5()
    {
        var file = Entered.Given(ActionStory.CameIn with { PersonId = Owner.PersonId, Invited = false }, ActionStory.System).File;
        Assert.Equal(new("the-owner", "the-owner of an agency", "", "", "trust", "Trust"), file.Owner);
        Assert.False(file.Owner!.IsByHand);
        Assert.Equal([Refusal.NotYours], Reasons(ActionRecorded(file)));

        static Decision ActionRecorded(ActionFile file) =>
            new ReportActionDone(Id, "x", "", "Rung back.").DecideFor(file, [], new ActionStory().Context(Operations));
    }

    [Fact]
    public void The_same_owner_is_not_given_it_again_come_in_or_not_and_another_address_is_another_owner_C5()
    {
        var same = new ChangeActionOwner(Id, ActionStory.Outside, "x");
        Assert.Equal("nothing-changed", Assert.Single(Reasons(Came.When(same, Operations))).Code);
        var other = Came.Given(same with { Owner = ActionStory.Outside with { Email = "new@clinic.example" } }, Operations).File;
        Assert.False(other.Owner!.HasAccount);
        Assert.Equal([Invited with { About = Topic.Round(3) }], Followed(other).OfType<Effect.InviteGuest>());
    }

    [Fact]
    public void Given_to_somebody_else_they_are_told_so_and_see_nothing_of_it_any_more_C5_F2()
    {
        var story = Came.Given(ToAnother, Operations);
        Assert.False(ActionPermissions.Sees(story.File, Guest));
        Assert.Contains(
            new Effect.ShowCard(Id, CardKind.ActionHandedOn, new Recipient.ThePerson(Guest.PersonId)) { About = Topic.Round(3) },
            Followed(story.File)
        );
        var again = Followed(story.File).OfType<Effect.ShowCard>().Where(card => card is { OnlyIfShown: true, Kind: CardKind.ActionTask });
        Assert.Equal(
            [new Recipient.FormerHolder(Guest.PersonId), new Recipient.HoldersOf(Role.Operations)],
            again.Select(card => card.To).Distinct()
        );

        // The address they were entered with is still known, for the one mail that says so.
        Assert.Equal(ActionStory.Outside.Email, story.File.EnteredByHand(Guest.PersonId)!.Email);
        Assert.Null(story.File.EnteredByHand(ActionStory.OtherOwner.PersonId));
        Assert.Null(Entered.File.EnteredByHand(""));
    }

    [Fact]
    public void Reminders_that_are_left_go_to_them_and_a_late_one_is_counted_anew_C5()
    {
        var late = Entered.On(new(2027, 2, 5, 10, 0, 0, TimeSpan.Zero)).Given(ActionStory.CameIn, ActionStory.System);
        var first = late.File.Clock(Timescales.ActionDue.Id)!.Deadline.Chases[0];
        Assert.Equal((ChaseKind.Late, Role.ActionOwner), (first.Kind, Assert.Single(first.To).Role));
        late.On(first.At).Given(new RemindAction(Id, Timescales.ActionDue.Id), ActionStory.System);
        Assert.Equal(new Recipient.ThePerson(Guest.PersonId), Assert.Single(Followed(late.File).OfType<Effect.ShowCard>()).To);
    }
}
