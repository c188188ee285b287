using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>Which permissions the product needs, derived from what it does; and that each is needed.</summary>
[Trait(Needs.Name, Needs.Server)]
public class RightsTests
{
    private static readonly string[] Needed =
    [
        "Calendars.ReadWrite",
        "Mail.ReadWrite",
        "Mail.Send",
        "Sites.Selected",
        "User.Invite.All",
        "User.Read.All",
    ];

    public static TheoryData<string> All => [.. Needed];

    [Fact]
    public async Task All_calls_together_need_these_permissions_and_no_more()
    {
        await using var fixture = await GraphFixture.StartAsync();
        foreach (var call in EveryCall.All)
        {
            Assert.Equal("Done", (await call.Make(fixture)).Kind);
        }

        Assert.Equal(Needed, fixture.Graph.PermissionsUsed);
        Assert.Equal(Needed, fixture.Graph.Roles);
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Without_one_of_them_something_is_refused_in_plain_words(string permission)
    {
        await using var fixture = await GraphFixture.StartAsync();
        var calls = EveryCall.All.Where(call => Begins(call, permission)).ToList();
        foreach (var call in calls)
        {
            fixture.Graph.Roles = [.. Needed.Where(other => other != permission)];
            fixture.Restart();
            var ending = await call.Make(fixture);
            Assert.True(
                ending is { Kind: "Refused" }
                    && ending.Why.StartsWith("Microsoft 365 does not allow this system to do that", StringComparison.Ordinal),
                $"{call.Name}: {ending}"
            );
        }

        Assert.NotEmpty(calls);
        Assert.Empty(fixture.Graph.Complaints);
    }

    /// <summary>Calls that begin with the request itself: others are refused on the way to it.</summary>
    private static bool Begins(EveryCall call, string permission) =>
        call.Name switch
        {
            "create event" or "free and busy" => permission == "Calendars.ReadWrite",
            "create mail" => permission == "Mail.ReadWrite",
            "send mail" => permission == "Mail.Send",
            "ensure folder" or "root permissions" => permission == "Sites.Selected",
            "find guest" => permission == "User.Read.All",
            "invite guest" => permission == "User.Invite.All",
            _ => false,
        };
}
