using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Queues;

/// <summary>Who is shown what of an action while somebody is away, and after that (PD17).</summary>
public class ActionRecipientsTests
{
    private static readonly Actor Away = ActionStory.Chair with { IsAway = true };

    private static readonly Actor StandsIn = ActionStory.DeputyChair with { Roles = [Role.Practitioner, Role.Chair], Deputises = [] };

    [Fact]
    public void While_the_Chair_is_away_the_deputy_is_asked_and_what_the_Chair_was_shown_before_is_drawn_anew_PD17()
    {
        var done = ActionStory.At(ActionStage.Done).File;
        Assert.Equal(["the-deputy-chair"], Shown(done, "ActionDone", "no", Away, StandsIn));
        var accepted = ActionStory.At(ActionStage.Done).Given(new AcceptAction(ActionStory.Id, ""), StandsIn).File;
        Assert.Equal(["the-chair", "the-deputy-chair"], Shown(accepted, "ActionDone", "yes", Away, StandsIn).Order());
        Assert.Contains(Role.Chair, accepted.History[^1].By.Roles);
    }

    [Fact]
    public void Once_the_Chair_is_back_the_deputys_card_says_that_it_is_no_more_theirs_PD17()
    {
        var rows = Rows(ActionStory.At(ActionStage.Accepted).File, ActionStory.Chair, ActionStory.DeputyChair);
        var deputys = Assert.Single(rows, row => row["kind"] == "ActionDone" && row["person"] == "the-deputy-chair");
        var chairs = Assert.Single(rows, row => row["kind"] == "ActionDone" && row["person"] == ActionStory.Chair.PersonId);
        Assert.NotEqual(Former(deputys), Former(chairs));
    }

    [Fact]
    public void Where_the_agencys_member_is_away_operations_hear_that_it_is_late_too_C5_PD17()
    {
        var story = ActionStory.At(ActionStage.Agreed).On(new(2027, 2, 2, 10, 0, 0, TimeSpan.Zero));
        var late = story.Given(new RemindAction(ActionStory.Id, Timescales.ActionDue.Id), ActionStory.System).File;
        Assert.Equal(["the-member"], Shown(late, "Reminder", "no"));
        Assert.Equal(
            ["the-member", ActionStory.Operations.PersonId],
            Shown(late, "Reminder", "no", ActionStory.Member with { IsAway = true }).Order()
        );
    }

    [Fact]
    public void Where_the_owner_is_away_operations_are_reminded_too_since_nobody_stands_in_for_an_owner_C5_PD17()
    {
        var story = ActionStory.At(ActionStage.Agreed).On(new(2027, 1, 29, 10, 0, 0, TimeSpan.Zero));
        var due = story.Given(new RemindAction(ActionStory.Id, Timescales.ActionDue.Id), ActionStory.System).File;
        Assert.Equal([ActionStory.Owner.PersonId], Shown(due, "Reminder", "no"));
        Assert.Equal(
            [ActionStory.Owner.PersonId, ActionStory.Operations.PersonId],
            Shown(due, "Reminder", "no", ActionStory.Owner with { IsAway = true })
        );
    }

    private static string Former(IReadOnlyDictionary<string, string> row) => row.GetValueOrDefault("former", "");

    /// <summary>Who is shown it by what happened last, in a file where these stand in place of whoever has their id.</summary>
    private static IEnumerable<string> Shown(ActionFile file, string kind, string ifShown, params Actor[] people) =>
        Rows(file, people)
            .Where(row => row["kind"] == kind && row.GetValueOrDefault("onlyIfShown", "") == ifShown)
            .Select(row => row["person"]);

    private static List<IReadOnlyDictionary<string, string>> Rows(ActionFile file, params Actor[] people)
    {
        var context = new ActionStory().Context(ActionStory.System);
        context = context with { People = [.. context.People.Where(one => people.All(two => two.PersonId != one.PersonId)), .. people] };
        return [.. OutboxRows.Of(file.History[^1], file, context).OfType<RowWrite.Insert>().Select(row => row.Fields)];
    }
}
