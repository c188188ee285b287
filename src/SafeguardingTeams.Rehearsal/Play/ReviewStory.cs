using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>The Rapid Review, from the notification to the Panel's answer (B1 to B25): seven agencies, each in its own way.</summary>
public sealed partial class Story
{
    private static readonly string[] Asked =
    [
        "childrens-services",
        "police",
        "acute-trust",
        "mental-health-trust",
        "general-practice",
        "schools",
    ];

    private DateTimeOffset _meeting;

    /// <summary>Plays it for a case that has been notified.</summary>
    public async Task ReviewAsync(string reference)
    {
        await PrepareAsync(reference);
        await SendAsync(reference);
        await ComingAsync(reference);
        await ReturnsAsync(reference);
        await SecureAsync(reference);
        await LateAsync(reference);
        await PapersAsync(reference);
        await MeetAsync(reference);
        await ApproveAsync(reference);
        await PanelAsync(reference);
    }

    /// <summary>Operations choose agencies, fill in what they get, plan the meeting and invite (B2, B4, B11).</summary>
    public async Task PrepareAsync(string reference)
    {
        var operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Prepare the Rapid Review");
        await operations.PressAsync("Agencies");
        await operations.PressAsync("Leave out Health visiting service");
        await operations.PressAsync(
            "Leave it out",
            Typed(("reason", Prefix + "It is part of the mental health and community trust, which is asked."))
        );
        await operations.PressAsync("Add agencies");
        await operations.PressAsync("Add them", Typed(("agency", string.Join(',', Asked))));
        await DidAsync(
            "prepare",
            $"operations choose {Asked.Length} agencies, each with its representative; one that was named is left out with a reason"
        );
        await operations.PressAsync("Back to the Rapid Review");
        await operations.PressAsync("What goes to the agencies");
        await operations.PressAsync("Save and review");
        await operations.PressAsync("Edit: The case");
        await operations.PressAsync(
            "Save and review",
            Typed(("outline", Prefix + "A young child was brought to hospital with injuries that do not fit the account given."))
        );
        await operations.PressAsync("Record what is here");
        await DidAsync("prepare", "section 1 of the form is there from the referral; the outline for the letter is added");
        await operations.PressAsync("Date of the meeting");
        var day = DateOnly.ParseExact(operations.Card.Inputs["date"], "yyyy-MM-dd");
        _meeting = London.Instant(day, new(13, 0));
        await operations.PressAsync(
            "Plan it",
            Typed(("from", "10:00"), ("to", "12:00"), ("how", "FaceToFace"), ("place", "Civic centre, room 2"))
        );
        await operations.PressAsync("Who is invited");
        foreach (var who in new[] { "head-childrens-services", "lead-police-deputy", "designated-nurse", "rep-schools" })
        {
            await operations.PressAsync("Invite somebody");
            await operations.PressAsync("Invite them", Typed(("representative", who)));
        }

        await operations.PressAsync("Back to the Rapid Review");
        await DidAsync(
            "prepare",
            $"the meeting is planned for {day:dddd d MMMM}, within working days 9 to 11; four people are to be invited"
        );
    }

    /// <summary>One button sends letters, forms and invitations (B2); then the meeting is moved (B26).</summary>
    public async Task SendAsync(string reference)
    {
        var operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Prepare the Rapid Review");
        await operations.PressAsync("Preview and send");
        await operations.PressAsync("Send to all agencies");
        foreach (var agency in Asked)
        {
            var mail = await MailAsync($"rep-{agency}", $"{reference}: Rapid Review");
            if (mail.Attachments.Count != 2)
            {
                throw new InvalidOperationException($"The mail to {agency} has {mail.Attachments.Count} files, not letter and form.");
            }
        }

        var invitation = await MailAsync("head-childrens-services", $"Rapid Review meeting {reference}");
        await DidAsync(
            "send",
            $"one button: each agency has a mail of its own with letter and form, and Outlook has invited to \"{invitation.Subject}\""
        );
        await operations.PressAsync("Date of the meeting");
        await operations.PressAsync(
            "Move it",
            Typed(("from", "13:00"), ("to", "15:00"), ("reason", Prefix + "The room is free in the afternoon only."))
        );
        await UntilAsync(
            () => Inbox("head-childrens-services").Any(item => item.Kind == InboxKind.Update && IsAbout(item, reference)),
            "the update of the meeting"
        );
        await DidAsync("send", "the meeting is moved to the afternoon; Outlook tells everybody invited");
    }

