using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using NJsonSchema;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>The Teams app package, built as the README says and checked against Microsoft's own schema.</summary>
public class ManifestTests
{
    private static readonly string[] Good =
    [
        "-p:TeamsAppId=11111111-2222-4333-8444-555555555555",
        "-p:BotId=11111111-2222-4333-8444-555555555556",
        "-p:Domain=page.example.org",
        "-p:PublisherName=Example Partnership",
        "-p:ClientId=11111111-2222-4333-8444-555555555557",
        "-p:Version=1.2.3",
        "-p:ShortName=Learning in Example",
        "-p:FullName=Learning from serious safeguarding incidents in Example",
    ];

    [Fact]
    public async Task The_package_is_what_Teams_takes()
    {
        var place = Path.Combine(Path.GetTempPath(), $"teams-app-{Guid.NewGuid():N}.zip");
        Assert.Equal(0, (await BuildAsync([.. Good, $"-p:Package={place}"])).Code);
        await using var package = await ZipFile.OpenReadAsync(place);
        Assert.Equal(["color.png", "manifest.json", "outline.png"], package.Entries.Select(entry => entry.FullName).Order());
        await using var stream = await package.GetEntry("manifest.json")!.OpenAsync();
        var text = await new StreamReader(stream).ReadToEndAsync();
        Assert.DoesNotContain("${", text, StringComparison.Ordinal);
        var manifest = JsonDocument.Parse(text).RootElement;
        var version = manifest.GetProperty("manifestVersion").GetString();
        var schema = await JsonSchema.FromFileAsync(
            Path.Combine(
                Approved.Root,
                $"node_modules/@microsoft/app-manifest/build/json-schemas/teams/v{version}/MicrosoftTeams.schema.json"
            )
        );
        Assert.Empty(schema.Validate(text));
        Assert.NotEmpty(schema.Validate(text.Replace("\"personal\"", "\"everywhere\"", StringComparison.Ordinal)));
        Assert.Equal(
            ("1.2.3", "Learning in Example"),
            (manifest.GetProperty("version").GetString(), manifest.GetProperty("name").GetProperty("short").GetString())
        );
        Assert.False(manifest.GetProperty("bots")[0].GetProperty("isNotificationOnly").GetBoolean());
        var command = Assert.Single(
            Assert.Single(manifest.GetProperty("composeExtensions").EnumerateArray()).GetProperty("commands").EnumerateArray()
        );
        Assert.Equal(
            ("refer-for-learning", "action", "message", true),
            (
                command.GetProperty("id").GetString(),
                command.GetProperty("type").GetString(),
                Assert.Single(command.GetProperty("context").EnumerateArray()).GetString(),
                command.GetProperty("fetchTask").GetBoolean()
            )
        );
        var tab = manifest.GetProperty("staticTabs").EnumerateArray().Single(one => one.GetProperty("entityId").GetString() == "oversight");
        Assert.Equal("https://page.example.org/tab/oversight", tab.GetProperty("contentUrl").GetString());
        Assert.Equal(["page.example.org"], manifest.GetProperty("validDomains").EnumerateArray().Select(domain => domain.GetString()));
        Assert.Equal(
            ("11111111-2222-4333-8444-555555555557", "api://page.example.org/11111111-2222-4333-8444-555555555557"),
            (
                manifest.GetProperty("webApplicationInfo").GetProperty("id").GetString(),
                manifest.GetProperty("webApplicationInfo").GetProperty("resource").GetString()
            )
        );
        Assert.Equal((192, 192), await SizeAsync(package, "color.png"));
        Assert.Equal((32, 32), await SizeAsync(package, "outline.png"));
        File.Delete(place);
    }

    [Theory]
    [InlineData(0, "-p:TeamsAppId=no-id", "Set TeamsAppId")]
    [InlineData(1, "-p:BotId=", "Set BotId")]
    [InlineData(2, "-p:Domain=https://page.example.org", "Set Domain")]
    [InlineData(3, "-p:PublisherName=", "Set PublisherName")]
    [InlineData(3, "-p:PublisherName=Thirty-three characters are a few", "PublisherName has 33 characters and may have 32")]
    [InlineData(4, "-p:ClientId=no-id", "Set ClientId")]
    [InlineData(5, "-p:Version=1.2", "Set Version")]
    [InlineData(6, "-p:ShortName=Thirty-one characters are a lot", "ShortName has 31 characters and may have 30")]
    [InlineData(7, "-p:FullName=Back\\slash", "no quotation mark and no backslash")]
    public async Task What_is_missing_is_said(int which, string argument, string message)
    {
        var (code, output) = await BuildAsync([.. Good.Select((given, i) => i == which ? argument : given)]);
        Assert.NotEqual(0, code);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> BuildAsync(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (
            var argument in arguments
                .Prepend(Path.Combine(Approved.Root, "manifest", "manifest.proj"))
                .Prepend("msbuild")
                .Append("-nologo")
                .Append("-nodeReuse:false")
                .Append($"-p:Folder={Path.Combine(Path.GetTempPath(), $"teams-app-{Guid.NewGuid():N}")}/")
        )
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    /// <summary>A PNG's width and height, from its first chunk.</summary>
    private static async Task<(int Width, int Height)> SizeAsync(ZipArchive package, string name)
    {
        var head = new byte[24];
        await using var stream = await package.GetEntry(name)!.OpenAsync();
        await stream.ReadExactlyAsync(head);
        return (BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20)));
    }
}
