using System.Collections.Immutable;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;
using SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>What a real tenant does and a person has to hear of, or has to be spared.</summary>
[Trait(Needs.Name, Needs.Server)]
public class RealTenantTests
{
    private const string Operations = "operations-officer";
    private const string Trustee = "trustee@charity.example";

    [Fact]
    public async Task A_mailbox_without_Teams_invites_nobody_and_says_so_B11()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.Outlook.Providers = [];
        await new WholeReview(fixture).ToTheLettersAsync();
        Assert.Empty(fixture.Graph.Outlook.Events);
        Assert.Contains("licence with Teams", await StuckAsync(fixture), StringComparison.Ordinal);
        fixture.Graph.Outlook.Providers = ["teamsForBusiness"];
        await fixture.DeadLettered.RetryAsync(CancellationToken.None);
        await fixture.SettleAsync();
        Assert.NotEmpty(Assert.Single(fixture.Graph.Outlook.Events.Values).JoinUrl);
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task Answers_that_would_never_be_counted_are_no_surprise_B14()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.Outlook.IsTallying = false;
        await new WholeReview(fixture).ToTheLettersAsync();
        Assert.Contains("not counted", await StuckAsync(fixture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_is_made_without_its_link_is_taken_out_before_anybody_is_invited_B11()
    {
        await using var fixture = await LettersAsync();
        var review = new WholeReview(fixture);
        await review.StepAsync(new CancelMeeting(CaseStory.Id, "The Chair is ill."), Operations);
        fixture.Graph.Outlook.Providers = [];
        await review.StepAsync(
            new PlanMeeting(CaseStory.Id, WholeReview.Moved, WholeReview.Moved.AddHours(2), MeetingKind.Online, "", "", ""),
            Operations
        );
        Assert.DoesNotContain(fixture.Graph.Outlook.Events.Values, item => !item.IsCancelled);
        Assert.Contains("without a link", await StuckAsync(fixture), StringComparison.Ordinal);
        fixture.Graph.Outlook.Providers = ["teamsForBusiness"];
        await fixture.DeadLettered.RetryAsync(CancellationToken.None);
        await fixture.SettleAsync();
        Assert.NotEmpty(Assert.Single(fixture.Graph.Outlook.Events.Values, item => !item.IsCancelled).JoinUrl);
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task Several_changes_of_who_is_invited_within_minutes_are_one_B12()
    {
        await using var fixture = await LettersAsync();
        fixture.Graph.Variants = GraphVariants.OneMoreTellsAll;
        var before = fixture.Graph.Requests.Count;
        foreach (var one in new[] { "one", "two", "three" })
        {
            var contact = new Contact("", $"Head of {one}", $"{one}@health.example");
            await fixture.DoAsync(
                new InviteAttendee(CaseStory.Id, new(one, contact, "agency", "An agency", "Head of service", null)),
                Operations
            );
            await fixture.Runner.RunAsync(CancellationToken.None);
            fixture.ClockTo(fixture.Clock.GetUtcNow().AddSeconds(40));
        }

        await fixture.SettleAsync();
        Assert.Single(fixture.Graph.Requests.Skip(before), request => request.Method == "PATCH");
        Assert.Single(fixture.Graph.Outlook.Of("chair@people.example").Inbox, item => item.Kind == InboxKind.Update);
        Assert.Single(fixture.Graph.Outlook.Of("three@health.example").Inbox);
    }

    [Fact]
    public async Task The_first_link_a_guest_reads_is_where_they_accept_and_nobody_else_reads_it_B9()
    {
        await using var fixture = await LettersAsync();
        await new WholeReview(fixture).NameAsync("charity", new("", "Trustee of the charity", Trustee));
        var mail = Assert.Single(fixture.Graph.Outlook.Mails.Values, mail => mail.To[0] == Trustee);
        Assert.StartsWith("https://login.microsoftonline.example/redeem", mail.Html.Split("href=\"")[1], StringComparison.Ordinal);
        Assert.DoesNotContain(fixture.Graph.Outlook.Mails.Values, other =>
            other.Id != mail.Id && other.Html.Contains("redeem", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_a_guest_lost_when_they_accepted_is_given_again_and_is_taken_away_when_it_is_somebody_elses_B9()
    {
        await using var fixture = await LettersAsync();
        fixture.Graph.Variants = GraphVariants.GuestsListedOnceIn;
        var (review, library) = (new WholeReview(fixture), fixture.Graph.SharePoint.SecuredRecords);
        IEnumerable<string> Charity() => EndState.Holders(fixture.Graph, library, $"/{CaseStory.Id}/charity");
        await review.NameAsync("charity", new("", "Trustee of the charity", Trustee));
        var folder = Assert.Single(library.Items.Values, item => item.Name == "charity");
        var given = Assert.Single(library.PermissionsOf(folder.Id), grant => grant.Kind == HolderKind.User);
        await fixture.Folders.RevokeAsync(Library.SecuredRecords, folder.Id, given.Id, CancellationToken.None);
        fixture.Graph.Directory.Accept(Trustee);
        await fixture.SweepAsync();
        await fixture.SettleAsync();
        Assert.Contains(Trustee, Charity());
        await review.NameAsync("charity", new("", "Clerk of the charity", "clerk@charity.example"), "Away.");
        Assert.Equal(["clerk@charity.example", "operations", "this system"], Charity());
        await review.NameAsync("charity", new("", "Treasurer of the charity", "treasurer@charity.example"), "Away.");
        Assert.Equal(["operations", "this system", "treasurer@charity.example"], Charity());
    }

    [Fact]
    public void Answers_are_matched_by_address_then_by_a_name_only_one_has_and_the_rest_are_counted_B14()
    {
        var planned = new OutlookEvent("e", default, default, false, null, ImmutableSortedDictionary<string, InvitationAnswer>.Empty)
        {
            People =
            [
                new("chair@people.example", "Another name", InvitationAnswer.Accepted),
                new("/o=ExchangeLabs/cn=x", "Head of nursing", InvitationAnswer.Declined),
                new("/o=ExchangeLabs/cn=y", "Officer", InvitationAnswer.Accepted),
                new("forwarded@people.example", "Somebody", InvitationAnswer.Tentative),
                new("/o=ExchangeLabs/cn=z", "Nobody yet", InvitationAnswer.None),
            ],
        };
        var (of, unmatched) = EventAnswers.Read(
            planned,
            [
                new("Chair@people.example", "Chair"),
                new("nurse@people.example", "Head of nursing"),
                new("one@people.example", "Officer"),
                new("two@people.example", "Officer"),
            ]
        );
        Assert.Equal((Answered.Accepted, Answered.Declined), (of["chair@people.example"], of["nurse@people.example"]));
        Assert.Equal((2, 2), (of.Count, unmatched));
    }

    [Fact]
    public async Task An_address_Outlook_does_not_take_is_named_B3()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.Faults.Weather = (_, template) =>
            template.EndsWith("/send", StringComparison.Ordinal) ? new GraphFault(400, "ErrorInvalidRecipients") : null;
        await new WholeReview(fixture).ToTheLettersAsync();
        Assert.Contains(await fixture.DeadLettered.ReadAsync(CancellationToken.None), one =>
            one.Why.Contains(WholeReview.Outsider, StringComparison.Ordinal)
        );
    }

    private static async Task<string> StuckAsync(ReconcileFixture fixture) =>
        Assert.Single(await fixture.DeadLettered.ReadAsync(CancellationToken.None)).Why;

    private static async Task<ReconcileFixture> LettersAsync()
    {
        var fixture = await ReconcileFixture.OpenAsync();
        await new WholeReview(fixture).ToTheLettersAsync();
        return fixture;
    }
}
