using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;

namespace SafeguardingTeams.App.Errands;

/// <summary>What an errand does in Microsoft 365.</summary>
internal enum ErrandKind
{
    /// <summary>Sends a mail.</summary>
    Mail,

    /// <summary>Makes the meeting in Outlook what the case says.</summary>
    Meeting,

    /// <summary>Makes an agency's folders what the case says.</summary>
    Folders,

    /// <summary>Puts a document into its folder.</summary>
    Document,

    /// <summary>Puts the document pack together and opens it.</summary>
    Pack,
}

/// <summary>Something to be done in Outlook or SharePoint that is not done yet.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">What.</param>
/// <param name="Detail">Which mail or document; empty for the others.</param>
/// <param name="About">Which of several: an agency.</param>
/// <param name="Since">When it was committed.</param>
internal sealed record Errand(CaseId CaseId, ErrandKind Kind, string Detail, string About, DateTimeOffset Since)
{
    /// <summary>How often it has been begun.</summary>
    internal int Attempts { get; init; }

    /// <summary>Not before this instant.</summary>
    internal DateTimeOffset NotBefore { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Whether somebody is at it, as far as is known.</summary>
    internal bool InHand { get; init; }

    /// <summary>Why it is stuck; empty while it is not.</summary>
    internal string Why { get; init; } = "";

    /// <summary>Whether the case may say that it is stuck: it was put back, or an earlier try was cut off at its end.</summary>
    internal bool MayBeStuck => Attempts > 1;

    /// <summary>What it is about: two errands of one subject are never done at once.</summary>
    internal string Subject => $"{Kind}|{Detail}|{About}";

    /// <summary>The errand of an effect; null for an effect that is a card.</summary>
    internal static Errand? Of(Effect effect, DateTimeOffset at) => effect switch
    {
        Effect.SendMail mail => new(mail.CaseId, ErrandKind.Mail, mail.Kind.ToString(), mail.About, at),
        Effect.KeepMeeting meeting => new(meeting.CaseId, ErrandKind.Meeting, "", "", at),
        Effect.KeepFolders folders => new(folders.CaseId, ErrandKind.Folders, "", folders.Agency, at),
        Effect.FileDocument document => new(document.CaseId, ErrandKind.Document, document.Kind.ToString(), document.About, at),
        Effect.KeepPack pack => new(pack.CaseId, ErrandKind.Pack, "", "", at),
        _ => null,
    };

    internal Dictionary<string, string> Fields() => new()
    {
        ["case"] = CaseId.Value,
        ["kind"] = Kind.ToString(),
        ["detail"] = Detail,
        ["about"] = About,
        ["since"] = Since.ToString("O", CultureInfo.InvariantCulture),
        ["attempts"] = Attempts.ToString(CultureInfo.InvariantCulture),
        ["notBefore"] = NotBefore.ToString("O", CultureInfo.InvariantCulture),
        ["inHand"] = InHand ? "yes" : "no",
        ["why"] = Why,
    };

    internal static Errand From(Row row) => new(
        CaseId.Parse(row["case"]), Enum.Parse<ErrandKind>(row["kind"]), row["detail"], row["about"], DateTimeOffset.Parse(row["since"], CultureInfo.InvariantCulture))
    {
        Attempts = int.Parse(row["attempts"], CultureInfo.InvariantCulture),
        NotBefore = DateTimeOffset.Parse(row["notBefore"], CultureInfo.InvariantCulture),
        InHand = row["inHand"] == "yes",
        Why = row["why"],
    };
}
