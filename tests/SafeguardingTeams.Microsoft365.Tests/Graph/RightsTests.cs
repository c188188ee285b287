namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>Which permissions the product needs, derived from what it does; and that each is needed.</summary>
public class RightsTests
{
    private static readonly string[] Needed = ["Calendars.ReadWrite", "Mail.ReadWrite", "Mail.Send", "Sites.Selected", "User.Invite.All", "User.Read.All"];

    public static TheoryData<string> All => [.. Needed];

    [Fact]
    public async Task All_calls_together_need_these_permissions_and_no_more()
    {
        await using var bed = await Bed.StartAsync();
        foreach (var call in EveryCall.All)
        {
            Assert.Equal("Done", (await call.Make(bed)).Kind);
        }

        Assert.Equal(Needed, bed.Graph.PermissionsUsed);
        Assert.Equal(Needed, bed.Graph.Roles);
        Assert.Empty(bed.Graph.Complaints);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Without_one_of_them_something_is_refused_in_plain_words(string permission)
    {
        await using var bed = await Bed.StartAsync();
        var calls = EveryCall.All.Where(call => Begins(call, permission)).ToList();
        foreach (var call in calls)
        {
            bed.Graph.Roles = [.. Needed.Where(other => other != permission)];
            bed.Restart();
            var ending = await call.Make(bed);
            Assert.True(ending is { Kind: "Refused" } && ending.Why.StartsWith("Microsoft 365 does not allow this system to do that", StringComparison.Ordinal), $"{call.Name}: {ending}");
        }

        Assert.NotEmpty(calls);
        Assert.Empty(bed.Graph.Complaints);
    }

    /// <summary>Calls that begin with the request itself: others are refused on the way to it.</summary>
    private static bool Begins(EveryCall call, string permission) => call.Name switch
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
