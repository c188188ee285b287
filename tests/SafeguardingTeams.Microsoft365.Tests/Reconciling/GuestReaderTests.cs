using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Connector;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ActionAgreement;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewPapers;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;
using SafeguardingTeams.Tests;
using GraphAccount = SafeguardingTeams.Rehearsal.StandIns.Graph.Directory.Account;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>
/// Who is appointed to a review is found or invited in the directory of the site's tenant, and reads the agreed papers as a guest: C9, F2.
/// </summary>
[Trait(Needs.Name, Needs.Server)]
public partial class GuestReaderTests
{
    private const string Address = ReviewStory.Address;
    private static readonly RecordRef Id = ReviewStory.Id;
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task They_are_invited_once_papers_are_agreed_and_come_in_as_guests_with_papers_only_C9()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        await DecidedAsync(fixture);
        await RunAsync(fixture, ReviewStory.AppointGuest);
        await fixture.SettleAsync();
        Assert.Equal(0, Invitations(fixture));
        await AgreeAsync(fixture);
        await CameInOnceAsync(fixture, "invited");
        var guest = Assert.Single(fixture.Graph.Directory.With(Address));
        Assert.True(guest.IsGuest);
        var account = new Account(ReconcileFixture.Council, guest.Id);
        Assert.True(await fixture.Get<Arrivals>().TakesGuestAsync(account, Stop));
        var actor = Assert.IsType<ArrivedAs.Somebody>(await fixture.Get<Arrivals>().ResolveAsync(account, "A name", Stop)).Actor;
        Assert.True(actor.ReadsPapersOnly);
        Assert.Empty(actor.Roles);
        Assert.Equal((ReviewStory.Reviewer.Post, ReviewStory.Reviewer.Organisation), (actor.Display, actor.AgencyName));
        Assert.Single(ReviewPermissions.PartsOf(await FileAsync(fixture), actor));
        Assert.IsType<MessageReferred.Refused>(
            await fixture.Get<MessageReferrals>().BeginAsync(account, "A name", "message-1", "Some words.", Stop)
        );
        Assert.IsType<CallerEnd.Refused>(await fixture.Get<Callers>().PersonAsync(account, "A name", "list", Stop));
        Assert.Single(await fixture.Rows.ReadAsync($"papers|{actor.PersonId}|", Stop));
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task Their_mail_says_that_papers_are_ready_and_how_to_sign_in_and_names_nobody_C9_F2()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        await AskedInAsync(fixture);
        await DispatchAsync(fixture);
        await DispatchAsync(fixture);
        var mail = Assert.Single(Mails(fixture));
        Assert.Equal($"{Id}: papers are ready for you", mail.Subject);
        Assert.Contains(
            $"<a href=\"https://cases.partnership.example/guest?open={Id}\">https://cases.partnership.example/guest?open={Id}</a>",
            mail.Html,
            StringComparison.Ordinal
        );
        Assert.Contains("Sign in with your own work account", mail.Html, StringComparison.Ordinal);
        Assert.Contains(fixture.File.Contacts.OperationsTelephone, mail.Html, StringComparison.Ordinal);
        foreach (var text in new[] { "Zqx", "reviewer", "bab", LearningStory.Id.ToString() })
        {
            Assert.DoesNotContain(text, mail.Html + mail.Subject, StringComparison.OrdinalIgnoreCase);
        }

