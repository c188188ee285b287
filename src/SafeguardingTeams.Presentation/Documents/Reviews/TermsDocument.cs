using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Documents.Word;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Documents.Reviews;

/// <summary>Terms of reference of a review as a Word document: what the leads have, what holds, or what is written so far (C10).</summary>
public static class TermsDocument
{
    /// <summary>Writes it.</summary>
    /// <param name="partnership">The partnership's name.</param>
    public static ReadOnlyMemory<byte> Write(ReviewFile file, string partnership)
    {
        var plan = file.Plan!;
        var terms = file.Terms;
        return WordFile.Write(
            new(
                $"Terms of reference, {file.Ref}",
                file.Ref.ToString(),
                [
                    Blocks.Title("Terms of reference"),
                    Blocks.Subtitle($"{ReviewRecordWording.Of(plan.Kind)}, {partnership}"),
                    Blocks.Fact("Review", $"{plan.Title}, reference {file.Ref}"),
                    Blocks.Fact("Decided on", file.DecidedOn is { } day ? Wording.Written.Day(day) : "not yet"),
                    Blocks.Fact("To be published by", file.Limit is { } limit ? Wording.Written.Day(limit) : "no day yet"),
                    Blocks.Fact("Where they stand", Wording.Written.Sentence(TermsWording.Of(terms))),
                    .. terms.Last is { Why.Length: > 0 } last ? new[] { Blocks.Fact($"Why version {last.Number} was made", last.Why) } : [],
                    Blocks.Text("A review is there to learn and to improve, and not to blame."),
                    .. Enum.GetValues<TermsPart>()
                        .SelectMany(part =>
                            new[] { Blocks.Heading(1, TermsWording.Of(part)) }.Concat(
                                (terms.Read.Find(one => one.Part == part)?.Text ?? "Not written yet.")
                                    .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                                    .Select(line => Blocks.Text(line))
                            )
                        ),
                ]
            )
        );
    }
}
