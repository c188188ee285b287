using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Queues;

/// <summary>What a reconcile job does in Microsoft 365.</summary>
internal enum ReconcileKind
{
    /// <summary>Sends a mail.</summary>
    Mail,

    /// <summary>Makes the meeting in Outlook what the record says.</summary>
    Meeting,

    /// <summary>Makes an agency's folders what the case says.</summary>
    Folders,

    /// <summary>Puts a document into its folder.</summary>
    Document,

    /// <summary>Puts the document pack together and opens it.</summary>
    Pack,

    /// <summary>Keeps agenda and minutes of a meeting of the group as they went; needs no Microsoft 365.</summary>
    Papers,

    /// <summary>Finds or invites somebody who was entered by hand: an action's owner, who is appointed to a review.</summary>
    Guests,

    /// <summary>Removes everything of a record whose disposal is confirmed; needs Microsoft 365 only where the record does.</summary>
    Disposal,
}

/// <summary>Something to be done in Outlook or SharePoint that is not done yet.</summary>
/// <param name="Detail">Which mail or document; empty for the others.</param>
/// <param name="About">Which of several: an agency, a naming, a message that it stands in for.</param>
/// <param name="Since">When it was committed.</param>
internal sealed record ReconcileJob(RecordRef Record, ReconcileKind Kind, string Detail, Topic About, DateTimeOffset Since)
    : QueueItem(Since)
{
    /// <summary>The case it is of.</summary>
    /// <exception cref="InvalidOperationException">It is of another kind of record.</exception>
    internal CaseId CaseId => Record.CaseId;

    /// <summary>Whether somebody is at it, as far as is known.</summary>
    internal bool InHand { get; init; }

    /// <summary>Whether the case may say that it is dead-lettered: it was put back, or an earlier try was cut off at its end.</summary>
    internal bool MayBeDeadLettered => Attempts > 1;

    /// <summary>What it is about: two reconcile jobs of one subject are never done at once.</summary>
    internal string Subject => $"{Kind}|{Detail}|{About}";

    /// <summary>The reconcile job of an effect; null for an effect that is a card.</summary>
    internal static ReconcileJob? Of(Effect effect, DateTimeOffset at) =>
        effect switch
        {
            Effect.SendMail mail => new(mail.Record, ReconcileKind.Mail, mail.Kind.ToString(), mail.About, at),
            Effect.KeepMeeting meeting => new(meeting.Record, ReconcileKind.Meeting, "", Topic.None, at),
            Effect.KeepFolders folders => new(folders.CaseId, ReconcileKind.Folders, "", Topic.Agency(folders.Agency), at),
            Effect.FileDocument document => new(document.CaseId, ReconcileKind.Document, document.Kind.ToString(), document.About, at),
            Effect.KeepPapers papers => new(papers.Record, ReconcileKind.Papers, "", Topic.None, at),
            Effect.InviteGuest invite => new(invite.Record, ReconcileKind.Guests, "", invite.About, at),
            Effect.KeepPack pack => new(pack.CaseId, ReconcileKind.Pack, "", Topic.None, at),
            Effect.Dispose dispose => new(RecordRef.Group, ReconcileKind.Disposal, dispose.Record.ToString(), Topic.None, at),
            _ => null,
        };

    /// <inheritdoc/>
    internal override bool IsInHand => InHand;

    internal override ReconcileJob Begun(DateTimeOffset until) => this with { Attempts = Attempts + 1, NotBefore = until, InHand = true };

    internal override ReconcileJob Waiting(DateTimeOffset until) => this with { NotBefore = until, InHand = false };

    internal override ReconcileJob DeadLettered(string why) => this with { NotBefore = DateTimeOffset.MinValue, InHand = false, Why = why };

    /// <summary>Not as if it had never been begun: what an earlier try may have made is looked for first.</summary>
    internal override ReconcileJob PutBack() => this with { Why = "", Attempts = 1 };

    internal override Dictionary<string, string> Fields() =>
        new()
        {
            ["case"] = Record.ToString(),
            ["kind"] = Kind.ToString(),
            ["detail"] = Detail,
            ["about"] = About.ToString(),
            ["since"] = Since.ToString("O", CultureInfo.InvariantCulture),
            ["attempts"] = Attempts.ToString(CultureInfo.InvariantCulture),
            ["notBefore"] = NotBefore.ToString("O", CultureInfo.InvariantCulture),
            ["inHand"] = InHand ? "yes" : "no",
            ["why"] = Why,
        };

    internal static ReconcileJob From(Row row) =>
        new(
            RecordRef.Parse(row["case"]),
            Enum.Parse<ReconcileKind>(row["kind"]),
            row["detail"],
            Topic.Parse(row["about"]),
            DateTimeOffset.Parse(row["since"], CultureInfo.InvariantCulture)
        )
        {
            Attempts = int.Parse(row["attempts"], CultureInfo.InvariantCulture),
            NotBefore = DateTimeOffset.Parse(row["notBefore"], CultureInfo.InvariantCulture),
            InHand = row["inHand"] == "yes",
            Why = row["why"],
        };
}