        // Ended before a mail goes: nothing is owed any more.
        await using var ended = await ReconcileFixture.OpenAsync();
        await AskedInAsync(ended);
        await RunAsync(ended, new EndReviewPerson(Id, 1, "They are ill."));
        await DispatchAsync(ended);
        await DispatchAsync(ended);
        Assert.Empty(Mails(ended));
        Assert.Empty(await ended.DeadLettered.ReadAsync(Stop));
    }

    /// <summary>One person is both: neither takes from them what the other gave.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task Who_owns_an_action_as_well_stays_who_they_are_whichever_came_first_C5_C9(bool actionFirst)
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        await DecidedAsync(fixture);
        foreach (var action in new[] { actionFirst, !actionFirst })
        {
            if (action)
            {
                var plan = ActionStory.Plan(ActionStory.Outside with { Email = Address });
                await RunAsync(fixture, new AgreeAction(ActionStory.Id, new(LearningStory.Id, ""), plan));
            }
            else
            {
                await RunAsync(fixture, ReviewStory.AppointGuest);
                await AgreeAsync(fixture);
            }

            await fixture.SettleAsync();
        }

        Assert.Equal(1, Invitations(fixture));
        var guest = Assert.Single(fixture.Graph.Directory.With(Address));
        var account = new Account(ReconcileFixture.Council, guest.Id);
        var actor = Assert.IsType<ArrivedAs.Somebody>(await fixture.Get<Arrivals>().ResolveAsync(account, "A name", Stop)).Actor;
        Assert.False(actor.ReadsPapersOnly);
        Assert.Equal([Role.Practitioner], actor.Roles);
        Assert.Equal(ActionStory.Outside.Display, actor.Display);
        Assert.Single(ReviewPermissions.PartsOf(await FileAsync(fixture), actor));
        var owned = (ActionFile)(await StoredRecord.LoadAsync(fixture.Rows, ActionStory.Id, Stop)).Record;
        Assert.True(ActionPermissions.Sees(owned, actor));
        Assert.Single(await fixture.Rows.ReadAsync("guest|", Stop));
        Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
    }

    [Fact]
    public async Task Whose_address_is_that_of_somebody_in_the_file_is_that_person_and_a_member_of_the_tenant_stays_what_they_are_C9()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        await DecidedAsync(fixture);
        await RunAsync(fixture, ReviewStory.AppointGuest with { Who = ReviewStory.Reviewer with { Email = "rep-schools@people.example" } });
        await AgreeAsync(fixture);
        var came = Assert.IsType<ReviewPersonCameIn>((await FileAsync(fixture)).History[^1].Event);
        Assert.Equal(("rep-schools", true, false), (came.PersonId, came.OfTheFile, came.Invited));

        await using var other = await ReconcileFixture.OpenAsync();
        var member = Guid.NewGuid().ToString();
        other.Graph.Directory.Add(GraphAccount.Member(member, "Somebody", Address));
        await AskedInAsync(other);
        Assert.False(Assert.IsType<ReviewPersonCameIn>((await FileAsync(other)).History[^1].Event).Invited);
        foreach (var one in new[] { fixture, other })
        {
            Assert.Equal(0, Invitations(one));
            Assert.Empty(await one.Rows.ReadAsync("guest|", Stop));
        }
    }

    [Fact]
    public async Task Changed_while_they_are_being_invited_the_first_account_opens_nothing_and_the_second_reads_C9()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var isChanged = false;
        fixture.Graph.Faults.Weather = (_, template) =>
        {
            if (template == "/invitations" && !isChanged)
            {
                isChanged = true;
                RunAsync(fixture, ReviewStory.OtherAddress()).GetAwaiter().GetResult();
            }

            return null;
        };
        await AskedInAsync(fixture);
        await fixture.SettleAsync();
        Assert.Equal(2, Invitations(fixture));
        var file = await FileAsync(fixture);
        var (wrong, right) = (PersonOf(fixture, Address), PersonOf(fixture, "other@people.example"));
        Assert.Empty(ReviewPermissions.PartsOf(file, wrong));
        Assert.Single(ReviewPermissions.PartsOf(file, right));
        var stranger = new Account(ReconcileFixture.Council, Assert.Single(fixture.Graph.Directory.With(Address)).Id);
        Assert.False(await fixture.Get<Arrivals>().TakesGuestAsync(stranger, Stop));
        Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
    }

    private static string PersonOf(ReconcileFixture fixture, string address) =>
        Assert
            .IsType<Arrival.Practitioner>(
                fixture
                    .Get<IPeople>()
                    .Recognise(new(ReconcileFixture.Council, Assert.Single(fixture.Graph.Directory.With(address)).Id), new(2026, 11, 2))
            )
            .PersonId;

    private static int Invitations(ReconcileFixture fixture) =>
        fixture.Graph.Requests.Count(request => request is { Template: "/invitations", Status: 201 });

    private static List<StoredMail> Mails(ReconcileFixture fixture) =>
        [.. fixture.Graph.Outlook.Mails.Values.Where(mail => mail.To[0] == Address)];

    private static async Task<ReviewFile> FileAsync(ReconcileFixture fixture) =>
        (ReviewFile)(await StoredRecord.LoadAsync(fixture.Rows, Id, Stop)).Record;

    /// <summary>A learning review of a referral for practice learning is decided on.</summary>
    private static async Task DecidedAsync(ReconcileFixture fixture)
    {
        await RunAsync(fixture, LearningStory.Submit(LearningStory.Complete("rep-acute-trust@people.example")), "records-acute-trust");
        await RunAsync(fixture, new AnswerAsSafeguardingLead(LearningStory.Id, true, ""), "rep-acute-trust");
        var plan = ReviewStory.Plan(ReviewKind.LearningReview) with { Subjects = [LearningStory.Id] };
        await RunAsync(fixture, new ProposeReview(Id, plan, ActionOwner.OfTheFile("records-police"), null, null));
        foreach (var lead in new[] { "lead-authority", "lead-police", "lead-health" })
        {
            await RunAsync(fixture, new DecideOnReview(Id, true, ""), lead);
        }
    }

    /// <summary>The reviewer is appointed and papers are agreed.</summary>
    private static async Task AskedInAsync(ReconcileFixture fixture)
    {
        await DecidedAsync(fixture);
        await RunAsync(fixture, ReviewStory.AppointGuest);
        await AgreeAsync(fixture);
    }

    private static async Task AgreeAsync(ReconcileFixture fixture, bool settle = true)
    {
        await RunAsync(fixture, new AgreeReviewPapers(Id, [], [LearningStory.Id]));
        if (settle)
        {
            await fixture.SettleAsync();
        }
    }

    private static Task RunAsync(ReconcileFixture fixture, Command command, string personId = "operations-officer") =>
        RunAsync(fixture, command, fixture.Get<IPeople>().Actors(new(2026, 11, 2)).Find(person => person.PersonId == personId)!);

    private static async Task RunAsync(ReconcileFixture fixture, Command command, Actor actor) =>
        Assert.IsType<Outcome.Done>(await fixture.Get<CommandRunner>().RunAsync(command, Guid.NewGuid().ToString("N"), actor, Stop));

    private static async Task DispatchAsync(ReconcileFixture fixture)
    {
        await fixture.Get<Dispatcher>().DispatchAsync(Stop);
        await fixture.SettleAsync();
        fixture.ClockTo(fixture.Clock.GetUtcNow().AddMinutes(1));
    }
}
