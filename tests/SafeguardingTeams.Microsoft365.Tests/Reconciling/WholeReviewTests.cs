using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;
using SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>A whole Rapid Review in Outlook and SharePoint: everything once, and open to exactly those it should be open to.</summary>
[Trait(Needs.Name, Needs.Server)]
public class WholeReviewTests
{
    private static string Case => CaseStory.Id.Value;

    [Fact]
    public async Task Each_plan_of_the_meeting_is_one_event_and_the_one_that_was_cancelled_is_cancelled_for_everybody_B2_B11()
    {
        await using var fixture = await WholeReview.RunAsync(await ReconcileFixture.OpenAsync());
        var events = fixture.Graph.Outlook.Events.Values.OrderBy(item => item.TransactionId, StringComparer.Ordinal).ToList();
        Assert.Equal(
            [(true, WholeReview.Moved, true), (false, WholeReview.PlannedAgain, false)],
            events.Select(item => (item.IsCancelled, item.Start, item.JoinUrl.Length > 0))
        );
        Assert.Equal("Town hall, room 4", events[1].Place);
        var invited = events[1].Attendees.Select(attendee => attendee.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (
            var address in new[]
            {
                "head-childrens-services@people.example",
                "inspector-police@people.example",
                "designated-nurse@people.example",
                WholeReview.Outsider,
                WholeReview.SchoolsNewRepresentative,
                "chair@people.example",
                "scrutineer@people.example",
            }
        )
        {
            Assert.Contains(address, invited);
        }

        Assert.DoesNotContain(WholeReview.Guest, invited);
        Assert.Equal(
            [InboxKind.Invitation, InboxKind.Update, InboxKind.Cancellation, InboxKind.Invitation],
            fixture
                .Graph.Outlook.Of("designated-nurse@people.example")
                .Inbox.Where(item => item.EventId.Length > 0)
                .Select(item => item.Kind)
        );
        Assert.Equal(
            [InboxKind.Invitation, InboxKind.Update, InboxKind.Cancellation, InboxKind.Invitation, InboxKind.Mail, InboxKind.Cancellation],
            fixture.Graph.Outlook.Of(WholeReview.Guest).Inbox.Select(item => item.Kind)
        );
    }

    [Fact]
    public async Task Each_agency_has_one_mail_of_each_kind_and_the_Panel_report_and_letter_B3_B5_B21_B23()
    {
        await using var fixture = await WholeReview.RunAsync(await ReconcileFixture.OpenAsync());
        var mails = fixture.Graph.Outlook.Mails.Values.ToList();
        Assert.DoesNotContain(mails, mail => mail.IsDraft);
        Assert.All(mails, mail => Assert.Single(mail.To));
        Assert.All(mails, mail => Assert.Equal("encrypt", mail.Headers["x-rr-secure"]));
        Assert.Distinct(mails.Select(mail => $"{mail.To[0]} {mail.Subject}"));
        Assert.Equal(
            WholeReview.Agencies.Length + 1,
            mails.Count(mail => mail.Subject.EndsWith("please return the scoping form", StringComparison.Ordinal))
        );
        Assert.Equal(WholeReview.Agencies.Length, mails.Count(mail => mail.Subject.EndsWith("put right", StringComparison.Ordinal)));
        Assert.Equal(6, To(mails, "access to secured records has ended").Count);
        Assert.Equal(["records-acute-trust@people.example", "trustee@charity.example"], To(mails, "access to a folder has ended"));
        Assert.Equal(3, To(mails, "the papers are closed").Count);
        Assert.Equal(
            WholeReview.Agencies.Length,
            mails.Count(mail => mail.Subject.EndsWith("outcome of the Rapid Review", StringComparison.Ordinal))
        );
        Assert.Equal(
            // Of the form, and of the records that are to be secured (B9).
            [WholeReview.SchoolsNewRepresentative, WholeReview.SchoolsNewRepresentative, WholeReview.Outsider, WholeReview.Outsider],
            mails
                .Where(mail => mail.Subject.Contains("reminder", StringComparison.Ordinal))
                .Select(mail => mail.To[0])
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [$"{Case}-letter-to-panel.docx", $"{Case}-report.docx"],
            Assert.Single(mails, mail => mail.To[0] == "panel@panel.example").Attachments.Select(file => file.Name)
        );
        Assert.Contains(mails, mail =>
            mail.To[0] == WholeReview.SchoolsNewRepresentative
            && mail.Subject.EndsWith("outcome of the Rapid Review", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Records_are_open_to_the_nominee_and_operations_alone_and_submissions_lie_apart_B9_B10()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var review = new WholeReview(fixture);
        await review.ToTheLettersAsync();
        await review.ToThePackAsync();
        var (site, directory) = (fixture.Graph.SharePoint, fixture.Graph.Directory);
        Assert.Equal(WholeReview.Agencies.Order(StringComparer.Ordinal), Names(site.SecuredRecords));
        Assert.Equal(WholeReview.Agencies.Order(StringComparer.Ordinal), Names(site.Submissions));
        foreach (
            var (agency, nominee) in new[]
            {
                ("police", "rep-police@people.example"),
                ("acute-trust", "records-acute-trust@people.example"),
                ("childrens-services", "rep-childrens-services@people.example"),
                ("charity", "trustee@charity.example"),
            }
        )
        {
            Assert.Equal(
                new[] { nominee, "operations", "this system" }.Order(StringComparer.Ordinal),
                EndState.Holders(fixture.Graph, site.SecuredRecords, $"/{Case}/{agency}")
            );
            Assert.Equal(["operations", "this system"], EndState.Holders(fixture.Graph, site.Submissions, $"/{Case}/{agency}"));
        }

        Assert.Equal(["operations", "this system"], EndState.Holders(fixture.Graph, site.SecuredRecords, $"/{Case}/schools"));
        var police = Assert.Single(site.SecuredRecords.Items.Values, item => item.Name == "police");
        site.OperationsMembers = ["be697212-6d61-4950-a1b7-d4c8018a9fea"];
        Assert.True(site.MayOpen(Assert.Single(directory.With("rep-police@people.example")).Id, site.SecuredRecords, police.Id));
        Assert.True(site.MayOpen("be697212-6d61-4950-a1b7-d4c8018a9fea", site.SecuredRecords, police.Id));
        Assert.False(site.MayOpen(Assert.Single(directory.With("records-police@people.example")).Id, site.SecuredRecords, police.Id));
        Assert.False(site.MayOpen(Assert.Single(directory.With("inspector-police@people.example")).Id, site.SecuredRecords, police.Id));
        Assert.Equal([$"/{Case}/acute-trust/{Case}-return-1.docx", $"/{Case}/police/{Case}-return-1.docx"], Files(site.Submissions));
        Assert.Empty(Files(site.SecuredRecords));

        await review.ToTheEndAsync();
        Assert.All(WholeReview.Agencies, agency =>
            Assert.Equal(["operations", "this system"], EndState.Holders(fixture.Graph, site.SecuredRecords, $"/{Case}/{agency}"))
        );
        Assert.Equal(["operations", "this system"], EndState.Holders(fixture.Graph, site.CaseRecords, $"/{Case}/pack"));
    }

    [Fact]
    public async Task The_pack_holds_every_paper_and_is_open_to_those_alone_who_have_declared_B12_B13()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var review = new WholeReview(fixture);
        await review.ToTheLettersAsync();
        await review.ToThePackAsync();
        var cases = fixture.Graph.SharePoint.CaseRecords;
        Assert.Equal(
            [
                "designated-nurse@people.example",
                "head-childrens-services@people.example",
                "inspector-police@people.example",
                "operations",
                "this system",
            ],
            EndState.Holders(fixture.Graph, cases, $"/{Case}/pack")
        );
        Assert.All(
            cases
                .Items.Values.Where(item => item.Name == "pack")
                .SelectMany(pack => cases.PermissionsOf(pack.Id))
                .Where(grant => grant.Kind == HolderKind.User),
            grant => Assert.Equal("read", grant.Role)
        );
        Assert.Equal(["operations", "this system"], EndState.Holders(fixture.Graph, cases, $"/{Case}"));
        Assert.Equal(["operations", "this system"], EndState.Holders(fixture.Graph, cases, $"/{Case}/papers"));
        var names = Files(cases)
            .Where(path => path.StartsWith($"/{Case}/pack/", StringComparison.Ordinal))
            .Select(path => path[$"/{Case}/pack/{Case}-".Length..])
            .ToList();
        Assert.All(names, name => Assert.EndsWith(".pdf", name, StringComparison.Ordinal));
        foreach (var paper in new[] { "referral.pdf", "return-police-1.pdf", "return-acute-trust-1.pdf" })
        {
            Assert.Contains(paper, names);
        }

        Assert.Single(names, name => name.StartsWith("notification-", StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.StartsWith("return-general-practice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_cannot_be_let_in_keeps_nobody_else_from_the_pack_and_nobody_in_it_B12_B13()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var review = new WholeReview(fixture);
        await review.ToTheLettersAsync();
        await review.StepAsync(new DeclareForMeeting(CaseStory.Id, "inspector-police", true, true), "inspector-police");
        await review.StepAsync(new DeclareForMeeting(CaseStory.Id, "designated-nurse", true, true), "designated-nurse");
        await review.StepAsync(new SharePack(CaseStory.Id), "operations-officer");
        fixture.Graph.Faults.Weather = (_, template) => template == "/invitations" ? new GraphFault(403, "accessDenied") : null;
        await review.StepAsync(new DeclareForMeeting(CaseStory.Id, "consultant", true, true), "operations-officer");
        var cases = fixture.Graph.SharePoint.CaseRecords;
        Assert.Equal(
            ["designated-nurse@people.example", "inspector-police@people.example", "operations", "this system"],
            EndState.Holders(fixture.Graph, cases, $"/{Case}/pack")
        );
        Assert.Contains(
            "Consultant paediatrician",
            Assert.Single(await fixture.DeadLettered.ReadAsync(CancellationToken.None)).Why,
            StringComparison.Ordinal
        );
        await review.StepAsync(
            new DeclareForMeeting(CaseStory.Id, "inspector-police", true, false, "Knew the family."),
            "inspector-police"
        );
        Assert.Equal(
            ["designated-nurse@people.example", "operations", "this system"],
            EndState.Holders(fixture.Graph, cases, $"/{Case}/pack")
        );
        fixture.Graph.Faults.Weather = null;
        await fixture.DeadLettered.RetryAsync(CancellationToken.None);
        await fixture.SettleAsync();
        Assert.Contains(WholeReview.Guest, EndState.Holders(fixture.Graph, cases, $"/{Case}/pack"));
        Assert.Empty(await fixture.DeadLettered.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_return_that_was_put_right_takes_the_place_of_the_old_one_in_the_pack_and_the_old_one_stays_among_the_papers_B13()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var review = new WholeReview(fixture);
        await review.ToTheLettersAsync();
        await review.ToThePackAsync();
        var file = await fixture.FileAsync();
        await review.StepAsync(
            new ReturnScoping(
                CaseStory.Id,
                "police",
                false,
                Domain.Forms.Answers.None,
                "on a card",
                "It was about another family.",
                Again: true
            ),
            "rep-police"
        );
        var cases = fixture.Graph.SharePoint.CaseRecords;
        Assert.DoesNotContain(Files(cases), path => path.StartsWith($"/{Case}/pack/{Case}-return-police", StringComparison.Ordinal));
        Assert.Contains($"/{Case}/papers/{Case}-return-police-1.docx", Files(cases));
        Assert.Single(Files(cases), path => path.StartsWith($"/{Case}/pack/{Case}-chronology", StringComparison.Ordinal));
        Assert.Single(Files(cases), path => path.StartsWith($"/{Case}/pack/{Case}-notification", StringComparison.Ordinal));
        Assert.Empty(fixture.Graph.Complaints);
        Assert.NotEqual(file.Version, (await fixture.FileAsync()).Version);
    }

    [Fact]
    public async Task Nothing_wrong_is_asked_of_Graph_and_nothing_names_the_child_F2()
    {
        await using var fixture = await WholeReview.RunAsync(await ReconcileFixture.OpenAsync());
        var graph = fixture.Graph;
        Assert.Empty(graph.Complaints);
        Assert.DoesNotContain("stuck ", await EndState.OfAsync(fixture), StringComparison.Ordinal);
        string[] shown =
        [
            .. graph.Outlook.Events.Values.SelectMany(item => new[] { item.Subject, item.Html, item.Place, item.TransactionId }),
            .. graph.Outlook.Mails.Values.SelectMany(mail =>
                new[] { mail.Subject, mail.Html }.Concat(mail.Attachments.Select(file => file.Name)).Concat(mail.Properties.Values)
            ),
            .. graph.Outlook.People.SelectMany(person => person.Inbox).SelectMany(item => new[] { item.Subject, item.Html }),
            .. graph.SharePoint.Drives.SelectMany(drive => drive.Items.Values.Select(item => item.Name)),
            .. graph.Requests.SelectMany(request => new[] { Uri.UnescapeDataString(request.Query), request.Body }),
        ];
        foreach (var mark in new[] { "Child A", "943 476 5919", "9434765919" })
        {
            Assert.DoesNotContain(shown, text => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task The_permissions_used_are_those_the_documentation_asks_an_administrator_for()
    {
        await using var fixture = await WholeReview.RunAsync(await ReconcileFixture.OpenAsync());
        var text = await File.ReadAllTextAsync(Path.Combine(Approved.Root, "docs/configuration.md"));
        var table = text[text.IndexOf("| permission | for |", StringComparison.Ordinal)..];
        var told = table
            .Split('\n')
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .SelectMany(line => line.Split('|')[1].Split('`').Where((_, i) => i % 2 == 1))
            .Where(word => word.Contains('.', StringComparison.Ordinal));
        Assert.Equal(told.Order(StringComparer.Ordinal), fixture.Graph.PermissionsUsed.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Names(LibraryDrive drive) =>
        drive.In(Assert.Single(drive.In(null)).Id).Where(item => item.IsFolder).Select(item => item.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Files(LibraryDrive drive) =>
        drive.Items.Values.Where(item => !item.IsFolder).Select(item => drive.PathOf(item.Id)).Order(StringComparer.Ordinal);

    /// <summary>Who was written to, by how the subject ends.</summary>
    private static List<string> To(IEnumerable<StoredMail> mails, string subject) =>
        [.. mails.Where(mail => mail.Subject.EndsWith(subject, StringComparison.Ordinal)).Select(mail => mail.To[0]).Order()];
}
