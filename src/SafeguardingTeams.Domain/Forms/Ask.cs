using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Forms;

/// <summary>Short ways to write the questions that come again and again, and the lists of choices.</summary>
internal static class Ask
{
    internal static readonly AnswerKind.Choice YesNoNotKnown = new([new("yes", "Yes"), new("no", "No"), new("not-known", "Not known")]);

    /// <summary>The groups of the 2021 census of England and Wales, shortest wording.</summary>
    internal static readonly AnswerKind.Choice EthnicOrigin = Choice(
        ("asian-bangladeshi", "Asian: Bangladeshi"),
        ("asian-chinese", "Asian: Chinese"),
        ("asian-indian", "Asian: Indian"),
        ("asian-pakistani", "Asian: Pakistani"),
        ("asian-other", "Asian: any other"),
        ("black-african", "Black: African"),
        ("black-caribbean", "Black: Caribbean"),
        ("black-other", "Black: any other"),
        ("mixed-white-asian", "Mixed: White and Asian"),
        ("mixed-white-black-african", "Mixed: White and Black African"),
        ("mixed-white-black-caribbean", "Mixed: White and Black Caribbean"),
        ("mixed-other", "Mixed: any other"),
        ("white-british", "White: British"),
        ("white-irish", "White: Irish"),
        ("white-gypsy-traveller", "White: Gypsy or Irish Traveller"),
        ("white-roma", "White: Roma"),
        ("white-other", "White: any other"),
        ("arab", "Arab"),
        ("other", "Any other"),
        ("not-known", "Not known")
    );

    internal static AnswerKind.Choice Choice(params (string Value, string Label)[] options) =>
        new([.. options.Select(option => new Option(option.Value, option.Label))]);

    internal static Question Line(
        string id,
        string label,
        Needed needed,
        string help = "",
        LineFormat format = LineFormat.Any,
        int most = 200
    ) => new(id, label, new AnswerKind.Line(most, format), needed, help);

    internal static Question Text(string id, string label, Needed needed, string help = "", int most = 4000) =>
        new(id, label, new AnswerKind.Text(most), needed, help);

    internal static Question Day(string id, string label, Needed needed, string help = "") =>
        new(id, label, new AnswerKind.Day(), needed, help);

    internal const string AsFarAsKnown = "A day, a month or a year, as far as it is known: 5 November 2026, March 2019, about 2015.";

    internal static Question When(string id, string label, Needed needed, string help = AsFarAsKnown) =>
        new(id, label, new AnswerKind.When(), needed, help);

    internal static Question YesNo(string id, string label, Needed needed, string help = "") => new(id, label, YesNoNotKnown, needed, help);

    internal static Question OneOf(string id, string label, AnswerKind.Choice choice, Needed needed, string help = "") =>
        new(id, label, choice, needed, help);

    internal static Question If(this Question question, string questionId, params string[] values) =>
        question with
        {
            RequiredWhen = new(questionId, [.. values]),
        };

    /// <summary>Address, telephone and e-mail, as the paper form asks for them together.</summary>
    internal static ImmutableArray<Question> Contact(Needed telephone, Needed email) =>
        [
            Text("address", "Work address", Needed.Wanted, most: 400),
            Line("telephone", "Telephone number", telephone, format: LineFormat.Telephone, most: 40),
            Line("email", "Email address", email, format: LineFormat.Email, most: 120),
        ];
}
