using System.Text.Json;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.StandIns.Teams;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>Somebody at a card, without any channel between.</summary>
internal sealed class Hands(AppFixture fixture, CastMember member)
{
    internal CardView Card { get; private set; } = new(default);

    internal static CastMember Paediatrician => Cast.Practitioners[0];

    internal static CastMember School => Cast.Practitioners[1];

    internal static CastMember Police => Cast.Practitioners[2];

    /// <summary>Somebody of the partnership's file: those who have no role but in a case too.</summary>
    internal static CastMember Of(string personId) =>
        Cast.Of(Configuration()).FirstOrDefault(member => member.Key == personId) ?? ByTheFile(personId);

    private static CastMember ByTheFile(string personId)
    {
        var person = Configuration().People.First(person => person.Id == personId);
        return new(personId, person.Display, person.Accounts[0].TenantId, person.Accounts[0].ObjectId, "");
    }

    internal async Task<Hands> HomeAsync()
    {
        await SendAsync("home", new());
        if (Card.Inputs.ContainsKey("agency"))
        {
            await PressAsync("Continue", ("agency", "acute-trust"));
        }

        return this;
    }

    internal async Task<CardView> PressAsync(string title, params (string Name, string Value)[] typed)
    {
        var (verb, data) = Card.CardInvocation(title, typed.ToDictionary(pair => pair.Name, pair => pair.Value));
        return await SendAsync(verb, data);
    }

    internal async Task<CardView> SendAsync(string verb, Dictionary<string, string> data)
    {
        var reply = await fixture.Cards.AnswerAsync(
            new(new(member.TenantId, member.ObjectId), member.Name, verb, data, "test"),
            CancellationToken.None
        );
        return Card = new(JsonDocument.Parse(Assert.IsType<CardReply.Card>(reply).Json).RootElement);
    }

    /// <summary>Fills in the whole form and stops at the review.</summary>
    internal async Task FillInAsync(ExampleReferral? example = null)
    {
        example ??= ExampleReferral.Before(new(2026, 11, 2));
        await PressAsync("Refer a serious incident");
        foreach (var page in example.Pages)
        {
            var rows = example.Rows.GetValueOrDefault(page);
            foreach (var row in rows ?? [])
            {
                await PressAsync("Add a");
                while (!Card.Buttons.Contains("Save"))
                {
                    await PressAsync("Continue", Of(row));
                }

                await PressAsync("Save", Of(row));
            }

            await PressAsync("Continue", rows is null ? Of(example.Answers[page]) : []);
        }
    }

    internal async Task<string> ReferAsync()
    {
        await HomeAsync();
        await FillInAsync();
        await PressAsync("Send to the Greenwich MASH");
        return Card.Text.Split('\n').First(line => line.StartsWith("Reference ", StringComparison.Ordinal))[10..];
    }

    internal async Task OpenAsync(string reference) => await SendAsync("open-case", new() { ["case"] = reference });

    private (string, string)[] Of(IReadOnlyDictionary<string, string> answers) =>
        [.. answers.Where(pair => Card.Inputs.ContainsKey(pair.Key)).Select(pair => (pair.Key, pair.Value))];

    private static App.Configuration.PartnershipFile Configuration() =>
        App.Configuration.PartnershipFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "partnership.json"))).File!;
}
