namespace SafeguardingTeams.Domain.Forms;

/// <summary>What people gave in a form besides names, that may point to somebody (E26).</summary>
public enum AnsweredDetail
{
    /// <summary>A whole name.</summary>
    Name,

    /// <summary>A day.</summary>
    Day,

    /// <summary>An address, or a place.</summary>
    Address,

    /// <summary>A telephone number.</summary>
    Telephone,

    /// <summary>An email address.</summary>
    Email,

    /// <summary>A number that stands for one person.</summary>
    Reference,

    /// <summary>An agency or a service.</summary>
    Agency,
}

/// <summary>One such answer.</summary>
public sealed record DetailAnswered(AnsweredDetail Kind, string Text)
{
    /// <summary>The day; null where it is none.</summary>
    public DateOnly? Day => Kind == AnsweredDetail.Day ? AnswerText.Day(Text) : null;
}

/// <summary>The answers of a form that may point to somebody: on whatever page they are asked, they have the same ids.</summary>
public static class AnsweredDetails
{
    /// <summary>All of them, as typed.</summary>
    public static IEnumerable<DetailAnswered> Of(Answers answers) =>
        answers
            .Values.Select(value => (Id: value.Key[(value.Key.LastIndexOf('.') + 1)..], Text: value.Value))
            .Concat(
                answers
                    .Rows.Values.SelectMany(rows => rows)
                    .SelectMany(row => row.Values)
                    .Select(value => (Id: value.Key, Text: value.Value))
            )
            .Select(one => KindOf(one.Id) is { } kind && one.Text.Length > 0 ? new DetailAnswered(kind, one.Text) : null)
            .OfType<DetailAnswered>();

    private static AnsweredDetail? KindOf(string id) =>
        id switch
        {
            "name" or "aka" => AnsweredDetail.Name,
            "born" or "died" or "date" => AnsweredDetail.Day,
            "address" or "previous" or "location" => AnsweredDetail.Address,
            "telephone" => AnsweredDetail.Telephone,
            "email" => AnsweredDetail.Email,
            "nhsnumber" => AnsweredDetail.Reference,
            "agency" or "service" => AnsweredDetail.Agency,
            _ => null,
        };
}
