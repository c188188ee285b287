using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.Absences;
using SafeguardingTeams.Presentation.Steps.AccessReview;
using SafeguardingTeams.Presentation.Steps.PeopleAndRoles;
using SafeguardingTeams.Presentation.Steps.Preparing;
using SafeguardingTeams.Presentation.Steps.Reassigning;
using SafeguardingTeams.Presentation.Steps.Seats;
using SafeguardingTeams.Presentation.Steps.SecuredRecords;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>
/// Five thousand people in the partnership's list: every card that lists people is one that Teams takes, and everybody is to be found.
/// </summary>
public class ManyPeopleTests
{
    /// <summary>Bytes of UTF-16 of a card with a list of them; Teams takes some 100,000.</summary>
    private const int Most = 40_000;

    private static readonly CardContext Context = Gallery.Context(CaseStory.Somebody(Role.Operations));

    private static readonly ImmutableList<Actor> Actors =
    [
        .. Enumerable
            .Range(0, 5_000)
            .Select(i => new Actor(
                $"manager-of-ward-{i}",
                $"Manager of ward {i}, safeguarding children and young people",
                $"trust-{i % 50}",
                $"The University Hospitals NHS Foundation Trust of place {i % 50}",
                "t/o",
                [Role.AgencyRepresentative]
            )),
    ];

    private static readonly Roster Roster = new(
        [
            .. Actors.Select(one => new RosterPerson(
                one.PersonId,
                one.Display,
                one.AgencyId,
                "",
                [],
                [new(Role.Chair, default, null, [])],
                null
            )),
        ],
        Actors
            .DistinctBy(one => one.AgencyId)
            .ToImmutableSortedDictionary(one => one.AgencyId, one => one.AgencyName, StringComparer.Ordinal),
        ImmutableSortedDictionary<string, ImmutableList<string>>.Empty
    );

    private static readonly CaseFile File = CaseStory.At(Stage.UnderReview).File;

    private static readonly GroupFile Group = new() { Stage = GroupStage.Open };

    private static readonly (string, string, Role?)[] Agencies = [("police", "Metropolitan Police", Role.LeadPolice)];

    private static Dictionary<string, Func<Filled, AdaptiveCard>> Cards =>
        new()
        {
            ["invite somebody"] = filled => AttendeeCards.Invite(File, Actors, Agencies, filled, Context),
            ["who answers"] = filled => AgencyCards.Representative(File, File.Review.Agency("police")!, Actors, filled, Context),
            ["the nominee"] = filled => SecuringCards.Nominee(File, File.Review.Agency("police")!, Actors, filled, Context),
            ["hand over in a case"] = filled => HandOverCard.Draw(File, [.. Actors.Select(one => (Role.Chair, one))], filled, Context),
            ["absences"] = filled =>
                AbsencesCard.Draw(
                    Actors,
                    [.. Actors.Select(one => new AbsenceLine(one.PersonId, one.Display, default, default))],
                    filled,
                    null,
                    Context
                ),
            ["fill a seat"] = filled => SeatCards.FillHolder("Designated nurse", Actors, filled, Context),
            ["hand over a role"] = filled => PeopleForms.HandOver(Roster, Roster.People[0], filled, Context),
            ["deputies"] = filled => PeopleForms.StandIn(Roster, Roster.People[0], Roster.People[0].Roles[0], filled, Context),
        };

    public static TheoryData<string> Names => [.. Cards.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_to_choose_somebody_stays_within_its_bytes_and_finds_whoever_is_looked_for(string name)
    {
        var draw = Cards[name];
        var opened = draw(Filled.Nothing);
        Assert.InRange(CardJson.Write(opened).Length * 2, 1, Most);
        Assert.Contains(CardJson.Flat(opened.Body).OfType<InputText>(), box =>
            box.Label.StartsWith("Find somebody", StringComparison.Ordinal)
        );

        var found = draw(new(new Dictionary<string, string> { ["find"] = " WARD  4321 " }, []));
        Assert.InRange(CardJson.Write(found).Length * 2, 1, Most);
        Assert.Contains(Choices(found), choice => choice.Value.EndsWith("manager-of-ward-4321", StringComparison.Ordinal));
        Assert.DoesNotContain(Choices(found), choice => choice.Value.EndsWith("manager-of-ward-4322", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("absences", "person", "manager-of-ward-4999")]
    [InlineData("invite somebody", "representative", "manager-of-ward-4999")]
    [InlineData("hand over in a case", "to", "Chair/manager-of-ward-4999")]
    [InlineData("deputies", "deputy2", "manager-of-ward-4999")]
    public void Whoever_was_chosen_stays_chosen_while_somebody_else_is_looked_for(string name, string field, string chosen)
    {
        var card = Cards[name](new(new Dictionary<string, string> { ["find"] = "ward 17", [field] = chosen }, []));
        var choice = CardJson
            .Flat(card.Body)
            .OfType<InputChoiceSet>()
            .Single(set => set.Id.StartsWith($"{field}__", StringComparison.Ordinal));
        Assert.Equal(chosen, choice.Value);
        Assert.Contains(choice.Choices, one => one.Value == chosen);
    }

    [Theory]
    [InlineData("", "30 of 5000 are listed")]
    [InlineData("ward 4321", "1 found")]
    [InlineData("police station", "Nobody is found")]
    public void It_is_said_how_many_are_found_and_how_many_listed(string find, string said) =>
        Assert.Contains(
            said,
            System.Text.Encoding.UTF8.GetString(
                CardJson.Write(Cards["fill a seat"](new(new Dictionary<string, string> { ["find"] = find }, []))).Span
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Among_few_there_is_only_the_list()
    {
        var card = AttendeeCards.Invite(File, Actors.Take(100).ToImmutableList(), Agencies, Filled.Nothing, Context);
        Assert.DoesNotContain(CardJson.Flat(card.Body).OfType<InputText>(), box => box.Id.StartsWith("find", StringComparison.Ordinal));
        Assert.Equal(
            // Somebody else, and another agency.
            102,
            Choices(card).Count(choice => choice.Value.StartsWith("manager", StringComparison.Ordinal) || choice.Value == "other")
        );
        Assert.True(CardJson.Fits(card));
    }

    [Fact]
    public void The_lists_of_people_are_in_pages()
    {
        AccessLine[] access =
        [
            .. Actors.Select(one => new AccessLine(
                $"person:{one.PersonId}",
                one.Display,
                one.AgencyName,
                ["Representative"],
                one.PersonId
            )),
        ];
        AdaptiveCard[] cards =
        [
            PeopleCards.List(Roster, Group, "", 0, null, Context),
            PeopleCards.List(Roster, Group, "ward", 300, null, Context),
            AccessReviewCards.Draw(Roster, Group, access, [.. Actors.Select(one => one.Display)], 3, Filled.Nothing, null, Context),
        ];
        Assert.All(cards, card => Assert.InRange(CardJson.Write(card).Length * 2, 1, Most));
    }

    private static IEnumerable<InputChoice> Choices(AdaptiveCard card) =>
        CardJson.Flat(card.Body).OfType<InputChoiceSet>().SelectMany(set => set.Choices);
}
