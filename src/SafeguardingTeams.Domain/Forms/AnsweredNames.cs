namespace SafeguardingTeams.Domain.Forms;

/// <summary>The names people gave in a form, word by word: on whatever page they are asked, they have the same ids.</summary>
public static class AnsweredNames
{
    /// <summary>
    /// The words of every answer that is a name, but for those of the job beside it (some give a role for a name); and the capitalised
    /// words that come first where a name is asked with more.
    /// </summary>
    public static IEnumerable<string> Of(Answers answers) =>
        [
            .. answers
                .Values.Where(value => value.Key.EndsWith(".name", StringComparison.Ordinal))
                .SelectMany(value => Words(value.Value).Except(Jobs(answers, value.Key), StringComparer.OrdinalIgnoreCase)),
            .. answers
                .Values.Where(value => value.Key.EndsWith(".carer", StringComparison.Ordinal))
                .SelectMany(value => First(value.Value)),
            .. answers.Rows.Values.SelectMany(rows => rows).SelectMany(row => Words(row["name"]).Concat(First(row["leadpractitioner"]))),
        ];

    /// <summary>The words people are called by besides their names.</summary>
    public static IEnumerable<string> CalledBy(Answers answers) =>
        answers.Rows.Values.SelectMany(rows => rows).SelectMany(row => Words(row["aka"]));

    /// <summary>The words of a text, as they are written.</summary>
    public static IEnumerable<string> Words(string text) => NameWords.Split(text, digits: false);

    private static IEnumerable<string> Jobs(Answers answers, string key) =>
        Words(answers.Values.GetValueOrDefault($"{key[..key.LastIndexOf('.')]}.title", ""));

    private static IEnumerable<string> First(string text) => Words(text.Split(',', '\n')[0]).Where(word => !char.IsLower(word[0]));
}
