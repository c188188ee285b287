using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>Secured records, a late return, the meeting, the approval, the Panel (B9 to B25).</summary>
public sealed partial class Story
{
    private static readonly byte[] Paper = "%PDF-1.4 a paper for practising"u8.ToArray();

    /// <summary>The acute trust secures its records in four steps; its nominee changes (B9).</summary>
    public async Task SecureAsync(string reference)
    {
        var trust = await MineAsync("rep-acute-trust", reference);
        await trust.PressAsync("Secure the records");
        foreach (
            var (step, said) in new[]
            {
                ("Involvement checked", "Two paper files and an electronic record."),
                ("Records secured", "A locked cabinet in the safeguarding office."),
                ("Working copy", "A copy is with the ward, locked."),
            }
        )
        {
            await trust.PressAsync(step);
            await trust.PressAsync("Confirm it", Typed(("said", Prefix + said)));
        }

        await trust.PressAsync("Name the nominee");
        await trust.PressAsync("Save the nominee", Typed(("nominee", "records-acute-trust")));
        using (var page = await WebPlayer.SignInAsync(host, "rep-acute-trust"))
        {
            var (status, text) = await page.UploadAsync($"/secured/{reference}/acute-trust", "notes of the ward.pdf", Paper);
            if (status != System.Net.HttpStatusCode.OK || text.Contains("notes of the ward", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The record was not secured: {text}");
            }
        }

        await DidAsync(
            "secure",
            "the acute trust confirms four steps, names its nominee, and puts a record into its folder through the page"
        );
        await UntilAsync(() => MayOpen("records-acute-trust@people.example", reference, "acute-trust"), "the nominee's access");
        await trust.PressAsync("Change the nominee");
        await trust.PressAsync(
            "Save the nominee",
            Typed(
                ("nominee", "other"),
                ("who", "Head of records, acute hospital trust"),
                ("email", "head.records@trust.example"),
                ("reason", Prefix + "The records manager treated the child.")
            )
        );
        await UntilAsync(
            () =>
                MayOpen("head.records@trust.example", reference, "acute-trust")
                && !MayOpen("records-acute-trust@people.example", reference, "acute-trust"),
            "the new nominee's access"
        );
        await DidAsync(
            "secure",
            "the nominee changes: the new one can open the folder, the earlier one and everybody else of the trust cannot"
        );
    }

    /// <summary>The police have not returned: their representative is reminded, then their member of the group is asked (RO11).</summary>
    public async Task LateAsync(string reference)
    {
        var member = Person("inspector-police");
        for (
            var day = 0;
            day < 9
                && !member.Chat.Messages.Any(message => message.FromBot && message.Summary.StartsWith(reference, StringComparison.Ordinal));
            day++
        )
        {
            await host.Moves.WorkingDayAsync();
        }

        await ComesAsync(member, reference);
        await ComesAsync(Person("rep-police"), $"{reference}: Due the next working day");

        await DidAsync(
            "late",
            $"it is {SafeguardingTeams.Domain.Calendar.London.Local(host.Clock.GetUtcNow()):dddd d MMMM}: the police are late; "
                + "the representative was reminded the working day before, the member of the group is asked"
        );
        var police = await AtAsync("rep-police", reference);
        await police.SendAsync("my-agency", new Dictionary<string, string> { ["case"] = reference });
        await police.PressAsync("Return the form");
        await police.FillInAsync(ExampleForm.Return("Metropolitan Police Service", Today).Marked(Prefix));
        await police.PressAsync("Return the form");
        await DidAsync("late", "the police return");
    }

    /// <summary>The papers are put in and shared with those who have declared (B13).</summary>
    public async Task PapersAsync(string reference)
    {
        using (var page = await WebPlayer.SignInAsync(host, "operations-officer"))
        {
            await page.UploadAsync($"/papers/{reference}/notification", "sin.pdf", Paper);
            var (status, bytes) = await page.GetAsync($"/documents/{reference}/chronology");
            if (status != System.Net.HttpStatusCode.OK || bytes.Length == 0)
            {
                throw new InvalidOperationException("There is no combined chronology.");
            }
        }

        var operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("The Rapid Review");
        await operations.PressAsync("The papers");
        await operations.PressAsync("Share the documents");
        await operations.PressAsync("Share the documents");
        await DidAsync(
            "papers",
            "the copy of the notification is put in; the papers are shared with those who have declared, with one combined chronology"
        );
    }

    /// <summary>The meeting: who is here, the record, the recommendation (B14 to B19).</summary>
    public async Task MeetAsync(string reference)
    {
        await host.Moves.ToAsync(_meeting);
        var chair = await AtAsync("chair", reference);
        await chair.PressAsync("At the meeting");
        await chair.PressAsync("Fill in the record");
        await chair.FillInAsync(ExampleForm.Record(Today).Marked(Prefix));
        await chair.PressAsync("Record what is here");
        if (chair.Card.Buttons.Contains("Agree the recommendation"))
        {
            throw new InvalidOperationException("A meeting without quorum could agree a recommendation.");
        }

        await DidAsync("meet", "the Chair records what the meeting finds; without a quorum nothing can be agreed yet");
        await chair.PressAsync("Record who is here");
        await chair.PressAsync("Save who is here", Typed(("present", string.Join(',', chair.Card.Choices("present")))));
        await chair.PressAsync("Agree the recommendation");
        await chair.PressAsync("Agree the recommendation");
        await DidAsync("meet", "all three partners are represented: a local review is recommended, unanimously");
    }

    /// <summary>The three leads approve on their phones (B20).</summary>
    public async Task ApproveAsync(string reference)
    {
        foreach (var key in Leads)
        {
            var lead = Person(key);
            await OpenAsync(lead, reference, "Please approve");
            if (!lead.Card.Buttons.Contains("Approve"))
            {
                await lead.PressAsync("Approve the recommendation");
            }

            await lead.PressAsync("Approve");
        }

        await DidAsync("approve", "the three leads approve, one tap each");
    }

    /// <summary>Report and letter go to the Panel; everybody is told; the Panel answers (B21 to B25).</summary>
    public async Task PanelAsync(string reference)
    {
        var operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Send report and letter");
        await operations.PressAsync("Send to the national Panel");
        await UntilAsync(
            () =>
                host
                    .Graph.Outlook.Of("panel@panel.example")
                    .Inbox.Any(item => item.Kind == InboxKind.Mail && item.Attachments.Count == 2 && IsAbout(item, reference)),
            "report and letter at the Panel"
        );
        foreach (var agency in Asked)
        {
            await MailAsync($"rep-{agency}", $"{reference}: outcome");
        }

        await DidAsync(
            "panel",
            "report and letter are in the Panel's mailbox; every agency is told the outcome and reminded of its inspectorate"
        );
        await host.Moves.WorkingDayAsync();
        await operations.SendAsync("open-case", new Dictionary<string, string> { ["case"] = reference });
        await operations.PressAsync("Record the Panel's answer");
        await operations.PressAsync(
            "The Panel concurs",
            Typed(("text", Prefix + "The Panel agrees that a local review is proportionate."))
        );
        await operations.PressAsync("End access to the records");
        await operations.PressAsync("Yes, end access");
        await UntilAsync(() => !MayOpen("head.records@trust.example", reference, "acute-trust"), "the end of the nominee's access");
        await DidAsync("panel", "the Panel concurs; access to the secured records is ended");
    }

    private bool MayOpen(string address, string reference, string agency)
    {
        var drive = host.Graph.SharePoint.SecuredRecords;
        return host.Graph.Directory.With(address).FirstOrDefault() is { } account
            && drive.Items.Values.FirstOrDefault(item =>
                item.Name == agency && drive.PathOf(item.Id).Contains(reference, StringComparison.Ordinal)
            )
                is { } folder
            && host.Graph.SharePoint.MayOpen(account.Id, drive, folder.Id);
    }
}
