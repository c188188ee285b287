using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>What is late and open, for whoever oversees the work (E5).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class OversightTests(Emulator emulator)
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task What_is_late_and_who_is_waited_for_is_read_with_three_requests_and_counted_with_the_year_E5()
    {
        using var fixture = await WithALateCaseAsync();
        var before = fixture.Requests.Now;
        var view = await fixture.Oversight.OfAsync(AppFixture.Holder(Role.Operations), Stop);
        Assert.Equal((3, 0), fixture.Requests.Since(before));
        var late = Assert.Single(view.Late, one => one.What == Domain.Cases.TaskKind.InformLeads);
        Assert.Equal((RecordRef.Of(CaseStory.Id), "Chair"), (late.Record, late.Who));
        var open = Assert.Single(view.Open);
        Assert.Equal((RecordRef.Of(CaseStory.Id), "AwaitingRecommendation"), (open.Record, open.Stage));
        Assert.Equal(view.Late.Min(one => one.Due), open.Next);
        Assert.Equal(1, view.Year.Single(one => one is { Table: "incidents", Row: "referred" }).Count);
    }

    [Theory]
    [InlineData(Role.Operations, true)]
    [InlineData(Role.Chair, true)]
    [InlineData(Role.Scrutineer, true)]
    [InlineData(Role.LeadPolice, false)]
    public async Task A_lead_sees_what_waits_for_themselves_and_no_case_beside_E5_F2(Role role, bool sees)
    {
        using var fixture = await WithALateCaseAsync();
        var actor = AppFixture.Holder(role);
        Assert.True(OversightLists.May(actor));
        var view = await fixture.Oversight.OfAsync(actor, Stop);
        Assert.Equal(sees, view.Open.Count > 0);
        Assert.Equal(sees, view.Late.Count > 0);
        Assert.NotEmpty(view.Year);
    }

    [Fact]
    public async Task A_case_that_operations_have_not_received_stands_on_no_list_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer);
        fixture.Clock.Set(new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
        foreach (var role in new[] { Role.Operations, Role.Chair, Role.Scrutineer, Role.LeadPolice })
        {
            var view = await fixture.Oversight.OfAsync(AppFixture.Holder(role), Stop);
            Assert.Empty(view.Late);
            Assert.Empty(view.Open);
        }
    }

    [Fact]
    public async Task It_opens_from_Home_and_its_lists_as_a_workbook_and_is_nothing_to_anybody_else_E5_F2()
    {
        using var fixture = await WithALateCaseAsync();
        var chair = await new Hands(fixture, Hands.Of("chair")).HomeAsync();
        await chair.PressAsync("What is late and open");
        Assert.Contains("late, 1 open", chair.Card.Text, StringComparison.Ordinal);
        Assert.Equal(
            "oversight-2026-11-20.xlsx",
            Assert.IsType<PaperEnd.Drawn>(await fixture.OversightPapers.ExcelAsync(As(Hands.Of("chair")), null, Stop)).Name
        );

        await chair.PressAsync("Open it");
        Assert.Contains($"Serious incident referral {CaseStory.Id}", chair.Card.Text.Replace('\u2011', '-'), StringComparison.Ordinal);

        var practitioner = await new Hands(fixture, Hands.School).HomeAsync();
        Assert.DoesNotContain("What is late and open", practitioner.Card.Buttons);
        await practitioner.SendAsync("oversight", []);
        Assert.Contains("Not available", practitioner.Card.Text, StringComparison.Ordinal);
        await practitioner.SendAsync("open-case", new() { ["in:which"] = CaseStory.Id.Value });
        Assert.DoesNotContain("Serious incident referral", practitioner.Card.Text, StringComparison.Ordinal);
        Assert.IsType<PaperEnd.NotThere>(await fixture.OversightPapers.ExcelAsync(As(Hands.School), null, Stop));
        Assert.IsType<PaperEnd.NotThere>(await fixture.OversightPapers.ExcelAsync(As(Hands.Of("mash-officer")), null, Stop));
    }

    [Fact]
    public async Task The_page_of_the_tab_costs_three_requests_and_is_nothing_to_anybody_else_E5_F2()
    {
        using var fixture = await WithALateCaseAsync();
        var page = new Uri("https://page.example/");
        await fixture.OversightPapers.PageAsync(As(Hands.Of("chair")), page, Stop);
        var before = fixture.Requests.Now;
        var drawn = await fixture.OversightPapers.PageAsync(As(Hands.Of("chair")), page, Stop);
        Assert.Equal((3, 0), fixture.Requests.Since(before));
        Assert.Contains($"href=\"https://page.example/?open={CaseStory.Id}\"", drawn, StringComparison.Ordinal);
        before = fixture.Requests.Now;
        Assert.Null(await fixture.OversightPapers.PageAsync(As(Hands.Of("mash-officer")), page, Stop));
        Assert.Null(await fixture.OversightPapers.PageAsync(As(Hands.School), page, Stop));
        Assert.Equal((0, 0), fixture.Requests.Since(before));
    }

    [Fact]
    public async Task What_waits_for_the_reader_is_a_list_of_its_own_and_a_case_says_since_when_it_is_open_E5()
    {
        using var fixture = await WithALateCaseAsync();
        var chair = await fixture.Oversight.OfAsync(AppFixture.Holder(Role.Chair), Stop);
        Assert.Contains(chair.Mine, one => one is { What: Domain.Cases.TaskKind.InformLeads, Late: true });
        Assert.Equal(new DateOnly(2026, 11, 2), Assert.Single(chair.Open).Since);
        Assert.Empty((await fixture.Oversight.OfAsync(AppFixture.Holder(Role.LeadPolice), Stop)).Mine);
    }

    private async Task<AppFixture> WithALateCaseAsync()
    {
        var fixture = await emulator.OpenAsync();
        await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer);
        await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        await fixture.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer));
        fixture.Clock.Set(new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
        return fixture;
    }

    private static CardAction As(Rehearsal.People.CastMember member) =>
        new(new(member.TenantId, member.ObjectId), member.Name, "document-oversight", new Dictionary<string, string>(), "test");
}
