using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Testing;

namespace SafeguardingTeams.App.Tests.Storage;

/// <summary>A record that cannot be read is shown to nobody and counted, so that somebody is told.</summary>
public class UnreadableTests
{
    [Theory]
    [InlineData("e|00000001", "{\"type\":\"of-a-newer-version-v9\"}")]
    [InlineData("e|00000001", "no event")]
    [InlineData("x|1", "")]
    public void It_is_counted_by_its_kind_alone(string key, string record)
    {
        var row = new Row($"{Keys.Record(RecordRef.Group)}{key}", new Dictionary<string, string> { ["record"] = record }, "1");
        using var heard = new Heard();
        Assert.ThrowsAny<Exception>(() => StoredRecord.From(RecordRef.Group, [row]));
        Assert.Equal(["safeguarding.records.unreadable kind=Group: 1"], heard.Told);
    }

    [Fact]
    public void One_that_can_be_read_is_not()
    {
        using var heard = new Heard();
        StoredRecord.From(RecordRef.Group, []);
        Assert.Empty(heard.Told);
    }
}
