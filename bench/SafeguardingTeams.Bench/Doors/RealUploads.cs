using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;

namespace SafeguardingTeams.Bench.Doors;

/// <summary>
/// Files put in through the page of the published bot, in a process of its own: one of 95 MB, four of them at once, and a Word form of
/// 53 KB with 49 MB of text in it. What the process held at the most meanwhile, and how long each took.
/// </summary>
internal static class RealUploads
{
    private const int Megabytes = 95;

    /// <param name="bot">The folder the bot was published to.</param>
    internal static async Task RunAsync(string bot)
    {
        await using var host = await RehearsalHost.StartAsync(new());
        var story = new Story(host, TextWriter.Null);
        var reference = await story.AllAgreeAsync();
        await story.PrepareAsync(reference);
        await story.SendAsync(reference);
        using var process = RealPresses.Start(Path.Combine(bot, "SafeguardingTeams.Bot"), await host.HandOverAsync());
        try
        {
            await Listening.WaitAsync(process, host.WebPage);
            using var police = await WebPlayer.SignInAsync(host, "rep-police");
            using var operations = await WebPlayer.SignInAsync(host, "operations-officer");
            Console.WriteLine("| | before MB | at most MB | seconds | answers |");
            Console.WriteLine("|---|---|---|---|---|");
            foreach (var at in new[] { 1, 4 })
            {
                var files = Enumerable.Range(0, at).Select(i => Pdf((at * 10) + i)).ToList();
                await MeasureAsync(process, $"{at} of {Megabytes} MB", () =>
                    Task.WhenAll(files.Select(file => police.UploadAsync($"/secured/{reference}/police", "record.pdf", file)))
                );
            }

            var (_, form) = await operations.GetAsync($"/documents/{reference}/form/police");
            var hostile = Hostile(form);
            await MeasureAsync(
                process,
                string.Create(CultureInfo.InvariantCulture, $"a Word form of {hostile.Length / 1024} KB with 49 MB of text"),
                async () => [await operations.UploadAsync($"/intake/{reference}/police", "form.docx", hostile)]
            );
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task MeasureAsync(Process process, string name, Func<Task<(HttpStatusCode Status, string Page)[]>> does)
    {
        process.Refresh();
        var (before, most) = (process.WorkingSet64, process.WorkingSet64);
        var began = Stopwatch.GetTimestamp();
        var answers = does();
        while (await Task.WhenAny(answers, Task.Delay(20)) != answers)
        {
            process.Refresh();
            most = Math.Max(most, process.WorkingSet64);
        }

        var said = string.Join(", ", (await answers).Select(answer => (int)answer.Status));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {before >> 20} | {most >> 20} | {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} | {said} |"
            )
        );
    }

    private static byte[] Pdf(int seed)
    {
        var file = new byte[Megabytes << 20];
        new Random(seed).NextBytes(file);
        "%PDF-1.7\n"u8.CopyTo(file);
        return file;
    }

    private static byte[] Hostile(byte[] form)
    {
        const string Main = "word/document.xml";
        using var packed = new MemoryStream();
        packed.Write(form);
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Update, leaveOpen: true))
        {
            string xml;
            using (var reader = new StreamReader(zip.GetEntry(Main)!.Open()))
            {
                xml = reader.ReadToEnd();
            }

            zip.GetEntry(Main)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(Main, CompressionLevel.Optimal).Open(), new UTF8Encoding(false));
            writer.Write(
                xml.Replace("<w:body>", $"<w:body><w:p><w:r><w:t>{new string('a', 49_000_000)}</w:t></w:r></w:p>", StringComparison.Ordinal)
            );
        }

        return packed.ToArray();
    }
}
