using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Microsoft365;
using SafeguardingTeams.Presentation.Documents.Letter;

namespace SafeguardingTeams.Bot.Commands;

/// <summary>
/// The command <c>validate</c>: a partnership's file, and the letters in the folder <c>letters</c> beside it, which are published with it.
/// Asks no service.
/// </summary>
internal sealed class Validation(TextWriter output, TextWriter error)
{
    private const string Beside = "letters";

    /// <summary>Looks at them.</summary>
    /// <param name="samples">Where a sample of each letter is put, to be looked at in Word; null for nowhere.</param>
    internal async Task<int> RunAsync(FileInfo file, DirectoryInfo? samples, CancellationToken stop)
    {
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(file.FullName, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{file}: there is no file to be read at that place.");
            return BotCommands.NotDone;
        }

        var (partnership, errors) = PartnershipFile.Read(bytes);
        errors = partnership is null ? errors : partnership.GapsOn(new LondonClock(TimeProvider.System).Today);
        var folder = Path.Combine(file.DirectoryName!, Beside);
        var letters = Directory.Exists(folder) ? LetterFolder.Read(folder) : new(LetterTemplates.Shipped, [], []);
        errors = [.. errors, .. letters.Errors.Select(wrong => $"{Beside}, {wrong}")];
        foreach (var wrong in errors)
        {
            await output.WriteLineAsync($"  - {wrong}");
        }

        await output.WriteLineAsync(
            errors.Count > 0 ? $"{file}: {errors.Count} {(errors.Count == 1 ? "thing" : "things")} to be put right."
            : partnership!.Example ? $"{file}: in order, and an example: a host starts with it on the storage emulator only."
            : $"{file}: in order. {partnership.Name}: {partnership.Agencies.Length} agencies, {partnership.Tenants.Length} tenants, "
                + $"{partnership.People.Length} people."
        );
        if (errors.Count > 0)
        {
            return BotCommands.Wrong;
        }

        if (!letters.Own.IsEmpty)
        {
            await output.WriteLineAsync(
                $"Letters of your own, each drawn once: {string.Join(", ", letters.Own.Select(LetterTemplate.FileOf))}."
            );
        }

        return samples is null ? BotCommands.Right : await DrawAsync(letters.Letters, samples, stop);
    }

    private async Task<int> DrawAsync(LetterTemplates letters, DirectoryInfo samples, CancellationToken stop)
    {
        samples.Create();
        foreach (var kind in Enum.GetValues<LetterKind>())
        {
            var drawn = (LetterDrawing.Drawn)Letters.Sample(letters.Of(kind));
            var name = Path.ChangeExtension(LetterTemplate.FileOf(kind), ".docx");
            await File.WriteAllBytesAsync(Path.Combine(samples.FullName, name), drawn.File, stop);
        }

        await output.WriteLineAsync($"A sample of each letter is in {samples}: open them in Word.");
        return BotCommands.Right;
    }
}
