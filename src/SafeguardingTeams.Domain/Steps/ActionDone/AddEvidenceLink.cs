using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionDone;

/// <summary>
/// The owner adds a link to what shows what was done or what it has changed; operations add what an owner without an account sends (C5,
/// C19). What stands behind it is read by nobody here: who may open it, its own place decides.
/// </summary>
/// <param name="Link">A whole address that begins with https://.</param>
/// <param name="What">What it shows.</param>
public sealed record AddEvidenceLink(RecordRef Action, string Link, string What) : ActionCommand(Action)
{
    /// <summary>The longest address, in characters.</summary>
    public const int LongestLink = 400;

    /// <summary>The fewest characters that say what it shows.</summary>
    public const int ShortestWhat = 3;

    /// <summary>The most.</summary>
    public const int LongestWhat = 80;

    /// <summary>The most links of one action.</summary>
    public const int MostLinks = 12;

    /// <inheritdoc/>
    public override Step Step => Step.AddEvidenceLink;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context)
    {
        var address = Whole(Link.Trim());
        var there = EvidenceLink.There(files.This);
        return Said.Decide(
            Action,
            [
                address is null
                    ? new("no-link", "Enter a whole address that begins with https://, without a name or password in it.", "link")
                : Math.Max(address.Length, Link.Trim().Length) > LongestLink
                    ? new("too-long", $"Shorten it to {LongestLink} characters or fewer.", "link")
                : there.Exists(one => one.Address == address) ? new("nothing-changed", "This very link is with the action already.", "link")
                : there.Count >= MostLinks
                    ? new("too-many", $"An action has at most {MostLinks} links. Say the rest in words, or add a file.", "link")
                : null,
                Said.Needed(What, "what", "Say what it shows.", LongestWhat)
                    ?? (What.Trim().Length < ShortestWhat ? new("too-short", "Say in a few words what it shows.", "what") : null),
            ],
            () => new EvidenceLinkAdded(files.This.Links.Count + 1, address!, What.Trim())
        );
    }

    /// <summary>A whole address of a page, in one form however it was typed; null where it is none.</summary>
    private static string? Whole(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "", Host.Length: > 0 }
            ? uri.AbsoluteUri
            : null;
}

/// <summary>A link to what shows what was done was added to an action.</summary>
/// <param name="Number">From 1.</param>
public sealed record EvidenceLinkAdded(int Number, string Link, string What) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "EvidenceLinkAdded.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file with
        {
            Links = file.Links.Add(new(Number, Link, What, recorded.At)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => ActionCards.Again(after);
}
