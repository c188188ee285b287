using System.Collections.Immutable;
using System.Security.Cryptography;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.BriefingKeeping;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Domain.Steps.GroupKeeping;
using SafeguardingTeams.Domain.Steps.GroupReports;
using SafeguardingTeams.Domain.Steps.Keeping;
using SafeguardingTeams.Domain.Steps.ReviewTold;

namespace SafeguardingTeams.App.Keeping;

/// <summary>
/// Keeps what leaves the house: drawn once for each occasion and recipient, put where files are kept, then recorded. Cut off anywhere
/// and begun again, the recorded file is used and nothing is drawn a second time; whoever comes second uses the first one's.
/// </summary>
internal sealed class KeptDocuments(IRows rows, IKeptFiles files, CommandRunner commands)
{
    /// <summary>The files of an occasion, in the order asked for: those kept before, and the others drawn and kept now.</summary>
    /// <param name="occasion">Names the mail or the folder; the same at each try.</param>
    /// <param name="to">To whom.</param>
    /// <param name="drawings">What is to leave; drawn only where it is not kept yet.</param>
    /// <exception cref="KeptFileException">A kept file is not there, or not what was recorded: nothing takes its place.</exception>
    internal async Task<ImmutableList<KeptBytes>> KeepAsync(
        RecordFile file,
        string occasion,
        string to,
        IReadOnlyList<Drawing> drawings,
        CancellationToken cancellationToken
    )
    {
        if (Missing(file, occasion, to, drawings) is { Count: > 0 } missing)
        {
            var documents = ImmutableList.CreateBuilder<KeptDocument>();
            foreach (var one in missing)
            {
                var bytes = one.Bytes();
                var sha256 = Hash(bytes);
                await files.PutAsync(file.Ref, sha256, bytes, cancellationToken);
                documents.Add(new(one.Kind, occasion, one.About, one.Name, sha256, bytes.Length, to));
            }

            // Refused, somebody else was first, and theirs are the files.
            await commands.RunAsync(
                file switch
                {
                    CaseFile of => new RecordKept(of.Id, documents.ToImmutable()),
                    MeetingFile meeting => new RecordMeetingKept(meeting.Ref, documents.ToImmutable()),
                    ReviewFile review => new RecordReviewKept(review.Ref, documents.ToImmutable()),
                    BriefingFile briefing => new RecordBriefingKept(briefing.Ref, documents.ToImmutable()),
                    GroupFile => new RecordReportKept(documents.ToImmutable()),
                    _ => throw new InvalidOperationException($"Nothing leaves of the {file.Ref.Kind} record."),
                },
                $"kept-{Guid.NewGuid():N}",
                SystemActor.Instance,
                cancellationToken
            );
            file = (await StoredRecord.LoadAsync(rows, file.Ref, cancellationToken)).Record;
            if (Missing(file, occasion, to, drawings).Count > 0)
            {
                throw new InvalidOperationException("A file that leaves could not be recorded.");
            }
        }

        var kept = KeptFile.Of(file, occasion, to).ToList();
        var read = ImmutableList.CreateBuilder<KeptBytes>();
        foreach (var one in drawings)
        {
            read.Add(await ReadAsync(file, kept.Find(each => each.Document.Name == one.Name)!, cancellationToken));
        }

        return read.ToImmutable();
    }

    /// <summary>
    /// A kept file as it left. Where it is not to be had, operations are told, and once it is again, that as well: of a case by its record;
    /// of a meeting or a briefing by the job that keeps its papers, which is asked to look.
    /// </summary>
    /// <exception cref="KeptFileException">It is not there, or not what was recorded.</exception>
    internal async Task<KeptBytes> ReadAsync(RecordFile file, KeptFile kept, CancellationToken cancellationToken)
    {
        var (document, subject) = (kept.Document, $"{KeptFile.Subject}{kept.Document.Sha256}");
        var bytes = await files.ReadAsync(file.Ref, document.Sha256, cancellationToken);
        var wrong = Wrong(document, bytes);
        if (file is CaseFile of && (wrong.Length > 0 || of.Review.DeadLettered.ContainsKey(subject)))
        {
            await commands.RunAsync(
                new ReportDeadLetter(
                    of.Id,
                    subject,
                    "A file that has left, as it is kept",
                    wrong.Length > 0 ? $"{document.Name}: {wrong} Tell whoever looks after this system." : ""
                ),
                $"kept-{Guid.NewGuid():N}",
                SystemActor.Instance,
                cancellationToken
            );
        }

        return wrong.Length == 0 ? new(document, bytes!.Value) : throw new KeptFileException(wrong);
    }

    /// <summary>Looks whether everything a record keeps is what was recorded.</summary>
    /// <exception cref="KeptFileException">Something is not there, or not what was recorded.</exception>
    internal Task LookAsync(RecordFile file, CancellationToken cancellationToken) =>
        EachKept.AsItWentAsync(KeptFile.Of(file), kept => ReadAsync(file, kept, cancellationToken), kept => kept.Document.Name);

    /// <summary>What is wrong with a kept file, in plain words; empty where it is what was recorded.</summary>
    internal static string Wrong(KeptDocument document, ReadOnlyMemory<byte>? bytes) =>
        bytes is not { } there ? "The file that was kept is not there any more."
        : Hash(there) != document.Sha256 ? "The file that was kept has been changed since: its fingerprint is not the one on the record."
        : "";

    private static List<Drawing> Missing(RecordFile file, string occasion, string to, IReadOnlyList<Drawing> drawings)
    {
        var kept = KeptFile.Of(file, occasion, to).Select(one => one.Document.Name).ToHashSet(StringComparer.Ordinal);
        return [.. drawings.Where(one => !kept.Contains(one.Name))];
    }

    private static string Hash(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
}

/// <summary>A document that is to leave.</summary>
/// <param name="About">The agency it is about; empty where it is about none.</param>
/// <param name="Bytes">Draws it.</param>
internal sealed record Drawing(KeptKind Kind, string About, string Name, Func<ReadOnlyMemory<byte>> Bytes);

/// <summary>A kept file with its bytes, which are what was recorded.</summary>
internal sealed record KeptBytes(KeptDocument Document, ReadOnlyMemory<byte> Bytes);

/// <summary>A kept file is not there, or not what was recorded.</summary>
/// <param name="message">Which of the two, in plain words.</param>
internal sealed class KeptFileException(string message) : Exception(message);
