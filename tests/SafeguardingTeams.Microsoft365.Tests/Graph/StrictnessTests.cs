using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>
/// The stand-in is no easier to please than Graph: what is wrong is refused, and complained about where it should never have been
/// asked.
/// </summary>
[Trait(Needs.Name, Needs.Server)]
public class StrictnessTests
{
    private const string Time = """{"dateTime":"2026-03-12T10:00:00","timeZone":"Europe/London"}""";
    private const string Later = """{"dateTime":"2026-03-12T12:00:00","timeZone":"Europe/London"}""";
    private const string Body = """{"contentType":"html","content":"x"}""";

    public static TheoryData<string, string, string, int> Wrong =>
        new()
        {
            { "GET", "/users/{u}/mailFolders", "", 404 },
            { "POST", "/users/{u}/sendMail", "{}", 404 },
            { "PUT", "/users/{u}/events/x", "", 404 },
            { "POST", "/users/{u}/events", $$"""{"subject":"x","body":{{Body}},"start":{{Time}}}""", 400 },
            { "POST", "/users/{u}/events", $$"""{"subject":"x","body":{{Body}},"start":{{Time}},"end":{{Later}},"colour":"red"}""", 400 },
            { "POST", "/users/{u}/events", $$"""{"subject":"x","body":{{Body}},"start":{{Time}},"end":{{Time}}}""", 400 },
            {
                "POST",
                "/users/{u}/events",
                $$"""{"subject":"x","body":{{Body}},"start":{{Time}},"end":{{Later}},"sensitivity":"secret"}""",
                400
            },
            {
                "POST",
                "/users/{u}/events",
                $$$"""{"subject":"x","body":{{{Body}}},"start":{"dateTime":"2026-03-12T10:00:"""
                    + $$$"""00Z","timeZone":"Europe/London"},"end":{{{Later}}}}""",
                400
            },
            {
                "POST",
                "/users/{u}/events",
                $$$"""{"subject":"x","body":{{{Body}}},"start":{{{Time}}},"end":{{{Later}}},"location":null}""",
                400
            },
            { "POST", "/users/{u}/events", "not json", 400 },
            { "POST", "/users/other@partnership.example/messages", $$"""{"subject":"x","body":{{Body}},"toRecipients":[]}""", 403 },
            {
                "POST",
                "/users/{u}/messages",
                $$"""{"subject":"x","body":{{Body}},"toRecipients":[],"internetMessageHeaders":[{"name":"msip_labels","value":"x"}]}""",
                400
            },
            { "POST", "/users/{u}/messages", $$"""{"subject":"x","body":{{Body}},"toRecipients":[],"sensitivity":"private"}""", 400 },
            {
                "POST",
                "/users/{u}/messages",
                $$"""{"subject":"x","body":{{Body}},"toRecipients":[],"attachments":[{"name":"a","contentBytes":"eA=="}]}""",
                400
            },
            { "GET", "/users/{u}/messages?$filter=subject eq 'x'", "", 400 },
            { "GET", "/users/{u}/messages?$select=colour&$filter=x", "", 400 },
            { "GET", "/users/{u}/messages?$expand=attachments", "", 400 },
            { "POST", "/drives/{d}/items/root/children", """{"name":"a","folder":{}}""", 400 },
            {
                "POST",
                "/drives/{d}/items/root/children",
                """{"name":"a","folder":{},"@microsoft.graph.conflictBehavior":"replace"}""",
                400
            },
            { "POST", "/drives/{d}/items/root/children", """{"name":"a:b","folder":{},"@microsoft.graph.conflictBehavior":"fail"}""", 400 },
            {
                "POST",
                "/drives/b!other/items/root/children",
                """{"name":"a","folder":{},"@microsoft.graph.conflictBehavior":"fail"}""",
                403
            },
            { "PUT", "/drives/{d}/items/root:/a.txt:/content", "x", 400 },
            {
                "POST",
                "/drives/{d}/items/root/invite",
                """{"recipients":[{"objectId":"x"}],"roles":["read"],"requireSignIn":true,"sendInvitation":"""
                    + """false,"retainInheritedPermissions":true}""",
                400
            },
            {
                "POST",
                "/drives/{d}/items/root/invite",
                """{"recipients":[{"objectId":"x"}],"roles":["read"],"requireSignIn":true,"sendInvitation":false}""",
                400
            },
            {
                "POST",
                "/drives/{d}/items/root/invite",
                """{"recipients":[{"email":"x@y.example"}],"roles":["read"],"requireSignIn":true,"sendInvitation":"""
                    + """false,"retainInheritedPermissions":true}""",
                400
            },
            {
                "POST",
                "/drives/{d}/items/root/invite",
                """{"recipients":[{"objectId":"x"}],"roles":["owner"],"requireSignIn":true,"sendInvitation":"""
                    + """false,"retainInheritedPermissions":true}""",
                400
            },
            { "GET", "/users?$filter=displayName eq 'x'", "", 400 },
            { "POST", "/invitations", """{"invitedUserEmailAddress":"x@y.example"}""", 400 },
        };

