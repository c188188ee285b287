using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionAgreement;
using SafeguardingTeams.Domain.Steps.ActionDigest;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;
using SafeguardingTeams.Tests;
using GraphAccount = SafeguardingTeams.Rehearsal.StandIns.Graph.Directory.Account;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>
/// Who is entered by hand as the owner of an action is found or invited in the directory of the site's tenant, and the action tied to that
/// account: C5, F2.
/// </summary>
[Trait(Needs.Name, Needs.Server)]
public partial class GuestOwnerTests
{
    private const string Address = "head@clinic.example";
    private static readonly RecordRef Id = ActionStory.Id;
    private static readonly CancellationToken Stop = CancellationToken.None;
    private static readonly ActionOwner Entered = ActionStory.Outside;

    [Fact]
    public async Task They_are_invited_once_and_the_action_is_tied_to_the_guests_account_C5()
    {
        await using var fixture = await AgreedAsync();
        var guest = Assert.Single(fixture.Graph.Directory.With(Address));
        Assert.True(guest.IsGuest);
        var file = await FileAsync(fixture);
        Assert.Equal(Entered with { PersonId = PersonOf(fixture, guest.Id) }, file.Owner);
        Assert.True(Assert.IsType<ActionOwnerCameIn>(file.History[^1].Event).Invited);
        Assert.Equal(1, Invitations(fixture));
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.ReconcileJobs, Stop));
        Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
        Assert.Empty(fixture.Graph.Complaints);
        Assert.DoesNotContain(fixture.Graph.Requests, request => request.Body.Contains("protocol", StringComparison.Ordinal));
    }

    /// <summary>The account is what counts: who comes with it, and no address.</summary>
    [Fact]
    public async Task With_that_account_somebody_arrives_as_they_were_entered_and_is_asked_for_no_agency_of_the_tenant_C5()
    {
        await using var fixture = await AgreedAsync();
        var guest = Assert.Single(fixture.Graph.Directory.With(Address));
        var arrivals = fixture.Get<Arrivals>();
        var account = new Account(ReconcileFixture.Council, guest.Id);
        var actor = Assert.IsType<ArrivedAs.Somebody>(await arrivals.ResolveAsync(account, "A name", Stop)).Actor;
        Assert.Equal((Entered.Display, "", Entered.AgencyName), (actor.Display, actor.AgencyId, actor.AgencyName));
        Assert.Equal([Role.Practitioner], actor.Roles);
        Assert.True(ActionPermissions.Sees(await FileAsync(fixture), actor));
        Assert.True(await arrivals.TakesGuestAsync(account, Stop));

        // Another guest of the tenant is nobody here, and somebody of the tenant itself is asked for their agency as before.
        var another = new Account(ReconcileFixture.Council, Guid.NewGuid().ToString());
        Assert.False(await arrivals.TakesGuestAsync(another, Stop));
        Assert.IsType<ArrivedAs.MustPickAgency>(await arrivals.ResolveAsync(another, "A name", Stop));

        // Nor does the object id say anything in another tenant.
        var elsewhere = new Account(Elsewhere(fixture), guest.Id);
        Assert.False(await arrivals.TakesGuestAsync(elsewhere, Stop));
        if (await arrivals.ResolveAsync(elsewhere, "A name", Stop) is ArrivedAs.Somebody other)
        {
            Assert.False(ActionPermissions.Sees(await FileAsync(fixture), other.Actor));
        }
    }

    [Fact]
    public async Task An_account_the_directory_has_already_is_used_and_a_member_stays_what_they_are_C5()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var member = Guid.NewGuid().ToString();
        fixture.Graph.Directory.Add(GraphAccount.Member(member, "Somebody", Address));
        await AgreeAsync(fixture);
        var file = await FileAsync(fixture);
        Assert.Equal(PersonOf(fixture, member), file.Owner!.PersonId);
        Assert.False(Assert.IsType<ActionOwnerCameIn>(file.History[^1].Event).Invited);
        Assert.Equal(0, Invitations(fixture));
        var account = new Account(ReconcileFixture.Council, member);
        Assert.IsType<ArrivedAs.MustPickAgency>(await fixture.Get<Arrivals>().ResolveAsync(account, "A name", Stop));
        Assert.False(await fixture.Get<Arrivals>().TakesGuestAsync(account, Stop));

        // Who was a guest already is one as entered.
        await using var other = await ReconcileFixture.OpenAsync();
        var guest = Guid.NewGuid().ToString();
        other.Graph.Directory.Add(GraphAccount.Guest(guest, "Somebody", Address));
        await AgreeAsync(other);
        Assert.False(Assert.IsType<ActionOwnerCameIn>((await FileAsync(other)).History[^1].Event).Invited);
        Assert.True(await other.Get<Arrivals>().TakesGuestAsync(new(ReconcileFixture.Council, guest), Stop));
    }

    [Theory]
    [InlineData("chair@people.example", "chair")]
    [InlineData("second-address@people.example", "operations-officer")]
    public async Task Whose_address_or_account_is_that_of_somebody_in_the_file_is_that_person_C5(string address, string personId)
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var own = fixture.Get<IPeople>().Find("operations-officer")!.Accounts.Find(one => one.TenantId == ReconcileFixture.Council)!;
        fixture.Graph.Directory.Add(
            GraphAccount.Member(own.ObjectId, "Somebody", "operations-officer@people.example") with
            {
                OtherMails = ["second-address@people.example"],
            }
        );
        await AgreeAsync(fixture, Entered with { Email = address });
        var owner = (await FileAsync(fixture)).Owner!;
        Assert.Equal((personId, "", false), (owner.PersonId, owner.Name, owner.IsByHand));
        Assert.Equal(0, Invitations(fixture));
        Assert.Empty(await fixture.Rows.ReadAsync("guest|", Stop));
    }

    [Fact]
    public async Task Their_mail_says_what_they_can_do_and_how_by_a_link_to_their_own_sign_in_and_nothing_of_the_action_C5_F2()
    {
        await using var fixture = await AgreedAsync();
        await DispatchAsync(fixture);
        await DispatchAsync(fixture);
        var mail = Assert.Single(Mails(fixture));
        Assert.Equal($"{Id}: something is there for you", mail.Subject);
        Assert.StartsWith("<p>Dear The head of midwifery,</p>", mail.Html, StringComparison.Ordinal);
        foreach (
            var text in new[]
            {
                "named as Head of midwifery of A private clinic",
                "On the page you can say how far it is, ask for more time",
                $"<a href=\"https://cases.partnership.example/guest?open={Id}\">https://cases.partnership.example/guest?open={Id}</a>",
                "Sign in with your own work account",
                fixture.File.Contacts.OperationsTelephone,
                fixture.File.Contacts.OperationsEmail,
            }
        )
        {
            Assert.Contains(text, mail.Html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(LearningStory.Id.ToString(), mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("protocol", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("bruise", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Returned_in_the_weekly_list_and_handed_on_they_hear_of_it_by_mail_too_C5_C19()
    {
        await using var fixture = await AgreedAsync();
        await DispatchAsync(fixture);
        var person = (await FileAsync(fixture)).Owner!.PersonId;
        var guest = ActionStory.Guest with { PersonId = person };
        await RunAsync(fixture, new ReportActionDone(Id, "The protocol.", ""), guest);
        await RunAsync(fixture, new ReturnAction(Id, "The list is missing."), "chair");
        await DispatchAsync(fixture);
        Assert.Contains("It was returned", Mails(fixture)[^1].Html, StringComparison.Ordinal);
        await RunAsync(
            fixture,
            new SendActionDigest(Id, person, new(2026, 11, 2), [new(Id, ActionStory.Due, false)]),
            SystemActor.Instance
        );
        await DispatchAsync(fixture);
        Assert.Equal($"{Id}: your actions this week", Mails(fixture)[^1].Subject);
        Assert.Contains("\"https://cases.partnership.example/guest\"", Mails(fixture)[^1].Html, StringComparison.Ordinal);
        await RunAsync(fixture, new ChangeActionOwner(Id, ActionOwner.OfTheFile("rep-schools"), "A new post."));
        await DispatchAsync(fixture);
        var gone = Mails(fixture)[^1];
        Assert.Equal($"{Id}: with somebody else now", gone.Subject);
        Assert.DoesNotContain("<a ", gone.Html, StringComparison.Ordinal);
        Assert.Equal(4, Mails(fixture).Count);
        Assert.DoesNotContain(Mails(fixture), mail => mail.Html.Contains("list is missing", StringComparison.Ordinal));
    }

    private static string PersonOf(ReconcileFixture fixture, string objectId) =>
        Assert
            .IsType<Arrival.Practitioner>(fixture.Get<IPeople>().Recognise(new(ReconcileFixture.Council, objectId), new(2026, 11, 2)))
            .PersonId;

    private static string Elsewhere(ReconcileFixture fixture) =>
        fixture.File.Tenants.First(tenant => tenant.TenantId != ReconcileFixture.Council).TenantId;

    private static int Invitations(ReconcileFixture fixture) =>
        fixture.Graph.Requests.Count(request => request is { Template: "/invitations", Status: 201 });

    private static List<StoredMail> Mails(ReconcileFixture fixture) =>
        [.. fixture.Graph.Outlook.Mails.Values.Where(mail => mail.To[0] == Address).OrderBy(mail => mail.At)];

    private static async Task<ActionFile> FileAsync(ReconcileFixture fixture) =>
        (ActionFile)(await StoredRecord.LoadAsync(fixture.Rows, Id, Stop)).Record;

    private static async Task<ReconcileFixture> AgreedAsync()
    {
        var fixture = await ReconcileFixture.OpenAsync();
        await AgreeAsync(fixture);
        return fixture;
    }

    private static async Task AgreeAsync(ReconcileFixture fixture, ActionOwner? owner = null, bool settle = true)
    {
        await RunAsync(fixture, LearningStory.Submit(LearningStory.Complete("rep-acute-trust@people.example")), "records-acute-trust");
        await RunAsync(fixture, new AnswerAsSafeguardingLead(LearningStory.Id, true, ""), "rep-acute-trust");
        await RunAsync(fixture, new AgreeAction(Id, new(LearningStory.Id, ""), ActionStory.Plan(owner ?? Entered)));
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
