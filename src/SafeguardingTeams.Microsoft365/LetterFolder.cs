using System.Collections.Immutable;
using System.Text;
using SafeguardingTeams.Presentation.Documents.Letter;

namespace SafeguardingTeams.Microsoft365;

/// <summary>A folder with letters of the partnership's own. Each is read and drawn once as a sample, before any goes out.</summary>
/// <param name="Letters">All of them: where one is not in the folder, the one that is shipped.</param>
/// <param name="Own">Those that are in the folder.</param>
/// <param name="Errors">Everything that is wrong with them, by the name of the file.</param>
public sealed record LetterFolder(LetterTemplates Letters, ImmutableList<LetterKind> Own, ImmutableList<string> Errors)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads one.</summary>
    public static LetterFolder Read(string folder)
    {
        var errors = ImmutableList.CreateBuilder<string>();
        var names = Enum.GetValues<LetterKind>().Select(LetterTemplate.FileOf).ToList();
        foreach (
            var name in Directory
                .EnumerateFiles(folder)
                .Select(Path.GetFileName)
                .OfType<string>()
                .Where(name => !names.Contains(name) && Path.GetExtension(name) is ".md" or ".markdown" or ".txt")
                .Order(StringComparer.Ordinal)
        )
        {
            errors.Add($"{name}: no letter has that name; the one that is shipped would go out. Use {string.Join(", ", names)}.");
        }

        var own = Enum.GetValues<LetterKind>().Where(kind => File.Exists(PathOf(kind))).ToImmutableList();
        var templates = own.ToDictionary(
            kind => kind,
            kind =>
            {
                var (template, faults) = One(File.ReadAllBytes(PathOf(kind)), kind);
                errors.AddRange(faults.Select(fault => $"{LetterTemplate.FileOf(kind)}: {fault}"));
                return template;
            }
        );
        return new(new(kind => templates.GetValueOrDefault(kind) ?? LetterTemplate.Shipped(kind)), own, errors.ToImmutable());

        string PathOf(LetterKind kind) => Path.Combine(folder, LetterTemplate.FileOf(kind));
    }

    private static LetterTemplateReading One(byte[] bytes, LetterKind kind)
    {
        string text;
        try
        {
            text = Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return new(null, ["it is not saved as UTF-8, so letters such as é or £ would go out wrong. Save it as UTF-8."]);
        }

        if (
            text.Select((c, i) => (c, i)).FirstOrDefault(one => char.IsControl(one.c) && one.c is not ('\t' or '\r' or '\n')) is
            { c: > '\0' } odd
        )
        {
            var line = text[..odd.i].Count(c => c == '\n') + 1;
            return new(
                null,
                [$"Line {line}: there is a character that no document can hold, often copied from Word. Write the line anew."]
            );
        }

        var reading = LetterTemplate.Read(text, kind);
        return reading.Template is { } template && Presentation.Documents.Letter.Letters.Sample(template) is LetterDrawing.NotDrawn not
            ? new(null, not.Reasons)
            : reading;
    }
}
