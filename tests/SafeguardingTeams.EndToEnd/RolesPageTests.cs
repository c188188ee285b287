using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.EndToEnd;

/// <summary>
/// Each role goes through everything their first card leads to, and opens what waits for them, at 360 × 740 and on a desktop, while
/// something waits for every role: cases, practice learning, a meeting, an action.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
[Trait(Needs.Name, Needs.Browser)]
public partial class RolesPageTests(Everything everything)
{
    private const string Refer = "Refer a serious incident";
    private const string Learning = "Refer for learning";
    private const string Referrals = "My referrals";
    private const string Tasks = "My tasks";
    private const string Find = "Find a case";
    private const string Actions = "Actions";
    private const string Absences = "Absences";
    private const string ByMail = "Practice learning by mail";
    private const string Reviews = "Reviews and briefings";
    private const string Oversight = "What is late and open";
    private const string Group = "The group";
    private const string Keeping = "How long records are kept";

    /// <summary>By who is signed in: what the first card leads to; what stands behind "More" comes last.</summary>
    private static readonly (string Name, string[] Places)[] Roles =
    [
        ("Paediatrician, acute hospital", [Refer, Learning, Referrals]),
        ("MASH officer", [Refer, Referrals, Tasks, Find, Learning, Absences, Group]),
        (
            "Partnership operations officer",
            [Refer, Referrals, Tasks, Find, Actions, Oversight, Learning, Absences, "Bank holidays", ByMail, Reviews, Group, Keeping]
        ),
        (
            "Chair of the Learning from Practice Group",
            [Refer, Referrals, Tasks, Find, Actions, Oversight, Learning, Absences, Reviews, Group, Keeping]
        ),
        ("Lead representative, police", [Refer, Referrals, Tasks, Find, Oversight, Learning, Absences, Reviews, Group]),
        ("Independent Scrutineer", [Refer, Referrals, Tasks, Find, Actions, Oversight, Learning, Absences, Reviews, Group]),
        ("Notifier for the local authority", [Refer, Referrals, Tasks, Find, Learning, Absences, Group]),
        ("Representative, children's services", [Refer, Referrals, Tasks, Learning, Absences, Group]),
        ("Named nurse, acute hospital trust", [Refer, Referrals, Tasks, Learning, Absences, Group]),
        ("Named GP", [Refer, Referrals, Tasks, Actions, Learning, Absences, Group]),
        ("Detective inspector, police", [Refer, Referrals, Tasks, Learning, Absences, Group]),
        ("Records manager, police", [Refer, Learning, Referrals]),
    ];

    /// <summary>For whom nothing of their own waits in this story.</summary>
    private static readonly string[] Idle = ["Detective inspector, police", "Independent Scrutineer"];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    [Fact]
    public async Task Everything_a_role_is_led_to_opens_fits_a_phone_and_a_desktop_and_has_no_fault_that_axe_finds()
    {
        await using var host = await everything.StartAsync();
        await new Story(host, TextWriter.Null).SomethingWaitsForEverybodyAsync();
        foreach (var (name, places) in Roles)
        {
            await using var open = await everything.Browser.OpenAsync(360, 740);
            await open.Page.GotoAsync(host.WebPage.ToString());
            await open.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
            await open.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
            var screen = Screen.WebPage(open);
            Assert.Equal((name, string.Join(", ", places)), (name, string.Join(", ", await PlacesAsync(screen))));
            await LooksRightAsync(screen, name, "home");

            // The two forms and the absences are the same for everybody, and are opened by the first who may.
            foreach (var place in places.Where(place => place is not (Refer or Learning or Absences) || _seen.Add(place)))
            {
                await open.Page.GotoAsync(host.WebPage.ToString());
                await GoAsync(host, screen, place);
                await LooksRightAsync(screen, name, place);
                var opens = open.Page.Locator(".ac-pushButton:visible", new() { HasTextRegex = new("^Open") });
                if (place == Tasks)
                {
                    Assert.True(await opens.CountAsync() > 0 || Idle.Contains(name), $"Nothing waits for {name}.");
                }

                if (await opens.CountAsync() > 0)
                {
                    await screen.PressAsync(await opens.First.InnerTextAsync());
                    await LooksRightAsync(screen, name, $"{place} opened");
                }
            }
        }

        Assert.Empty(host.Teams.Complaints);
        Assert.Empty(host.Graph.Complaints);
    }

    /// <summary>The buttons of the first card, without their numbers.</summary>
    private static async Task<string[]> PlacesAsync(Screen screen)
    {
        await screen.Page.Locator(".ac-pushButton").First.WaitForAsync();
        var seen = (await screen.Page.Locator(".ac-pushButton:visible").AllInnerTextsAsync()).Select(text => text.Trim()).ToList();
        var mores = screen.Page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true });
        for (var i = 0; i < await mores.CountAsync(); i++)
        {
            await mores.Nth(i).ClickAsync();
            seen.AddRange(await screen.Page.GetByRole(AriaRole.Menuitem).AllInnerTextsAsync());
            await screen.Page.Keyboard.PressAsync("Escape");
        }

        return [.. seen.Where(text => text != "More").Select(text => Number().Replace(text.Trim(), ""))];
    }

    private static async Task GoAsync(RehearsalHost host, Screen screen, string place)
    {
        if (place == "Practice learning by mail")
        {
            // A page of its own, to which a file is brought.
            await screen.Page.GotoAsync(new Uri(host.WebPage, "/intake/practice-learning").ToString());
            return;
        }

        await screen.Page.Locator(".ac-pushButton").First.WaitForAsync();
        if (await screen.Page.Locator(".ac-pushButton:visible", new() { HasTextRegex = new($"^{Regex.Escape(place)}") }).CountAsync() > 0)
        {
            await screen.PressAsync(place);
        }
        else
        {
            await screen.MoreAsync(place);
        }
    }

    /// <summary>At both widths; the checker looks at each kind of card once.</summary>
    private async Task LooksRightAsync(Screen screen, string name, string place)
    {
        var picture = $"roles-{Words().Replace($"{name} {place}", "-").ToLowerInvariant()}";
        await screen.PictureAsync($"{picture}-360");
        if (_seen.Add(await screen.Page.Locator("[role=heading], h1").First.InnerTextAsync()))
        {
            Assert.Empty(await screen.FaultsAsync());
        }

        await screen.Page.SetViewportSizeAsync(1280, 900);
        await screen.PictureAsync($"{picture}-1280");
        await screen.Page.SetViewportSizeAsync(360, 740);
    }

    [GeneratedRegex(@" \(\d+\)$")]
    private static partial Regex Number();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex Words();
}