    /// <summary>
    /// Invitations are answered in Outlook; the quorum is in doubt, and operations invite another (B14). Attendees declare (B12).
    /// </summary>
    public async Task ComingAsync(string reference)
    {
        Respond(reference, "head-childrens-services", "accepted");
        Respond(reference, "lead-police-deputy", "accepted");
        Respond(reference, "designated-nurse", "declined");
        await host.Moves.HourAsync();
        var operations = await AtAsync("operations-officer", reference);
        await ComesAsync(operations, $"{reference}: The meeting may not be quorate");
        await DidAsync(
            "quorum",
            "the designated nurse declines in Outlook: operations are warned, days ahead, that nobody comes for health"
        );
        await operations.PressAsync("The Rapid Review");
        await operations.PressAsync("Who is invited");
        await operations.PressAsync("Invite somebody");
        await operations.PressAsync("Invite them", Typed(("representative", "lead-health-deputy")));
        // Whoever else is invited in the next minutes is told together with them.
        await host.Moves.HourAsync();
        await MailAsync("lead-health-deputy", $"Rapid Review meeting {reference}");
        Respond(reference, "lead-health-deputy", "accepted");
        foreach (var who in new[] { "head-childrens-services", "lead-police-deputy", "lead-health-deputy" })
        {
            var attendee = Person(who);
            await OpenAsync(attendee, reference, "You are invited");
            if (!attendee.Card.Buttons.Contains("Declare"))
            {
                await attendee.PressAsync("My part in the meeting");
            }

            await attendee.PressAsync("Declare");
            await attendee.PressAsync("Declare this", Typed(("senior", "yes"), ("involved", "no")));
        }

        await DidAsync(
            "quorum",
            "another is invited; those who come for the three partners declare that they are senior and were not involved"
        );
    }

    /// <summary>Returns, in every way there is (B5 to B8).</summary>
    public async Task ReturnsAsync(string reference)
    {
        var trust = await MineAsync("rep-acute-trust", reference);
        await trust.PressAsync("Return the form");
        await trust.FillInAsync(ExampleForm.Return("Acute hospital trust", Today).Marked(Prefix));
        await trust.PressAsync("Return the form");
        await DidAsync("return", "the acute trust returns its form on cards in Teams, each family detail compared");

        var mental = await MineAsync("rep-mental-health-trust", reference);
        await mental.PressAsync("The family is not known");
        await mental.PressAsync("Confirm: the family is not known");
        await DidAsync("return", "the mental health trust confirms that the family is not known: that counts as its return");

        var services = await MineAsync("rep-childrens-services", reference);
        await services.PressAsync("Return the form");
        await services.FillInAsync(ExampleForm.Return("Children's services", Today).Marked(Prefix));
        await services.PressAsync("Return the form");
        await DidAsync("return", "children's services return theirs");

        using (var school = await WebPlayer.SignInAsync(host, "rep-schools"))
        {
            await school.SendAsync("my-agency", new Dictionary<string, string> { ["case"] = reference });
            await school.PressAsync("Return the form");
            await school.FillInAsync(
                ExampleForm.Return("Schools and colleges", Today, names: "Royal Borough of Greenwich, Adult Services").Marked(Prefix)
            );
            await school.PressAsync("Return the form");
        }

        await DidAsync("return", "the schools return theirs on the web page, and name an agency nobody has asked");
        await WordAsync(reference);
        await NamedAsync(reference);
    }

    /// <summary>The general practice sends the Word form back; operations read it in, look through it and return it (B5).</summary>
    private async Task WordAsync(string reference)
    {
        var form = (await MailAsync("rep-general-practice", $"{reference}: Rapid Review"))
            .Attachments.First(file => file.Name.Contains("form", StringComparison.Ordinal))
            .Bytes;
        var filled = WordForm.FilledIn(form, ExampleForm.Return("General practice", Today).Marked(Prefix));
        using var operations = await WebPlayer.SignInAsync(host, "operations-officer");
        var (status, page) = await operations.UploadAsync($"/intake/{reference}/general-practice", "form.docx", filled);
        if (status != System.Net.HttpStatusCode.OK || !page.Contains("is read in", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The Word form was not read in: {page}");
        }

        await operations.SendAsync("home", new Dictionary<string, string>());
        await operations.PressAsync($"Continue {reference}: scoping form");
        await operations.PressAsync(operations.Card.Buttons.Contains("Save and review") ? "Save and review" : "Return the form");
        if (operations.Card.Buttons.Contains("Return the form"))
        {
            await operations.PressAsync("Return the form");
        }

        if (!operations.Card.Text.Contains("The form is returned", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The Word form was not returned:\n{operations.Card.Text}");
        }

        await DidAsync(
            "return",
            "the general practice sends the Word form back; operations read it in, look through it and return it on its behalf"
        );
    }

    /// <summary>The agency named in a return is asked, with a date of its own (B8).</summary>
    private async Task NamedAsync(string reference)
    {
        const string adults = "Royal Borough of Greenwich, Adult Services";
        var operations = await AtAsync("operations-officer", reference);
        await ComesAsync(operations, $"{reference}: An agency is named that has not been asked");
        await operations.PressAsync("The Rapid Review");
        await operations.PressAsync("Agencies");
        await operations.PressAsync($"Add {adults[..20]}");
        await operations.PressAsync("Choose the representative");
        await operations.PressAsync(
            "Save the representative",
            Typed(("who", "Service manager, adult services"), ("email", "adult.services@council.example"))
        );
        await operations.PressAsync("Ask this agency");
        await operations.PressAsync("Send letter and form");
        await UntilAsync(
            () =>
                host
                    .Graph.Outlook.Of("adult.services@council.example")
                    .Inbox.Any(item => item.Attachments.Count == 2 && IsAbout(item, reference)),
            "letter and form to adult services"
        );
        await operations.PressAsync("It does not know the family");
        await operations.PressAsync(
            "Confirm: the family is not known",
            Typed(("who", "Service manager, adult services"), ("heard", "Telephone"))
        );
        await DidAsync(
            "return",
            "adult services, named by the schools, are asked with a date of their own; they answer by telephone that the "
                + "family is not known"
        );
    }
}