    [Theory]
    [InlineData("x@y.example", 201)]
    [InlineData("o'brien+a@y.example", 201)]
    [InlineData("x@y.example;", 400)]
    [InlineData("<x@y.example>", 400)]
    [InlineData("mailto:x@y.example", 400)]
    [InlineData("x@y.example.", 400)]
    [InlineData("x@y,example", 400)]
    [InlineData("Somebody <x@y.example>", 400)]
    [InlineData("x@y", 400)]
    public async Task Outlook_takes_an_address_and_nothing_round_it(string address, int status)
    {
        await using var fixture = await GraphFixture.StartAsync();
        var answer = await fixture.AskAsync(
            "POST",
            $"/users/{fixture.Graph.Outlook.MailboxId}/messages",
            $$$"""
            {"subject":"x","body":{"contentType":"html","content":"x"},"toRecipients":[{"emailAddress":{"address":"{{{address}}}"}}],
            "internetMessageHeaders":[{"name":"x-rr-secure","value":"encrypt"}],
            "singleValueExtendedProperties":[{"id":"String {6b1f3f5e-59a4-4b5c-9d52-0e3c3f0f7a11} Name SafeguardingDelivery","value":"1"}]}
            """
        );
        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_Graph_would_not_take_is_refused_and_complained_about(string method, string path, string body, int status)
    {
        await using var fixture = await GraphFixture.StartAsync();
        var place = path.Replace("{u}", fixture.Graph.Outlook.MailboxId, StringComparison.Ordinal)
            .Replace("{d}", fixture.Graph.SharePoint.CaseRecords.Id, StringComparison.Ordinal);
        var answer = await fixture.AskAsync(method, place, body.Length == 0 ? null : body);
        Assert.Equal(status, answer.Status);
        Assert.Contains("\"error\":{\"code\":", answer.Body, StringComparison.Ordinal);
        Assert.Single(fixture.Graph.Complaints);
        Assert.Empty(fixture.Graph.Outlook.Events);
        Assert.Empty(fixture.Graph.Outlook.Mails);
        Assert.Empty(fixture.Graph.SharePoint.CaseRecords.Items);
    }

    [Fact]
    public async Task Without_a_token_for_Graph_nobody_gets_in()
    {
        await using var fixture = await GraphFixture.StartAsync();
        using var stranger = new SafeguardingTeams.Rehearsal.StandIns.SigningKey();
        var foreign = stranger.Sign(
            "rehearsal",
            GraphStandIn.Resource,
            TimeProvider.System.GetUtcNow(),
            TimeSpan.FromHours(1),
            ("roles", fixture.Graph.Roles.ToArray())
        );
        foreach (var token in new[] { "", "nonsense", fixture.Graph.Token("https://api.botframework.com"), foreign })
        {
            Assert.Equal(401, (await fixture.AskAsync("GET", $"/sites/{fixture.Graph.SharePoint.SiteId}/drives", token: token)).Status);
        }

        Assert.Equal(200, (await fixture.AskAsync("GET", $"/sites/{fixture.Graph.SharePoint.SiteId}/drives")).Status);
        Assert.Empty(fixture.Graph.PermissionsUsed.Except(["Sites.Selected"]));
    }

    [Fact]
    public async Task A_token_at_an_address_that_carries_its_own_permission_is_complained_about()
    {
        await using var fixture = await GraphFixture.StartAsync();
        Assert.Equal(401, (await fixture.AskAsync("GET", "/../content/00ff")).Status);
        Assert.Contains("a token was sent", Assert.Single(fixture.Graph.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_has_changed_since_it_was_read_is_not_changed()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var made = (await fixture.Mailbox.CreateEventAsync(Examples.Meeting(), "t", CancellationToken.None)).Value();
        Assert.Equal(
            412,
            await fixture.PatchAsync($"/users/{fixture.Graph.Outlook.Address}/events/{made.Id}", "{\"subject\":\"x\"}", "W/\"old\"")
        );
    }

    [Fact]
    public void A_fault_for_a_path_Graph_has_not_cannot_be_planned() =>
        Assert.Throws<ArgumentException>(() => new GraphFaults().Plan("GET", "/me", GraphFault.Busy()));
}
