using System.Net;
using SafeguardingTeams.Rehearsal.People;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>The reviewer of a local review: as a guest of the council they read the agreed papers and nothing else (C9).</summary>
public sealed partial class Story
{
    /// <summary>From the appointment to the paper read, and to the end of it. The review's reference.</summary>
    /// <param name="incident">A case whose report is with the Panel.</param>
    public async Task<string> ReviewerAsync(string incident)
    {
        var reference = await LocalReviewAsync(incident, untilTrial: false);
        var operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Who reviews");
        await operations.PressAsync("End an appointment");
        await operations.PressAsync("End it", Typed(("reason", $"{Prefix}They are ill.")));
        await ReviewerReadsNothingAsync(reference);
        return reference;
    }

    /// <summary>Papers are agreed; the mail comes, and they sign in by its link and open one.</summary>
    private async Task ReviewerReadsAsync(string reference)
    {
        var operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Who reviews");
        await operations.PressAsync("Agree the papers");
        // Of what the review is about nothing may be kept yet: then the terms of reference alone are agreed.
        var hasPapers = operations.Card.Inputs.ContainsKey("papers");
        await operations.PressAsync(
            "Record it",
            hasPapers ? Typed(("papers", string.Join(',', operations.Card.Choices("papers").Take(2)))) : null
        );
        Says(operations, "Those appointed are told, and read it here.");
        var mail = await MailAsync(Cast.Reviewer.Key, $"{reference}: papers are ready for you");
        await DidAsync(
            "guest",
            "what they may read is agreed; the council's directory invites the reviewer, and a mail says that it is ready"
        );
        using var reviewer = await WebPlayer.SignInAsync(host, Cast.Reviewer.Key, ToThePage(mail));
        await reviewer.SendAsync("open-case", Typed(("case", reference)));
        Says(reviewer, "You are appointed as reviewer.");
        await reviewer.PressAsync("Terms of reference");
        Says(reviewer, "Version 1, approved on");
        var (status, paper) = await reviewer.GetAsync($"/documents/{reference}/papers/1");
        if (hasPapers ? status != HttpStatusCode.OK || paper.Length == 0 : status != HttpStatusCode.NotFound)
        {
            throw new InvalidOperationException($"The reviewer could not open a paper: {status}.");
        }

        await DidAsync(
            "guest",
            "they sign in with their own account and read the terms of reference and the papers; nothing else is shown"
        );
    }

    /// <summary>It has ended: neither card nor paper opens any more.</summary>
    private async Task ReviewerReadsNothingAsync(string reference)
    {
        using var reviewer = await WebPlayer.SignInAsync(host, Cast.Reviewer.Key, $"/guest?open={reference}");
        await reviewer.SendAsync("open-case", Typed(("case", reference)));
        Says(reviewer, "We cannot find that case");
        if ((await reviewer.GetAsync($"/documents/{reference}/papers/1")).Status != HttpStatusCode.NotFound)
        {
            throw new InvalidOperationException("A paper opened after the end.");
        }

        await DidAsync("guest", "the reviewer's access has ended: the papers open no more");
    }
}
