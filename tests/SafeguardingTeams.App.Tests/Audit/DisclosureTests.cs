using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Audit;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Keeping;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Audit;

/// <summary>One record for a court, and everything on one person (F1).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class DisclosureTests(Emulator emulator)
{
    private static readonly CancellationToken Stop = CancellationToken.None;
    private static readonly byte[] Letter = Encoding.UTF8.GetBytes("As it left.");

    [Fact]
    public async Task A_bundle_holds_every_event_every_document_as_it_left_and_who_has_looked_and_is_itself_recorded()
    {
        using var fixture = await StoryAsync();
        using var bundle = new MemoryPlace();
        Assert.Equal(
            new RecordBundle(4, Missing: 1),
            await fixture.Get<RecordBundles>().WriteAsync(CaseStory.Id, AppFixture.Holder(Role.Operations), "Coroner.", bundle, Stop)
        );
        var file = await fixture.FileAsync();
        var page = Text(bundle, $"{CaseStory.Id}.html");
        var answers = new ReferralAnswers(file.Referral!.Answers);
        Assert.Contains(answers.Children[0].Name, page, StringComparison.Ordinal);
        Assert.Contains("to give it out", page, StringComparison.Ordinal);
        Assert.Contains("not in this bundle: The file that was kept is not there any more.", page, StringComparison.Ordinal);
        Assert.Equal(file.Version, Text(bundle, "events.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("SharePoint is not set up here: whatever people keep", page, StringComparison.Ordinal);
        Assert.Equal(Letter, bundle.Files[$"{CaseStory.Id}-document-001.docx"].ToArray());
        Assert.Equal(4, bundle.Files.Count);
        foreach (var line in Text(bundle, "SHA256SUMS").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (sum, name) = (line[..64], line[66..]);
            Assert.Equal(sum, Convert.ToHexStringLower(SHA256.HashData(bundle.Files[name].ToArray())));
        }

        Assert.Contains(await fixture.Rows.ReadAsync(Keys.Reads(CaseStory.Id), Stop), row =>
            (row["person"], row["purpose"], row["what"]) == ("operations-officer", "Disclosure", "disclosure: Coroner.")
        );
        Assert.Null(
            await fixture.Get<RecordBundles>().WriteAsync(CaseStory.OtherId, AppFixture.Holder(Role.Operations), "x", bundle, Stop)
        );
    }

    [Fact]
    public async Task Everything_on_a_person_is_found_by_name_by_date_of_birth_and_by_id_over_events_drafts_and_readings()
    {
        using var fixture = await StoryAsync();
        var child = new ReferralAnswers((await fixture.FileAsync()).Referral!.Answers).Children[0];
        var search = fixture.Get<PersonSearch>();
        var born = DateOnly.ParseExact(child.Born, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var byBoth = await search.OfPersonAsync(child.Name.ToUpperInvariant(), born, Operations, Stop);
        Assert.Contains(byBoth, place => (place.Record, place.By, place.Text) == (CaseStory.Id.Value, "name", child.Name));
        Assert.Contains(byBoth, place => place.Where.StartsWith("event 1,", StringComparison.Ordinal) && place.By == "date of birth");
        Assert.Contains(await fixture.Rows.ReadAsync(Keys.Reads(CaseStory.Id), Stop), row =>
            (row["person"], row["purpose"], row["what"]) == ("operations-officer", "Disclosure", "disclosure: one person's data")
        );
        var looks = (await fixture.Rows.ReadAsync(Keys.AllReads, Stop)).Count;
        Assert.Empty(await search.OfPersonAsync("Nobody of that name", null, Operations, Stop));
        Assert.Equal(looks, (await fixture.Rows.ReadAsync(Keys.AllReads, Stop)).Count);

        using var place = new MemoryPlace();
        await fixture.Get<RecordBundles>().WriteAsync(CaseStory.Id, AppFixture.Holder(Role.Operations), "x", place, Stop);
        var byId = await search.OfStaffAsync("operations-officer", Operations, Stop);
        Assert.Contains(byId, place => place.Where.StartsWith("a reading", StringComparison.Ordinal) && place.Record == CaseStory.Id.Value);
        Assert.Contains(await search.OfStaffAsync(CaseStory.Referrer.PersonId, Operations, Stop), place =>
            place.Where.StartsWith("event 1,", StringComparison.Ordinal)
        );
    }

    private static Actor Operations => AppFixture.Holder(Role.Operations);

    private static string Text(MemoryPlace bundle, string name) => Encoding.UTF8.GetString(bundle.Files[name].ToArray());

    /// <summary>What was written, by name.</summary>
    private sealed class MemoryPlace : IBundlePlace, IDisposable
    {
        internal Dictionary<string, MemoryStream> Files { get; } = [];

        public Stream Create(string name) => Files[name] = new MemoryStream();

        public void Remove(string name) => Files.Remove(name);

        public void Dispose() => Files.Values.ToList().ForEach(file => file.Dispose());
    }

    private async Task<AppFixture> StoryAsync()
    {
        var fixture = await emulator.OpenAsync();
        await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Letter));
        await fixture.KeptFiles.PutAsync(CaseStory.Id, sha256, Letter, Stop);
        await KeptAsync(fixture, new(KeptKind.PanelLetter, "ToPanel", "", "letter.docx", sha256, Letter.Length, "panel@x.example"));
        await KeptAsync(fixture, new(KeptKind.Report, "ToPanel", "", "report.docx", new('a', 64), 1, "panel@x.example"));
        return fixture;
    }

    /// <summary>The record of a file that left, as a Rapid Review later has it, without playing it that far.</summary>
    private static async Task KeptAsync(AppFixture fixture, KeptDocument document)
    {
        var stored = await StoredCase.LoadAsync(fixture.Rows, CaseStory.Id, Stop);
        var number = stored.File.Version + 1;
        var by = stored.File.History[0].By;
        var text = StoredJson.Write(
            new RecordedEvent(CaseStory.Id, number, CaseStory.Monday, by, $"kept-{number}", new DocumentKept(document))
        );
        var hash = HashChain.Next(stored.LastHash, text);
        await fixture.Rows.CommitAsync(
            [
                new RowWrite.Insert(
                    Keys.Event(CaseStory.Id, number),
                    new Dictionary<string, string>([LongText.Field("record", text)]) { ["previous"] = stored.LastHash, ["hash"] = hash }
                ),
            ],
            Stop
        );
    }
}
