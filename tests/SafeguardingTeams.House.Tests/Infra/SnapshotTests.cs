using SafeguardingTeams.Tests;

namespace SafeguardingTeams.House.Tests.Infra;

/// <summary>infra compiles without a finding, and makes what was approved.</summary>
[Trait(Needs.Name, Needs.Processes)]
public class SnapshotTests
{
    [Fact]
    public async Task What_most_partnerships_make_is_what_was_approved()
    {
        var (snapshot, findings) = await Infrastructure.UsualAsync();
        Assert.Equal("", findings);
        Approved.Same("tests/SafeguardingTeams.House.Tests/Infra/usual.snapshot.json", snapshot);
    }

    [Fact]
    public async Task With_every_switch_the_other_way_it_compiles_without_a_finding_too() =>
        Assert.Equal("", (await Infrastructure.OtherAsync()).Findings);

    [Fact]
    public async Task A_finding_is_found()
    {
        Bicep.SkipWhereThereIsNone();
        var folder = Directory.CreateTempSubdirectory("infra").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "main.bicep"),
            """
            var unused = 1
            param said string = 'a'
            output said string = said
            resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
              name: 'account'
              location: 'uksouth'
              kind: 'StorageV2'
              sku: { name: 'Standard_LRS' }
              properties: { allowSharedKeyAcces: false }
            }
            """
        );
        await File.WriteAllTextAsync(Path.Combine(folder, "main.bicepparam"), "using 'main.bicep'\n");
        var (_, findings) = await Bicep.SnapshotAsync(folder, "main.bicepparam", new Dictionary<string, string>());
        Directory.Delete(folder, recursive: true);
        Assert.All(["no-unused-vars", "use-description-params", "use-description-outputs", "\"allowSharedKeyAccess\""], finding =>
            Assert.Contains(finding, findings, StringComparison.Ordinal)
        );
    }
}
