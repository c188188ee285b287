using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Typing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Typing;

/// <summary>No address is kept anywhere that no mail can go to: one check of all places that take one.</summary>
public class AddressTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    public static TheoryData<string> None { get; } =
    [
        "x@y.org;",
        "<x@y.org>",
        "mailto:x@y.org",
        "x@y.org.",
        "x@y,org",
        "x@y",
        "x@y..org",
        "x@-y.org",
        "x y@z.org",
        "x@y@z.org",
        ".x@y.org",
        "x..y@z.org",
        "x@y.1",
        "x@y_z.org",
        "x@y.org\u200b",
        "Somebody <x@y.org>",
        "x@y.org, z@y.org",
    ];

    [Theory]
    [MemberData(nameof(None))]
    public void What_no_address_can_be_is_refused_wherever_one_is_given(string text)
    {
        Assert.False(Address.IsOne(text));
        Assert.Equal("email", Contacts.Refuse(new("", "Head of unit", text))?.Field);
        Assert.Equal("email", NamedPerson.RefuseEmail(text)?.Field);
        var owner = ActionStory.Outside with { Email = text };
        Assert.Contains(
            "owneremail",
            owner.Refusals(CaseStory.At(Stage.Notified).Context(ReviewStory.Operations)).Select(refusal => refusal.Field)
        );
        var line = new Question("email", "Email", new AnswerKind.Line(Format: LineFormat.Email), Needed.Optional);
        Assert.Single(Checking.Problems([line], _ => text, Today, "page", null));
    }

    [Theory]
    [InlineData("name@council.gov.uk")]
    [InlineData("o'brien+mash@nhs.net")]
    [InlineData("j.smith-2@a-b.example")]
    [InlineData("andré@münchen.example")]
    public void What_is_an_address_is_taken(string text) => Assert.True(Address.IsOne(text));
}
